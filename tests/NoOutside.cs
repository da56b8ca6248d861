using System.Runtime.CompilerServices;

namespace CareerPortal.Testing;

/// <summary>
/// No site that a test starts, in this process or as a child, asks anybody outside, or fills its board or lays it out ahead: a test that is about it
/// says so by a setting of its own, with the address of a server of this machine.
/// </summary>
internal static class NoOutside
{
    [ModuleInitializer]
    internal static void SwitchOff()
    {
        foreach (var setting in (string[])["Offers__Forem__Enabled", "Offers__Examples", "Offers__Board__LayOutAhead"])
        {
            Environment.SetEnvironmentVariable(setting, "false");
        }

        // A busy machine takes its time to lay a board out.
        Environment.SetEnvironmentVariable("Offers__Board__WaitSeconds", "120");

        // Should a test switch it on without an address: nobody answers there.
        Environment.SetEnvironmentVariable("Offers__Forem__Address", "http://127.0.0.1:9/none");
    }
}
