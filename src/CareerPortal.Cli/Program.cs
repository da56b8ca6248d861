using CareerPortal.Cli;
using Microsoft.Extensions.Configuration;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
return await PortalCommand.Make(configuration).Parse(args).InvokeAsync();
