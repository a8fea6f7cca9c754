using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Golden;

/// <summary>One line of <c>golden.txt</c>: a short run of a model, and the fingerprint that it has everywhere.</summary>
public sealed record GoldenRun(string Model, int Replications, IReadOnlyDictionary<string, string> Settings, string Fingerprint)
{
    /// <summary>The file.</summary>
    public static string File { get; } = Repository.PathOf("tests", "Simulation.Tests", "Golden", "golden.txt");

    /// <summary>Its runs.</summary>
    public static IReadOnlyList<GoldenRun> All { get; } =
        [.. System.IO.File.ReadLines(File).Where(line => !line.StartsWith('#')).Select(Parse)];

    /// <summary>A cell that runs them all, wherever a notebook runs, and shows their fingerprints, one a line.</summary>
    public static string Cell =>
        $$"""
        string RunOf(string model, int replications, params (string Name, string Value)[] settings) =>
            InteractiveArticle.Simulation.ModelCatalog.Find(model).Run(settings.ToDictionary(setting => setting.Name, setting => setting.Value), new() { Replications = replications }).Fingerprint;
        string.Join('\n', [
        {{string.Join(",\n", All.Select(run => $"    RunOf({string.Join(", ", [$"\"{run.Model}\", {run.Replications}", .. run.Settings.Select(setting => $"(\"{setting.Key}\", \"{setting.Value}\")")])})"))}}
        ])
        """;

    /// <summary>What <see cref="Cell"/> shows.</summary>
    public static string Shown => string.Join('\n', All.Select(run => run.Fingerprint));

    /// <summary>Runs it.</summary>
    public string Run() => ModelCatalog.Find(Model).Run(Settings, new() { Replications = Replications }).Fingerprint;

    /// <summary>The line.</summary>
    public override string ToString() => string.Join(' ', [Model, $"{Replications}", Fingerprint, .. Settings.Select(setting => $"{setting.Key}={setting.Value}")]);

    private static GoldenRun Parse(string line)
    {
        string[] words = line.Split(' ');
        return new(words[0], int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture), words[3..].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]), words[2]);
    }
}
