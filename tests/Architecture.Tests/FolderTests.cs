using ArchUnitNET.Domain;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace InteractiveArticle.Architecture.Tests;

/// <summary>The folders of a project build on each other and never in a circle, so that each can be read after those it builds on.</summary>
public sealed class FolderTests
{
    // Still with circles. When a project has lost them, delete its line.
    private static readonly Dictionary<string, string> NotYet = new()
    {
        ["Article"] = "Site and Pictures need each other",
        ["Cells"] = "Compiler and Running need each other",
        ["Figures"] = "Drawing and Display need each other",
        ["Jupyter"] = "Serving and Requests need each other",
        ["Kernel"] = "Running needs the kernel beside it, which needs Running",
    };

    public static TheoryData<string> Each => [.. Projects.Names.Except(NotYet.Keys)];

    [Theory]
    [MemberData(nameof(Each))]
    public void Folders_NeedEachOtherInNoCircle(string project) =>
        SliceRuleDefinition.Slices().Matching($"InteractiveArticle.{project}.(*)..").Should().BeFreeOfCycles().Check(Projects.Of(project));

    // What stands beside the folders and puts them together; to know that would be another circle. Plain types may stand there too.
    [Theory]
    [MemberData(nameof(Each))]
    public void Folders_DoNotNeedWhatPutsThemTogether(string project)
    {
        string root = $"InteractiveArticle.{project}";
        bool isInAFolder(IType type) => NamespaceOf(type).StartsWith(root + ".", StringComparison.Ordinal);
        var putTogether = Types().That().FollowCustomPredicate(
            type => NamespaceOf(type) == root && type.Dependencies.Any(dependency => isInAFolder(dependency.Target)), "put the folders together");

        Types().That().FollowCustomPredicate(isInAFolder, "are in a folder").Should().NotDependOnAny(putTogether).WithoutRequiringPositiveResults().Check(Projects.Of(project));
    }

    // What the reader cannot place, such as a type parameter, has none.
    private static string NamespaceOf(IType type) => type.Namespace?.FullName ?? "";
}
