using System.Text.Json;
using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A page with two scenes, one of them with a hand, and a chart of the same run, exported and served by the main job.</summary>
public sealed class SceneArticle : ServedNotebooks
{
    public const string Notebook = "scenes";

    /// <summary>The hand: what it is called, and what it sets.</summary>
    public const string Hand = "Let all of them do without S3";

    /// <summary>The first scene as it is with a setting of the lever.</summary>
    public static Scene SceneAt(double tolerant) => MorningScene.Of(OutageSimulation.Run(new() { Tolerant = tolerant }, new() { Replications = 1 }), tolerant);

    protected override void Write(TemporaryFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string library = Repository.PathOf("artifacts", "notebook", "InteractiveArticle.dll");
        string space = string.Join("\n\n", Enumerable.Repeat("Words that fill the page until the next scene comes.", 40));
        object[] cells =
        [
            Text("# Scenes\n\nTwo of them."),
            Code($"#r \"{library}\"\nusing InteractiveArticle.Figures.Outage;\nusing InteractiveArticle.Figures.Scenes;\nusing InteractiveArticle.Simulation.Outage;", "setup"),
            Code("double tolerant = 0.25; // 0…1 step 0.01 · share of the services on S3 that go on without it", "parameters"),
            Code("var result = OutageSimulation.Run(new() { Tolerant = tolerant }, new() { Replications = 1 });\nvar morning = MorningScene.Of(result, tolerant);"),
            Text(space),
            Code($$"""
                var held = morning with { Draw = size => morning.Draw(size) with { Hands = [new(new(20, 80, 200, 60), "tolerant", "1", "{{Hand}}") { Key = 't' }, new(new(20, 200, 200, 60), "nobody", "1", "No such lever")] } };
                held
                """, "hero"),
            Code("OutageFigures.Dependants(OutageSimulation.Trace(new() { Tolerant = tolerant }))"),
            Text(space),
            Code("var other = morning with { Timeline = null };\nother"),
            Text(space),
        ];
        File.WriteAllText(folder[$"notebooks/{Notebook}.ipynb"], JsonSerializer.Serialize(new { nbformat = 4, nbformat_minor = 2, metadata = new { }, cells }));
    }

    private static object Text(string source) => new { cell_type = "markdown", metadata = new { }, source };

    private static object Code(string source, params string[] tags) => new { cell_type = "code", metadata = new { tags }, execution_count = (int?)null, outputs = Array.Empty<object>(), source };
}
