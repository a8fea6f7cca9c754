using InteractiveArticle.Cells.Running;
using InteractiveArticle.Kernel.Tests.Cells;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Input;

public sealed class InputTests
{
    [Theory]
    [InlineData("Console.ReadLine()", "Ada", "")]
    [InlineData("await Kernel.GetInputAsync(\"Name?\")", "Ada", "Name?")]
    [InlineData("(await Kernel.GetPasswordAsync(\"Word?\")).GetClearTextPassword()", "Ada", "Word? (hidden)")]
    [InlineData("#!set --name told --value @input:Name?\ntold", "Ada", "Name?")]
    [InlineData("new string([(char)Console.Read(), (char)Console.Read()])", "Ad", "")]
    public async Task WhatACellAsks_IsAskedOfItsReader(string code, string value, string asked)
    {
        using var session = new Session();
        var reader = new Reader();
        var recorder = new OutputRecorder();
        var result = await session.Kernel.ExecuteAsync(code, recorder, TestContext.Current.CancellationToken, input: reader);

        Assert.Null(result.Error);
        Assert.Equal(value, recorder.Outputs.OfType<ResultOutput>().Single().Data["text/plain"]);
        Assert.Equal([asked], reader.Asked);
    }

    [Theory]
    [InlineData("Console.WriteLine();\nConsole.ReadLine()")]
    [InlineData("\nawait Kernel.GetInputAsync(\"Name?\")")]
    public async Task WhereNobodyCanBeAsked_ThatIsAnError(string code)
    {
        using var session = new Session();
        var error = await session.Fail(code);

        Assert.StartsWith("A cell cannot ask for input here", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }

    private sealed class Reader : ICellInput
    {
        public List<string> Asked { get; } = [];

        public string Ask(string prompt, bool isPassword)
        {
            Asked.Add(isPassword ? prompt + " (hidden)" : prompt);
            return "Ada";
        }
    }
}
