namespace CareerPortal.Exchange;

/// <summary>Exchange files were refused; nothing of them was stored.</summary>
public sealed class ExchangeFaultException(IReadOnlyList<ExchangeFault> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<ExchangeFault> Faults { get; } = faults;
}
