using Microsoft.AspNetCore.Components;

namespace CareerPortal.Web.Shell;

/// <summary>A component that has read what it shows before it is rendered for the first time.</summary>
/// <remarks>
/// Otherwise a component renders while its reading is under way, with nothing to show. SQLite never lets that happen, because it answers at once; SQL
/// Server does.
/// </remarks>
public abstract class LoadedComponent : ComponentBase
{
    private bool _isLoaded;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_isLoaded)
        {
            _isLoaded = true;
            await LoadAsync();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what the component shows; the parameters are set.</summary>
    protected abstract Task LoadAsync();
}
