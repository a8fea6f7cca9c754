using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Notebook.Tests.Documents;

public class RoundTripTests
{
    private static readonly string JupyterFile = Path.Combine(AppContext.BaseDirectory, "Documents", "jupyter.ipynb");

    [Fact]
    public void FileSavedByJupyter_ReadAndWritten_KeepsEveryByte()
    {
        var text = File.ReadAllText(JupyterFile);

        Assert.Equal(text, NotebookDocument.Parse(text, "jupyter.ipynb").ToJson());
    }

    [Fact]
    public void FileSavedByJupyter_LoadedAndSaved_KeepsEveryByte()
    {
        using var folder = new TemporaryFolder();
        var copy = folder["copy.ipynb"];

        NotebookDocument.Load(JupyterFile).Save(copy);

        Assert.Equal(File.ReadAllBytes(JupyterFile), File.ReadAllBytes(copy));
        Assert.Equal([copy], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Cells_OfFileSavedByJupyter_HoldWhatItSays()
    {
        var document = NotebookDocument.Load(JupyterFile);

        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code, CellKind.Raw], document.Cells.Select(cell => cell.Kind));
        Assert.Equal("# Queues\n\nA line with “quotes”, a no-break space (5\u00a0min) and 🙂.", document.Cells[0].Source);
        var code = document.Cells[1];
        Assert.Equal("f3a1", code.Id);
        Assert.Equal(2, code.ExecutionCount);
        Assert.Equal(["parameters", "hero"], code.Tags);
        Assert.True(code.HasTag("hero"));
        Assert.False(code.HasTag("Hero"));
        Assert.Empty(document.Cells[2].Tags);
        Assert.Equal("keep me", (string?)document.Metadata["unknown"]?["deep"]?[1]);
        Assert.Collection(
            code.Outputs,
            output => Assert.Equal(new StreamOutput("stdout", "one\ntwo\n"), output),
            output =>
            {
                var data = Assert.IsType<DisplayOutput>(output).Data;
                Assert.Equal(["application/vnd.plotly.v1+json", "image/png", "text/plain"], data.MimeTypes);
                Assert.Equal("""{"data":[{"y":[1.0,2.50,1e-05]}],"layout":{}}""", data["application/vnd.plotly.v1+json"]);
                Assert.Equal("The queue\ngrows.", data["text/plain"]);
            },
            output => Assert.Equal(2, Assert.IsType<ResultOutput>(output).ExecutionCount),
            output => Assert.Equal(["Boom: bang", "   at cell 2, line 1"], Assert.IsType<ErrorOutput>(output).Traceback));
    }

    [Fact]
    public void AnyText_WrittenAndRead_ComesBack()
    {
        const string Alphabet = "ab \"\\\n\r\t\b\f\v\u0001\u001c\u0085\u00a0\u2028é€·…";
        var random = new Random(20170228);
        for (var i = 0; i < 500; i++)
        {
            var text = new string(random.GetItems<char>(Alphabet, random.Next(40)));
            var document = new NotebookDocument
            {
                Cells =
                [
                    new Cell
                    {
                        Id = "a",
                        Kind = CellKind.Code,
                        Source = text,
                        Outputs = [new StreamOutput("stdout", text), new DisplayOutput(new MimeBundle([new("text/html", text), new("image/png", text)]), [])],
                    },
                ],
            };

            var back = NotebookDocument.Parse(document.ToJson(), "any").Cells[0];

            Assert.Equal(text, back.Source);
            Assert.Equal(new StreamOutput("stdout", text), back.Outputs[0]);
            Assert.Equal([text, text], Assert.IsType<DisplayOutput>(back.Outputs[1]).Data.Select(form => form.Value));
        }
    }

    [Fact]
    public void Cells_FromBeforeIdentities_AreNumbered()
    {
        var document = NotebookDocument.Parse(
            """{"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [{"cell_type": "raw", "metadata": {}, "source": "x"}, {"cell_type": "raw", "metadata": {}, "source": []}]}""", "old.ipynb");

        Assert.Equal(["cell-1", "cell-2"], document.Cells.Select(cell => cell.Id));
        Assert.Contains("\"nbformat_minor\": 5\n", document.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void DisplayId_IsNotWritten()
    {
        var cell = new Cell
        {
            Id = "a",
            Kind = CellKind.Code,
            Source = "",
            Outputs = [new DisplayOutput(new MimeBundle([new("text/plain", "x")]), new JsonObject { ["isolated"] = true }, "display-1")],
        };

        var json = new NotebookDocument { Cells = [cell] }.ToJson();

        Assert.DoesNotContain("display-1", json, StringComparison.Ordinal);
        Assert.Contains("\"isolated\": true", json, StringComparison.Ordinal);
    }
}
