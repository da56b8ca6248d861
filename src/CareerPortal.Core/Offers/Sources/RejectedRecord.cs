namespace CareerPortal.Offers.Sources;

/// <summary>A record of a source that was not taken in: the how manieth it is (from 1), the line it begins on where that is known, and why.</summary>
public sealed record RejectedRecord(int Number, int? Line, string? ExternalId, string Reason)
{
    public override string ToString() =>
        FormattableString.Invariant(
            $"record {Number}{(Line is null ? "" : $", line {Line}")}{(ExternalId is null ? "" : $" ({ExternalId})")}: {Reason}"
        );
}
