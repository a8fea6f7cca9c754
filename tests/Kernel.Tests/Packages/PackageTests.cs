using InteractiveArticle.Kernel.Tests.Cells;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Packages;

/// <summary>What <c>#r "nuget: …"</c> loads, and what it says where it cannot.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task APackage_IsThere_ForItsCellAndThoseBelow()
    {
        using var session = new Session();

        Assert.Equal("[1,2]", await session.Run("#r \"nuget: Newtonsoft.Json, 13.0.4\"\nNewtonsoft.Json.JsonConvert.SerializeObject(new[] { 1, 2 })"));
        Assert.Contains(session.Outputs.OfType<DisplayOutput>(), output => output.Data.Any(form => form.Value.Contains("Newtonsoft.Json, 13.0.4", StringComparison.Ordinal)));
        Assert.Equal("[3]", await session.Run("Newtonsoft.Json.JsonConvert.SerializeObject(new[] { 3 })"));
    }

    [Fact]
    public async Task APackageOfTheFramework_IsThereAlready()
    {
        using var session = new Session();

        Assert.Equal("[1]", await session.Run("#r \"nuget: System.Text.Json\"\nSystem.Text.Json.JsonSerializer.Serialize(new[] { 1 })"));
    }

    [Theory]
    [InlineData("#r \"nuget: InteractiveArticle.There.Is.None, 1.0.0\"", "InteractiveArticle.There.Is.None")]
    [InlineData("#r \"nuget: Newtonsoft.Json, 999.0.0\"", "Newtonsoft.Json")]
    public async Task AnUnknownPackage_GetsOneClearLine_AndTheKernelLivesOn(string code, string name)
    {
        using var session = new Session();
        var error = await session.Fail($"\n{code}");

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal("2", await session.Run("1 + 1"));
    }
}
