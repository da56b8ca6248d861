using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerPortal.Data;

internal sealed class ContentStampMapping : IEntityTypeConfiguration<ContentStamp>
{
    public void Configure(EntityTypeBuilder<ContentStamp> builder)
    {
        builder.HasKey(s => s.Realm);

        // Two who change a realm at once both renew its mark; which of the two stands last says nothing.
        builder.HasData(ContentStamp.Realms.Select(r => new ContentStamp { Realm = r, Version = new Guid((int)r, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]) }));
    }
}
