using System.Text.Json.Nodes;
using InteractiveArticle.Notebook;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Tests.Documents;

public sealed class NotebookDocumentTests
{
    private const string AsJupyterWritesIt = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "a1",
           "metadata": {},
           "source": [
            "# Title\n",
            "text — with «signs» <b>"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "b2",
           "metadata": {
            "tags": [
             "parameters"
            ],
            "unknown": {
             "kept": 1.50
            }
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "one\n",
              "two\n"
             ]
            },
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": [],
               "layout": {}
              },
              "text/plain": [
               "alt"
              ]
             },
             "metadata": {},
             "output_type": "display_data"
            },
            {
             "data": {
              "text/plain": [
               "5"
              ]
             },
             "execution_count": 3,
             "metadata": {},
             "output_type": "execute_result"
            },
            {
             "ename": "E",
             "evalue": "bad",
             "output_type": "error",
             "traceback": [
              "line 1"
             ]
            }
           ],
           "source": [
            "5"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void ReadAndWritten_AFileOfJupyter_IsTheSameBytes() =>
        Assert.Equal(AsJupyterWritesIt, NotebookDocument.Parse(AsJupyterWritesIt, "x").ToJson());

    [Fact]
    public void Parse_TellsCellsTagsAndOutputs()
    {
        var document = NotebookDocument.Parse(AsJupyterWritesIt, "x");

        Assert.Equal([CellKind.Markdown, CellKind.Code], document.Cells.Select(cell => cell.Kind));
        Assert.Equal("# Title\ntext — with «signs» <b>", document.Cells[0].Source);
        Assert.True(document.Cells[1].HasTag("parameters"));
        Assert.Equal(
            [typeof(StreamOutput), typeof(DisplayOutput), typeof(ResultOutput), typeof(ErrorOutput)],
            document.Cells[1].Outputs.Select(output => output.GetType()));
        Assert.Equal("one\ntwo\n", Assert.IsType<StreamOutput>(document.Cells[1].Outputs[0]).Text);
    }

    [Fact]
    public void Parse_TakesTextInOnePieceToo() =>
        Assert.Equal("a\nb", NotebookDocument.Parse("""{"nbformat":4,"cells":[{"cell_type":"raw","source":"a\nb"}]}""", "x").Cells[0].Source);

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "one JSON object")]
    [InlineData("{}", "notebook format missing")]
    [InlineData("""{"nbformat":3,"worksheets":[]}""", "notebook format 3")]
    [InlineData("""{"nbformat":"4","cells":[]}""", "notebook format \"4\"")]
    [InlineData("""{"nbformat":4}""", "no list of cells")]
    [InlineData("""{"nbformat":4,"cells":[1]}""", "not of the form")]
    [InlineData("""{"nbformat":4,"cells":[null]}""", "not of the form")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"poem","source":""}]}""", "not of the form")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code"}]}""", "not of the form")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":7}]}""", "not of the form")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":"","outputs":[{"output_type":"smoke"}]}]}""", "not of the form")]
    public void Parse_OfAnythingElse_SaysWhatIsWrongInOneLine(string json, string words)
    {
        var refusal = Assert.Throws<NotebookException>(() => NotebookDocument.Parse(json, "my.ipynb"));

        Assert.StartsWith("my.ipynb: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void Load_OfNoFileOrAFolder_SaysSo()
    {
        Assert.Contains("no such notebook", Assert.Throws<NotebookException>(() => NotebookDocument.Load("nowhere.ipynb")).Message, StringComparison.Ordinal);
        Assert.Contains("no such notebook", Assert.Throws<NotebookException>(() => NotebookDocument.Load(Path.GetTempPath())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_ThatFails_LeavesNothingBehind()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string target = Path.Combine(folder, "taken.ipynb");
        Directory.CreateDirectory(target);

        Assert.Throws<NotebookException>(() => new NotebookDocument([], new JsonObject()).Save(target));
        Assert.Equal([target], Directory.GetFileSystemEntries(folder));
        Directory.Delete(folder, recursive: true);
    }
}
