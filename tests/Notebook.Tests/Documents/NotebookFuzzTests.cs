using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Notebook.Tests.Documents;

public sealed class NotebookFuzzTests
{
    private static readonly FigurePictures Pictures = new("no such folder");

    private static readonly string[] Good =
        [.. new[] { Repository.PathOf("tests", "Notebook.Tests", "Documents", "jupyter.ipynb"), Repository.PathOf("tests", "Kernel.Tests", "Running", "golden.ipynb") }.Select(File.ReadAllText)];

    [Fact]
    public void ASpoiledNotebook_IsRefusedInOneLine_OrReadAndWrittenAlike() => Mutator.Try(1000, mutator =>
    {
        string good = mutator.OneOf(Good);
        string json = mutator.OnceIn(2) ? mutator.Text(good) : mutator.Json(JsonNode.Parse(good)!)?.ToJsonString() ?? "null";
        if (ReadOrRefused(() => NotebookDocument.Parse(json, "n.ipynb"), @"\An\.ipynb: .+\.\z") is not { } document)
        {
            return;
        }

        string written = document.ToJson();
        Assert.Equal(written, NotebookDocument.Parse(written, "written").ToJson());
        Assert.All(document.Cells.SelectMany(cell => cell.Outputs), output => Assert.Same(output, Pictures.AddTo(output)));
        ReadOrRefused(() => LeverCell.Find(document), @"\A(parameters cell, line [0-9]+|cells [0-9]+ and [0-9]+ are both tagged parameters).+\z");
    });

    [Fact]
    public void AnyNotebook_WrittenAndRead_ComesBack() =>
        Prop.ForAll(Documents().ToArbitrary(), document =>
        {
            var back = NotebookDocument.Parse(document.ToJson(), "any");

            Assert.Equal(document.ToJson(), back.ToJson());
            Assert.True(JsonNode.DeepEquals(document.Metadata, back.Metadata));
            Assert.Equal(document.Cells.Count, back.Cells.Count);
            Assert.All(document.Cells.Zip(back.Cells), pair =>
            {
                Assert.Equal((pair.First.Id, pair.First.Kind, pair.First.Source, pair.First.ExecutionCount), (pair.Second.Id, pair.Second.Kind, pair.Second.Source, pair.Second.ExecutionCount));
                Assert.True(JsonNode.DeepEquals(pair.First.Metadata, pair.Second.Metadata));
                Assert.Equal(pair.First.Outputs.Select(output => output.GetType()), pair.Second.Outputs.Select(output => output.GetType()));
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20170228UL, 937UL));

    [Theory]
    [InlineData("""{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": [{"output_type": "display_data", "data": {"application/json": DEEP}}]}]}""")]
    [InlineData("""{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": [{"output_type": "display_data", "data": {"image/png": "no", "text/html": "<img src=\"data:image/webp;base64,AAAA\">", "application/vnd.plotly.v1+json": DEEP, "application/vnd.interactive-article.figure+json": DEEP}}]}]}""")]
    public void AnOutput_DeeperThanMostJsonIs_IsWrittenAsItWasRead(string json)
    {
        string deep = json.Replace("DEEP", new string('[', 400) + new string(']', 400), StringComparison.Ordinal);
        var document = NotebookDocument.Parse(deep, "n.ipynb");

        Assert.Equal(document.ToJson(), NotebookDocument.Parse(document.ToJson(), "written").ToJson());
        Assert.All(document.Cells.SelectMany(cell => cell.Outputs), output => Assert.Same(output, Pictures.AddTo(output)));
    }

    private static T? ReadOrRefused<T>(Func<T> read, string refusal)
        where T : class?
    {
        try
        {
            return read();
        }
        catch (NotebookException e)
        {
            Assert.Matches(refusal, e.Message);
            Assert.DoesNotContain('\n', e.Message);
            return null;
        }
    }

    private static Gen<NotebookDocument> Documents() =>
        from cells in Cells().ListOf()
        from metadata in Members(2)
        select new NotebookDocument { Cells = [.. cells.Select((cell, index) => cell with { Id = $"c{index}" })], Metadata = metadata };

    private static Gen<Cell> Cells() =>
        from kind in Gen.Elements(CellKind.Code, CellKind.Markdown, CellKind.Raw)
        from source in Texts()
        from metadata in Members(2)
        from count in Gen.Choose(-1, 5)
        from outputs in Outputs().ListOf(3)
        select kind == CellKind.Code
            ? new Cell { Id = "", Kind = kind, Source = source, Metadata = metadata, ExecutionCount = count < 0 ? null : count, Outputs = [.. outputs] }
            : new Cell { Id = "", Kind = kind, Source = source, Metadata = metadata };

    private static Gen<Output> Outputs() =>
        from kind in Gen.Choose(0, 3)
        from text in Texts()
        from value in Values(3)
        from metadata in Members(1)
        let data = new MimeBundle([new("text/plain", text), new("image/png", text), new("application/x+json", value?.ToJsonString() ?? "null")])
        select kind switch
        {
            0 => new StreamOutput("stdout", text),
            1 => new DisplayOutput(data, metadata),
            2 => new ResultOutput(data, metadata, 1),
            _ => (Output)new ErrorOutput(text, text, [text, ""]),
        };

    private static Gen<string> Texts() =>
        Gen.Elements("a", " ", "\"", "\\", "\\u", "\n", "\r", "\t", "\0", "\u0001", "\u001c", "\u0085", "\u00a0", "\u2028", "é", "🙂", "</script>", "{}").ListOf().Select(string.Concat);

    private static Gen<JsonNode?> Values(int depth) => depth == 0
        ? Gen.OneOf(Texts().Select(text => (JsonNode?)JsonValue.Create(text)), Gen.Elements("null", "true", "-0", "1e-7", "1e999", "12345678901234567890.50").Select(json => JsonNode.Parse(json)))
        : Gen.OneOf(Values(0), Members(depth - 1).Select(members => (JsonNode?)members), Values(depth - 1).ListOf(2).Select(items => (JsonNode?)new JsonArray([.. items])));

    private static Gen<JsonObject> Members(int depth) =>
        from names in Texts().ListOf(3)
        from values in Values(depth).ListOf(3)
        select new JsonObject(names.Distinct().Zip(values, KeyValuePair.Create));
}
