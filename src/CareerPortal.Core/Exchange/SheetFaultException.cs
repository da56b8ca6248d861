namespace CareerPortal.Exchange;

/// <summary>A sheet was refused whole, at a line.</summary>
public sealed class SheetFaultException(SheetFault fault, int line) : Exception($"{fault}, line {line}")
{
    public SheetFault Fault { get; } = fault;

    public int Line { get; } = line;
}
