using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InteractiveArticle.Architecture.Tests.Workflows;

/// <summary>A workflow of GitHub's, as far as our tests look into it.</summary>
internal sealed class Workflow
{
    public static string Folder { get; } = Repository.PathOf(".github", "workflows");

    /// <summary>What starts it, each with what GitHub is told about it.</summary>
    public Dictionary<string, object?> On { get; init; } = [];

    /// <summary>What its jobs may do where they say nothing of their own.</summary>
    public Dictionary<string, string> Permissions { get; init; } = [];

    public ConcurrencyGroup? Concurrency { get; init; }

    public Dictionary<string, Job> Jobs { get; init; } = [];

    public IEnumerable<Step> Steps => Jobs.Values.SelectMany(job => job.Steps);

    /// <summary>The command lines of its own, those that actions are given included.</summary>
    public IEnumerable<string> Commands => Steps.SelectMany(step => new[] { step.Run, step.With.GetValueOrDefault("runCmd") }).OfType<string>();

    /// <summary>Which files have to change for it to start.</summary>
    /// <param name="trigger">What starts it then.</param>
    public string[] Paths(string trigger) => [.. ((List<object>)((Dictionary<object, object>)On[trigger]!)["paths"]).Cast<string>()];

    /// <param name="name">The name of its file.</param>
    public static Workflow Read(string name)
    {
        using var file = File.OpenText(Path.Combine(Folder, name));
        return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).IgnoreUnmatchedProperties().Build().Deserialize<Workflow>(file);
    }

    internal sealed class ConcurrencyGroup
    {
        public string Group { get; init; } = "";
    }

    internal sealed class Job
    {
        public Dictionary<string, string>? Permissions { get; init; }

        public List<Step> Steps { get; init; } = [];
    }

    internal sealed class Step
    {
        public string? Uses { get; init; }

        public string? Run { get; init; }

        public Dictionary<string, string> With { get; init; } = [];
    }
}
