using CareerPortal.Editing;

namespace CareerPortal.Web.Workspace.Editor;

/// <summary>
/// A field of one value. It is written into the page once: from then on the text is the browser's, and no drawing of the page puts another under
/// somebody's fingers (<c>editor.js</c> brings what others wrote).
/// </summary>
public abstract class LeafField : FieldComponent
{
    /// <summary>The value as it was when the field was drawn.</summary>
    protected string Text { get; private set; } = "";

    /// <summary>An error makes a field invalid; a warning only stands beside it.</summary>
    protected string? Invalid => Form.Faults[Path].Any(f => f.Severity == FaultSeverity.Error) ? "true" : null;

    protected override void OnInitialized() => Text = GuideForm.Show(Field, Value, Form.Culture);
}
