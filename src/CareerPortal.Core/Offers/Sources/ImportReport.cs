namespace CareerPortal.Offers.Sources;

/// <summary>What came of a file of offers.</summary>
/// <param name="Count">Offers that were (or would be) written.</param>
/// <param name="Read">Records in the file.</param>
/// <param name="Rejected">Records that were not taken in.</param>
/// <param name="Closed">Offers that the file no longer holds.</param>
/// <param name="Problem">Why the file was not read to its end, or closed nothing; null where all went well.</param>
public sealed record ImportReport(WriteCount Count, int Read, int Rejected, int Closed, string? Problem);
