namespace CareerPortal.Web.Tests;

/// <summary>Fails with every fault at once, so that one run tells all.</summary>
public static class Faults
{
    private const int Most = 60;

    public static void None(IEnumerable<string> faults)
    {
        var found = faults.Distinct().ToList();
        if (found.Count > 0)
        {
            Assert.Fail($"{found.Count} faults:\n" + string.Join('\n', found.Take(Most)));
        }
    }
}
