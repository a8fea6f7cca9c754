using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace InteractiveArticle.Architecture.Tests;

/// <summary>The projects of <c>src</c>, read from what they were compiled into.</summary>
internal static class Projects
{
    // Each by itself: sources that two projects compile would otherwise be taken for one another.
    private static readonly Dictionary<string, Lazy<ArchUnitNET.Domain.Architecture>> Read = Directory.GetDirectories(Repository.PathOf("src"))
        .Select(folder => Path.GetFileName(folder))
        .Where(name => File.Exists(Repository.PathOf("src", name, name + ".csproj")))
        .ToDictionary(name => name, name => new Lazy<ArchUnitNET.Domain.Architecture>(() => new ArchLoader().LoadFilteredDirectory(FolderOf(name), AssemblyOf(name) + ".dll").Build()));

    /// <summary>The names of the projects, which are those of their folders.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Read.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The types of a project and those that they use.</summary>
    /// <param name="project">Its name.</param>
    public static ArchUnitNET.Domain.Architecture Of(string project)
    {
        Assert.SkipUnless(File.Exists(Path.Combine(FolderOf(project), AssemblyOf(project) + ".dll")), $"{project} was not built.");
        return Read[project].Value;
    }

    /// <summary>The name of the assembly that a project is compiled into.</summary>
    /// <param name="project">Its name.</param>
    public static string AssemblyOf(string project) => project switch
    {
        "Article" => "article",
        "Figures" => "InteractiveArticle",
        _ => $"InteractiveArticle.{project}",
    };

    /// <summary>The name of the assembly that a type is in; empty for what the reader cannot place, such as a type parameter.</summary>
    /// <param name="type">The type.</param>
    public static string AssemblyOf(IType type) => type.Assembly?.Name.Split(',')[0] ?? "";

    private static string FolderOf(string project) => project switch
    {
        "Charting" => Repository.PathOf("artifacts", "notebook", "charting"),
        "Figures" => Repository.PathOf("artifacts", "notebook"),
        "Live" => Repository.PathOf("artifacts", "live"),
        _ => AppContext.BaseDirectory,
    };
}
