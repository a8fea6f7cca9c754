using InteractiveArticle.Parameters;

namespace InteractiveArticle.Simulation.Tests.Parameters;

public sealed class KnownNamesTests
{
    private static readonly string[] Known = ["queue", "bare-metal", "shared-link", "serviceRate", "servers", "k", "n"];

    [Theory]
    [InlineData("quue", "queue")]
    [InlineData("queueu", "queue")]
    [InlineData("qeuue", "queue")]
    [InlineData("Queue", "queue")]
    [InlineData("bare_metal", "bare-metal")]
    [InlineData("baremetal", "bare-metal")]
    [InlineData("sharedlink", "shared-link")]
    [InlineData("servicerate", "serviceRate")]
    [InlineData("server", "servers")]
    [InlineData("K", "k")]
    [InlineData("speed", null)]
    [InlineData("nope", null)]
    [InlineData("qxxue", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Nearest_IsAFewSlipsAway(string typed, string? expected) => Assert.Equal(expected, KnownNames.Nearest(typed, Known));

    [Fact]
    public void Nearest_OfTwo_IsTheNearer() => Assert.Equal("removed", KnownNames.Nearest("remved", ["remover", "removed"]));

    [Fact]
    public void DidYouMean_IsAQuestion_OrNothing()
    {
        Assert.Equal(" (did you mean queue?)", KnownNames.DidYouMean("quue", Known));
        Assert.Equal("", KnownNames.DidYouMean("nope", Known));
        Assert.Equal("", KnownNames.DidYouMean("nope", []));
    }
}
