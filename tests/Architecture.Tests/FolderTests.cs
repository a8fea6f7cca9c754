using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace InteractiveArticle.Architecture.Tests;

/// <summary>The folders of a project build on each other and never in a circle, so that each can be read after those it builds on.</summary>
public sealed class FolderTests
{
    public static TheoryData<string> Each => [.. Projects.Names];

    [Theory]
    [MemberData(nameof(Each))]
    public void Folders_NeedEachOtherInNoCircle(string project) =>
        SliceRuleDefinition.Slices().Matching($"InteractiveArticle.{project}.(*)..").Should().BeFreeOfCycles().Check(Projects.Of(project));

    // What stands beside the folders puts them together, so that knowing it would be another circle.
    [Theory]
    [MemberData(nameof(Each))]
    public void Folders_DoNotNeedWhatStandsBesideThem(string project)
    {
        string beside = $@"^InteractiveArticle\.{project}$";

        Types().That().DoNotResideInNamespaceMatching(beside).Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(beside)).WithoutRequiringPositiveResults().Check(Projects.Of(project));
    }
}
