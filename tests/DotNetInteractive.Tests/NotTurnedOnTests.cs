namespace InteractiveArticle.DotNetInteractive.Tests;

public sealed class NotTurnedOnTests
{
    [Fact]
    public void TheChapters_InTheKernelOfDotNetInteractive() =>
        Assert.Skip("Needs a feed with the packages of .NET Interactive: turn it on by dotnet test tests/DotNetInteractive.Tests -p:DotNetInteractive=true.");
}
