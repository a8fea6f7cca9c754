using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Jupyter.Installation;

/// <summary>What tells front ends of a kernel (https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs).</summary>
internal static class KernelSpec
{
    public const string FileName = "kernel.json";

    // Marks a kernel as ours, so that no other one is ever replaced or removed unasked.
    private const string Marker = "interactive_article";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The text of the file.</summary>
    /// <param name="name">The kernel's name.</param>
    /// <param name="program">The program that is the kernel.</param>
    public static string Of(string name, string program) => new JsonObject
    {
        ["argv"] = new JsonArray(DotNet(), program, "{connection_file}"),
        ["display_name"] = name == KernelInstallation.UsualName ? ".NET (C#)" : $".NET (C#, {name})",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new JsonObject { [Marker] = true },
    }.ToJsonString(Indented) + "\n";

    /// <summary>Whose kernel is in a folder.</summary>
    public static KernelOwner OwnerOf(string folder)
    {
        try
        {
            var spec = StrictJson.Parse(File.ReadAllText(Path.Combine(folder, FileName))) as JsonObject;
            bool isOurs = (spec?["metadata"] as JsonObject)?.ContainsKey(Marker) == true;
            bool isDotNetInteractive = (spec?["argv"] as JsonArray)?.Any(word => word?.ToString() is "interactive" or "dotnet-interactive") == true;
            return isOurs ? KernelOwner.Article : isDotNetInteractive ? KernelOwner.DotNetInteractive : KernelOwner.Somebody;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return Directory.Exists(folder) ? KernelOwner.Somebody : KernelOwner.Nobody;
        }
    }

    // The one that runs this program, as front ends started from a desktop may not find another.
    private static string DotNet() => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
