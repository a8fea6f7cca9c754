using System.Text.RegularExpressions;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Containers;

/// <summary>What a linter of such files asks for, as this machine has no container engine to try the file with.</summary>
public sealed class DockerfileTests
{
    private static readonly string[] Known = ["FROM", "RUN", "COPY", "ARG", "ENV", "USER", "WORKDIR", "EXPOSE", "CMD"];

    [Fact]
    public void ItHoldsNothingButInstructions_FromTheFirstImageOn()
    {
        Assert.All(Dockerfile.Instructions, instruction => Assert.Contains(instruction.Name, Known));
        Assert.All(Dockerfile.Instructions, instruction => Assert.NotEqual("", instruction.Arguments));
        Assert.Equal("FROM", Dockerfile.Instructions[0].Name);
        Assert.Single(Dockerfile.Of("CMD"));
    }

    [Fact]
    public void ImagesAndPackages_AreOfAVersion()
    {
        Assert.All(Dockerfile.Of("FROM").Select(arguments => arguments.Split(' ')[0]), image =>
            Assert.True(Dockerfile.Stages.Contains(image) || (image.Contains(':', StringComparison.Ordinal) && !image.EndsWith(":latest", StringComparison.Ordinal)), image));
        Assert.All(File.ReadLines(Repository.PathOf("binder", "requirements.txt")), line => Assert.Matches("^[a-z]+==[0-9]+(\\.[0-9]+)+$", line));
        Assert.All(Dockerfile.Of("RUN").Where(run => run.Contains("pip install", StringComparison.Ordinal)), run => Assert.Contains("--no-cache-dir --requirement", run, StringComparison.Ordinal));
    }

    [Fact]
    public void Packages_AreInstalledFromFreshLists_AndTheListsThrownAway()
    {
        Assert.All(Dockerfile.Of("RUN").Where(run => run.Contains("apt-get", StringComparison.Ordinal)), run =>
            Assert.Matches(new Regex("^apt-get update +&& apt-get install -y --no-install-recommends .*&& rm -rf /var/lib/apt/lists/\\*$"), run));
    }

    [Fact]
    public void TheReader_IsNotRoot_AndBinderBuildsByTheScript_AndTriesWhatItBuilt()
    {
        Assert.Equal("${NB_USER}", Dockerfile.Of("USER").Last());
        Assert.Equal(["binder/install", "binder/check"], Dockerfile.Of("RUN").TakeLast(2));
    }

    [Fact]
    public void WhatIsCopied_IsThere() =>
        Assert.All(Dockerfile.Of("COPY").SelectMany(arguments => arguments.Split(' ').Where(word => !word.StartsWith("--", StringComparison.Ordinal)).SkipLast(1)), source =>
            Assert.True(Path.Exists(Repository.PathOf(source)), source));
}
