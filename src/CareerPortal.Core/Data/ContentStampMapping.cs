using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Data;

internal sealed class ContentStampMapping : IEntityTypeConfiguration<ContentStamp>
{
    private static readonly ContentRealm[] Realms = [ContentRealm.Guides, ContentRealm.Directories, ContentRealm.Offers, ContentRealm.Parameters];

    public void Configure(EntityTypeBuilder<ContentStamp> builder)
    {
        builder.HasKey(s => s.Realm);

        // Two who change a realm at once both renew its mark; which of the two stands last says nothing.
        builder.HasData(Realms.Select(r => new ContentStamp { Realm = r, Version = new Guid((int)r, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]) }));
    }
}
