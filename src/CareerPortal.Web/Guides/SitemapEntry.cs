namespace CareerPortal.Web.Guides;

/// <summary>A page that search engines may show: its path with its language, and the day it changed where that is known.</summary>
internal readonly record struct SitemapEntry(string Path, DateOnly? ChangedOn = null);
