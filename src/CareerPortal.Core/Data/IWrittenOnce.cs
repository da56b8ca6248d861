namespace CareerPortal.Data;

/// <summary>A row that is added and never changed after.</summary>
internal interface IWrittenOnce;
