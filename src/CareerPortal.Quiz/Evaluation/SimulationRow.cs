namespace CareerPortal.Quiz.Evaluation;

/// <summary>One line of the evaluation table.</summary>
/// <param name="Test">What is tested.</param>
/// <param name="Method">By which method.</param>
/// <param name="Measure">What the value is.</param>
/// <param name="Value">The value measured.</param>
/// <param name="Wanted">What it should be, as text; empty for baselines.</param>
public sealed record SimulationRow(string Test, string Method, string Measure, double Value, string Wanted = "");
