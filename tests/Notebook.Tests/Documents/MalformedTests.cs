using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Tests.Documents;

public class MalformedTests
{
    [Theory]
    [InlineData("", "n.ipynb: not JSON (line 1, byte 1); a notebook is the JSON text that Jupyter and VS Code save as .ipynb.")]
    [InlineData("{\n \"cells\": ]", "n.ipynb: not JSON (line 2, byte 11); a notebook is the JSON text that Jupyter and VS Code save as .ipynb.")]
    [InlineData("""{"nbformat": 4, "nbformat": 4}""", "n.ipynb: not JSON (a member is given twice); a notebook is the JSON text that Jupyter and VS Code save as .ipynb.")]
    [InlineData("""{"nbformat": 4, "cells": [], "metadata": {"title": "\ud800"}}""", "n.ipynb: not JSON (a text has half of a surrogate pair, which is not Unicode); a notebook is the JSON text that Jupyter and VS Code save as .ipynb.")]
    [InlineData("""{"nbformat": 4, "cells": [{"cell_type": "raw", "id": "a", "source": ""}, {"cell_type": "raw", "source": ""}, {"cell_type": "raw", "id": "a", "source": ""}]}""", "n.ipynb: cells 1 and 3 have the same \"id\", a; open the notebook in Jupyter, which gives each its own, and save it again.")]
    [InlineData("[]", "n.ipynb: has no \"nbformat\"; a notebook is a JSON object with \"nbformat\": 4 and \"cells\".")]
    [InlineData("null", "n.ipynb: has no \"nbformat\"; a notebook is a JSON object with \"nbformat\": 4 and \"cells\".")]
    [InlineData("""{"nbformat": 3}""", "n.ipynb: has \"nbformat\": 3; version 4 is read here, so open the notebook in Jupyter or VS Code and save it again.")]
    [InlineData("""{"nbformat": "4"}""", "n.ipynb: has \"nbformat\": \"4\"; version 4 is read here, so open the notebook in Jupyter or VS Code and save it again.")]
    [InlineData("""{"nbformat": 4}""", "n.ipynb: has no list of \"cells\"; a notebook of version 4 must have one, even if it is empty.")]
    [InlineData("""{"nbformat": 4, "cells": {}}""", "n.ipynb: has no list of \"cells\"; a notebook of version 4 must have one, even if it is empty.")]
    [InlineData("""{"nbformat": 4, "cells": [], "metadata": 1}""", "n.ipynb: the notebook: \"metadata\" must be an object.")]
    public void Notebook_ThatIsNone_GivesOneClearLine(string json, string message) => Check(json, message);

    [Theory]
    [InlineData("3", "cell 1 must be an object")]
    [InlineData("{}", "cell 1: \"cell_type\" must be there and be text")]
    [InlineData("""{"cell_type": "heading", "source": ""}""", "cell 1 has \"cell_type\": \"heading\"; allowed are markdown, code and raw")]
    [InlineData("""{"cell_type": "code"}""", "cell 1: \"source\" must be text or a list of texts")]
    [InlineData("""{"cell_type": "code", "source": ["a", 1]}""", "cell 1: \"source\" must be text or a list of texts")]
    [InlineData("""{"cell_type": "code", "source": "", "id": 7}""", "cell 1: \"id\" must be there and be text")]
    [InlineData("""{"cell_type": "code", "source": "", "id": "../../x"}""", "cell 1: \"id\" must be 1 to 64 letters from a to z, digits, hyphens and underscores, as Jupyter has it")]
    [InlineData("""{"cell_type": "code", "source": "", "id": "a\" onload=\"b"}""", "cell 1: \"id\" must be 1 to 64 letters from a to z, digits, hyphens and underscores, as Jupyter has it")]
    [InlineData("""{"cell_type": "code", "source": "", "metadata": []}""", "cell 1: \"metadata\" must be an object")]
    [InlineData("""{"cell_type": "code", "source": "", "execution_count": "1"}""", "cell 1: \"execution_count\" must be a whole number or null")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": {}}""", "cell 1: \"outputs\" must be a list")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [1]}""", "cell 1, output 1 must be an object")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [{"output_type": "pyout"}]}""", "cell 1, output 1 has \"output_type\": \"pyout\"; allowed are stream, display_data, execute_result and error")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [{"output_type": "stream", "name": "stdout"}]}""", "cell 1, output 1: \"text\" must be text or a list of texts")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [{"output_type": "display_data", "data": {"text/plain": {}}}]}""", "cell 1, output 1: \"text/plain\" must be text or a list of texts")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [{"output_type": "display_data", "data": {"text/\nplain": {}}}]}""", "cell 1, output 1: \"text/ plain\" must be text or a list of texts")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": [{"output_type": "error", "ename": "", "evalue": "", "traceback": ""}]}""", "cell 1, output 1: \"traceback\" must be a list of texts")]
    public void Cell_ThatIsNone_GivesOneClearLine(string cell, string what) =>
        Check($$"""{"nbformat": 4, "cells": [{{cell}}]}""", $"n.ipynb: {what}.");

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Notebook_NestedTenThousandDeep_GivesOneClearLine(string open, string close)
    {
        string deep = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        Check(deep, $"n.ipynb: not JSON (line 1, byte {(512 * open.Length) + 1}); a notebook is the JSON text that Jupyter and VS Code save as .ipynb.");
    }

    [Fact]
    public void Load_OfABinary_GivesOneClearLine()
    {
        using var folder = new TemporaryFolder();
        string path = folder["n.ipynb"];
        byte[] bytes = new byte[4096];
        new Random(20170228).NextBytes(bytes);
        File.WriteAllBytes(path, bytes);

        Assert.Equal($"{path}: not JSON (line 1, byte 1); a notebook is the JSON text that Jupyter and VS Code save as .ipynb.", Assert.Throws<NotebookException>(() => NotebookDocument.Load(path)).Message);
    }

    [Fact]
    public void Load_OfMissingFile_SaysSo()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in new[] { folder["none.ipynb"], folder["nowhere", "none.ipynb"] })
        {
            var error = Assert.Throws<NotebookException>(() => NotebookDocument.Load(path));
            Assert.Equal($"{path}: no such file; give the path of a notebook (.ipynb).", error.Message);
        }
    }

    [Fact]
    public void Load_OfHugeFile_IsRefusedUnread()
    {
        using var folder = new TemporaryFolder();
        var path = folder["huge.ipynb"];
        using (var file = File.Create(path))
        {
            file.SetLength(100L << 20);
        }

        var error = Assert.Throws<NotebookException>(() => NotebookDocument.Load(path));
        Assert.Equal($"{path}: larger than 64 MB, which is the most that is read; clear its outputs in Jupyter or VS Code and save it again.", error.Message);
    }

    [Fact]
    public void Load_OfADeviceWithoutEnd_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such device.");

        Assert.StartsWith("/dev/zero: larger than 64 MB", Assert.Throws<NotebookException>(() => NotebookDocument.Load("/dev/zero")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OfFolder_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<NotebookException>(() => NotebookDocument.Load(folder.Path));
        Assert.Equal($"{folder.Path}: this is a folder; name one notebook (.ipynb) in it.", error.Message);
    }

    [Fact]
    public void Save_WhereNothingCanBeWritten_SaysSoAndLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        var document = new NotebookDocument { Cells = [] };

        var nowhere = Assert.Throws<NotebookException>(() => document.Save(folder["nowhere", "n.ipynb"]));
        var onFolder = Assert.Throws<NotebookException>(() => document.Save(folder.Path));

        Assert.StartsWith($"{folder["nowhere", "n.ipynb"]}: cannot be written (", nowhere.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{folder.Path}: cannot be written (", onFolder.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        Assert.False(File.Exists(folder.Path + ".new"));
    }

    private static void Check(string json, string message) =>
        Assert.Equal(message, Assert.Throws<NotebookException>(() => NotebookDocument.Parse(json, "n.ipynb")).Message);
}
