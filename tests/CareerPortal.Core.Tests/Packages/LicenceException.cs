namespace CareerPortal.Core.Tests.Packages;

/// <summary>A package whose licence is allowed for a reason, though it is none of the usual ones.</summary>
/// <param name="Says">Words that its licence must hold, or its SPDX expression: another licence needs another look.</param>
internal sealed record LicenceException(string Package, string Says, string Reason);
