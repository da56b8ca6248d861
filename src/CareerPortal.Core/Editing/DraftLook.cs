using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>A draft with what its checks find and how its sections stand.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Sections">Its sections, in the order of the form.</param>
/// <param name="Faults">What is to be put right, by the address in the draft.</param>
public sealed record DraftLook(OpenDraft Draft, IReadOnlyList<SectionStanding> Sections, IReadOnlyList<GuideFault> Faults);
