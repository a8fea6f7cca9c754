using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Formatting;

namespace InteractiveArticle.Cells.Tests.Compiler;

public sealed class PortableSubsetTests
{
    [Theory]
    [InlineData("#!time\n1", 1, "#!time is a magic command")]
    [InlineData("var a = 1;\n  #!fsharp\nlet b = 1", 2, "#!fsharp is a magic command")]
    [InlineData("#r \"nuget: Plotly.NET, 6.0.0\"", 1, "#r \"nuget: Plotly.NET, 6.0.0\" is a package from a feed")]
    [InlineData("using System;\n#i \"nuget: https://example.org\"", 2, "#i \"nuget: https://example.org\" is a package source")]
    public void WhatAPageCannotRun_IsRefusedWithItsLine(string code, int line, string what)
    {
        var (cell, error) = CellCompiler.In(Directory.GetCurrentDirectory(), PageCells.Environment).Compile(code, 1, previous: null);

        Assert.Null(cell);
        Assert.Equal((CellError.NotPortable, line), (error!.Name, error.Line));
        Assert.StartsWith(what + ", which a page does not have", error.Message, StringComparison.Ordinal);
    }
}
