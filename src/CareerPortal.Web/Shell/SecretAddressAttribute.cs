namespace CareerPortal.Web.Shell;

/// <summary>The address of a page or an answer is a key: browsers tell it to no other site, not even whose it is.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
internal sealed class SecretAddressAttribute : Attribute;
