using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>A place that two people changed in different ways: both are kept here until somebody chooses.</summary>
/// <param name="Path">Its address; items of a list are counted as they were before both.</param>
/// <param name="Base">What both began with, and what the merged document holds; null where it was not there.</param>
/// <param name="Mine">What one made of it; null where it was taken away.</param>
/// <param name="Theirs">What the other made of it.</param>
public sealed record MergeConflict(string Path, JsonNode? Base, JsonNode? Mine, JsonNode? Theirs);
