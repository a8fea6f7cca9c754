using ArchUnitNET.Domain;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace InteractiveArticle.Architecture.Tests;

/// <summary>Which project may know of which, and of which packages.</summary>
public sealed class DependencyTests
{
    // Each project with all that its code may mention.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Files"] = [],
        ["Parameters"] = [],
        ["Simulation"] = ["Parameters"],
        ["Figures"] = ["Simulation"],
        ["Charting"] = ["Figures", "Simulation"],
        ["Notebook"] = ["Files", "Parameters"],
        ["Cells"] = ["Notebook"],
        ["Formatting"] = ["Cells", "Notebook"],
        ["Kernel"] = ["Formatting", "Cells", "Notebook", "Files"],
        ["Jupyter"] = ["Kernel", "Cells", "Notebook", "Files"],
        ["Rendering"] = ["Notebook", "Figures"],
        ["Live"] = ["Rendering", "Formatting", "Cells", "Notebook", "Figures", "Simulation"],
        ["Article"] = ["Rendering", "Jupyter", "Kernel", "Formatting", "Cells", "Notebook", "Files", "Figures", "Simulation", "Parameters"],
    };

    // What a page runs must not know the kernel; who is missing here knows nothing of .NET Interactive at all.
    private const string DotNetInteractive = "Microsoft.DotNet.Interactive";
    private static readonly Dictionary<string, Func<string, bool>> MayUseOfDotNetInteractive = new()
    {
        ["Formatting"] = assembly => assembly == DotNetInteractive + ".Formatting",
        ["Live"] = assembly => assembly == DotNetInteractive + ".Formatting",
        ["Kernel"] = _ => true,
    };

    public static TheoryData<string> Each => [.. Projects.Names];

    // These need nothing but the framework, so that neither charts nor notebooks find their way into a simulation.
    public static TheoryData<string> WithoutPackages => ["Files", "Parameters", "Simulation"];

    [Fact]
    public void EveryProject_HasItsRow() => Assert.Empty(Projects.Names.Except(MayUse.Keys));

    [Theory]
    [MemberData(nameof(Each))]
    public void AProject_UsesOnlyTheProjectsOfItsRow(string project)
    {
        string[] others = [.. MayUse.Keys.Except([.. MayUse[project], project]).Select(Projects.AssemblyOf)];

        MustNotUse(project, others.Contains, "projects that its row does not name");
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void AProjectsReadme_NamesTheProjectsOfItsRow(string project)
    {
        string[] words = File.ReadAllText(Repository.PathOf("src", project, "README.md")).TrimEnd().Split('\n')[^1].Split('`');

        // Every second piece stood between the marks of code.
        Assert.Equal(MayUse[project], words.Where((_, place) => place % 2 == 1));
    }

    [Theory]
    [MemberData(nameof(WithoutPackages))]
    public void WhatNeedsNoPackage_UsesNone(string project)
    {
        string[] own = [.. MayUse[project].Append(project).Select(Projects.AssemblyOf), ""];

        MustNotUse(project, assembly => !own.Contains(assembly) && !assembly.StartsWith("System.", StringComparison.Ordinal), "packages");
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void DotNetInteractive_IsKnownWhereItRuns(string project)
    {
        var isAllowed = MayUseOfDotNetInteractive.GetValueOrDefault(project, _ => false);

        MustNotUse(project, assembly => assembly.StartsWith(DotNetInteractive, StringComparison.Ordinal) && !isAllowed(assembly), "what it must not know of .NET Interactive");
    }

    private static void MustNotUse(string project, Func<string, bool> isForbidden, string words)
    {
        var forbidden = Types(includeReferenced: true).That().FollowCustomPredicate(type => isForbidden(Projects.AssemblyOf(type)), $"are {words}");
        Types().Should().NotDependOnAny(forbidden).Check(Projects.Of(project));
    }
}
