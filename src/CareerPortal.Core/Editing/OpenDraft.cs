using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>A draft as it stands, for somebody who opens it.</summary>
/// <param name="GuideId">The guide.</param>
/// <param name="OccupationCode">Its occupation.</param>
/// <param name="Language">Its language.</param>
/// <param name="State">How far the draft is.</param>
/// <param name="Document">The named document (<see cref="DraftForm"/>); a copy that belongs to whoever asked.</param>
/// <param name="Sequence">The number of the draft's last edit: what a tab has seen (<see cref="DraftBatch.Seen"/>).</param>
/// <param name="Version">The draft's version; empty where nothing has been written yet and the published guide is shown.</param>
/// <param name="Conflicts">All open conflicts.</param>
/// <param name="Present">Who is there.</param>
/// <param name="PublishAtUtc">When it goes to readers; nothing where no hour is set.</param>
/// <param name="TabSequence">The number of the last step of the tab that was stored: its next is one more.</param>
public sealed record OpenDraft(
    int GuideId,
    string OccupationCode,
    string Language,
    DraftState State,
    JsonObject Document,
    long Sequence,
    Guid Version,
    IReadOnlyList<OpenConflict> Conflicts,
    IReadOnlyList<PresentPerson> Present,
    DateTime? PublishAtUtc,
    long TabSequence
);
