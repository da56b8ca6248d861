namespace CareerPortal.Data;

/// <summary>Says to which part of the content an entity belongs: a change of it renews that part's stamp (<see cref="StampRenewal"/>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InRealmAttribute(ContentRealm realm) : Attribute
{
    public ContentRealm Realm { get; } = realm;
}
