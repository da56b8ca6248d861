using System.CommandLine;
using CareerPortal.Cli;
using Microsoft.Extensions.Configuration;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
return await PortalCommand.RunAsync(configuration, args, new InvocationConfiguration(), CancellationToken.None);
