using System.Diagnostics;
using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.FrontEnds;

[assembly: AssemblyFixture(typeof(OfficialTool))]

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>
/// .NET Interactive as it was published last: the tool that <c>.config/dotnet-tools.json</c> pins, with its kernel in a folder of
/// the test.
/// </summary>
public sealed class OfficialTool : IAsyncLifetime
{
    private const string Name = "microsoft.dotnet-interactive";

    private readonly TemporaryFolder folder = new();
    private string? complaint;

    /// <summary>The version that is pinned.</summary>
    public static string Version { get; } = (string)JsonNode.Parse(File.ReadAllText(Repository.PathOf(".config", "dotnet-tools.json")))!["tools"]![Name]!["version"]!;

    public async ValueTask InitializeAsync()
    {
        var restored = await ArticleProcess.RunAsync(new ProcessStartInfo("dotnet", ["tool", "restore"]) { WorkingDirectory = Repository.Root });
        if (restored.ExitCode != 0)
        {
            complaint = $"The tool {Name} cannot be restored: {restored.Output.Trim()}{restored.Error.Trim()}";
            return;
        }

        var packages = await ArticleProcess.RunAsync(new ProcessStartInfo("dotnet", ["nuget", "locals", "global-packages", "--list"]));
        string package = Path.Combine(packages.Output.Split(": ", 2)[1].Trim(), Name, Version);
        string program = Directory.GetFiles(package, "Microsoft.DotNet.Interactive.App.dll", SearchOption.AllDirectories).Single();
        string kernel = Directory.CreateDirectory(folder["kernels", ".net-csharp"]).FullName;
        File.WriteAllText(Path.Combine(kernel, "kernel.json"), new JsonObject
        {
            ["argv"] = new JsonArray("dotnet", program, "jupyter", "--default-kernel", "csharp", "{connection_file}"),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
        }.ToJsonString());
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a command of Jupyter's start this kernel; skips the test where it cannot be had, and fails it where it must be.</summary>
    /// <param name="command">The command.</param>
    public ProcessStartInfo For(ProcessStartInfo command)
    {
        if (complaint is not null)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, complaint);
            Assert.Skip(complaint);
        }

        command.Environment["JUPYTER_PATH"] = folder.Path;
        command.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        command.Environment["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        return command;
    }
}
