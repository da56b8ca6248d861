namespace CareerPortal.Exchange;

/// <summary>What keeps a sheet from being read.</summary>
public enum SheetFault
{
    NotUtf8,
    NoHeader,
    OpenQuote,
    TextAfterQuote,
    WrongCells,
    TooLarge,
    TooManyRows,
}
