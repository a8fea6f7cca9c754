namespace InteractiveArticle.Kernel.Magics;

/// <summary>The languages that notebooks of .NET Interactive may have besides C#, by the commands that switch to them.</summary>
internal static class OtherLanguages
{
    /// <summary>Their names, and whether a cell may switch to them here.</summary>
    public static IReadOnlyDictionary<string, (string Name, bool IsKnown)> All { get; } = new Dictionary<string, (string, bool)>(StringComparer.OrdinalIgnoreCase)
    {
        ["#!markdown"] = ("Markdown", true),
        ["#!html"] = ("HTML", true),
        ["#!javascript"] = ("JavaScript", true),
        ["#!js"] = ("JavaScript", true),
        ["#!fsharp"] = ("F#", false),
        ["#!f#"] = ("F#", false),
        ["#!pwsh"] = ("PowerShell", false),
        ["#!powershell"] = ("PowerShell", false),
        ["#!sql"] = ("SQL", false),
        ["#!kql"] = ("KQL", false),
        ["#!mermaid"] = ("Mermaid", false),
        ["#!http"] = ("HTTP", false),
        ["#!python"] = ("Python", false),
        ["#!R"] = ("R", false),
        ["#!value"] = ("values", false),
        ["#!connect"] = ("a connection to another kernel", false),
    };

    /// <summary>The name of a language that is not run here; null for one that is.</summary>
    /// <param name="language">The language, as the magic command that switches to it names it.</param>
    public static string? NameOfUnknown(string language) =>
        All.TryGetValue("#!" + language, out var known) ? known.IsKnown ? null : known.Name : language;
}
