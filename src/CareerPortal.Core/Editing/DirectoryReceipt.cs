using CareerPortal.Exchange;

namespace CareerPortal.Editing;

/// <summary>What became of a change of an entry.</summary>
/// <param name="Code">The entry.</param>
/// <param name="Faults">What is wrong in what was given.</param>
/// <param name="Current">What the entry says now, where somebody changed it meanwhile.</param>
/// <param name="State">The state of that.</param>
public sealed record DirectoryReceipt(string? Code, IReadOnlyList<ExchangeFault> Faults, string? Current = null, string? State = null);
