using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Containers;

/// <summary>The instructions of the image's file.</summary>
internal static class Dockerfile
{
    public static string Path { get; } = Repository.PathOf("binder", "Dockerfile");

    /// <summary>Each instruction with its arguments, continued lines joined.</summary>
    public static IReadOnlyList<(string Name, string Arguments)> Instructions { get; } =
    [
        .. string.Join('\n', File.ReadLines(Path).Where(line => !line.TrimStart().StartsWith('#')))
            .Replace("\\\n", " ", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', 2))
            .Select(parts => (parts[0], parts.ElementAtOrDefault(1) ?? "")),
    ];

    /// <summary>The names of the stages, in order.</summary>
    public static IReadOnlyList<string> Stages { get; } =
        [.. Of("FROM").Select(arguments => arguments.Split(" AS ")).Where(parts => parts.Length == 2).Select(parts => parts[1])];

    public static IEnumerable<string> Of(string name) => Instructions.Where(instruction => instruction.Name == name).Select(instruction => instruction.Arguments);
}
