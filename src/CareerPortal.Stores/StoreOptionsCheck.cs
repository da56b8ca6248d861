using Microsoft.Extensions.Options;

namespace CareerPortal.Stores;

/// <summary>Refuses settings that name no store.</summary>
internal sealed class StoreOptionsCheck : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options) =>
        options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
}
