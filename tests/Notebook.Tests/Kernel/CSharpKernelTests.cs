using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InteractiveArticle.Notebook.Tests.Kernel;

public sealed class CSharpKernelTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private CSharpKernel Kernel => field ??= new CSharpKernel(Path.Combine(folder, "notebooks"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("\"words\"", "words")]
    [InlineData("await System.Threading.Tasks.Task.FromResult(7)", "7")]
    [InlineData("new[] { 3, 1 }.Order().First()", "1")]
    [InlineData("int Twice(int x) => 2 * x;\nTwice(21)", "42")]
    public async Task ALastExpression_IsTheCellsValue(string code, string text)
    {
        var recorder = await RunAsync(code);

        Assert.Equal(text, recorder.Text);
    }

    [Theory]
    [InlineData("var x = 5;")]
    [InlineData("Console.Write(\"a\")")]
    [InlineData("using System.IO;")]
    [InlineData("// nothing")]
    public async Task ACellThatEndsOtherwise_HasNoValue(string code) => Assert.Null((await RunAsync(code)).Result);

    [Fact]
    public async Task Cells_SeeWhatEarlierOnesDeclared_AndMayDeclareItAnew()
    {
        await RunAsync("using System.Text.RegularExpressions;\nint x = 1; record Point(int X);");
        await RunAsync("x += 1;");

        Assert.Equal("2", (await RunAsync("new Point(x).X * Regex.Count(\"a\", \"a\")")).Text);
        Assert.Equal("later", (await RunAsync("var x = \"later\";\nx")).Text);
    }

    [Fact]
    public async Task ACellThatThrows_KeepsWhatItDeclared_AndOneThatDoesNotCompileDeclaresNothing()
    {
        Assert.NotNull(await Kernel.ExecuteAsync("int x = 2; throw new Exception();", new Recorder()));
        Assert.NotNull(await Kernel.ExecuteAsync("int y = nope;", new Recorder()));

        Assert.Equal("2", (await RunAsync("x")).Text);
        Assert.Contains("CS0103", (await Kernel.ExecuteAsync("y", new Recorder()))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Console_GoesToTheCell_AsItIsWritten_AndAlsoFromItsTasks()
    {
        var recorder = await RunAsync("Console.WriteLine($\"{1.5}\"); await Task.Run(() => Console.Write('x')); Console.Error.Write(\"oops\");");

        Assert.Equal("1.5\nx", recorder.Console);
        Assert.Equal("oops", Assert.Single(recorder.Outputs.OfType<StreamOutput>(), stream => stream.Name == "stderr").Text);
    }

    [Fact]
    public async Task Display_ShowsValuesAndUpdatesThem()
    {
        var recorder = await RunAsync("""
            var shown = display("first");
            shown.Update("second");
            "**bold**".DisplayAs("text/markdown");
            3.Display("text/plain");
            HTML("<b>x</b>")
            """);
        var displays = recorder.Outputs.OfType<DisplayOutput>().ToArray();

        Assert.Equal("first", displays[0].Data[MimeTypes.Text]);
        Assert.Equal((displays[0].DisplayId, "second"), (recorder.Updates[0].DisplayId, recorder.Updates[0].Data[MimeTypes.Text]));
        Assert.Equal("**bold**", displays[1].Data["text/markdown"]);
        Assert.Equal(["text/plain"], displays[2].Data.Select(form => form.Key));
        Assert.Equal("<b>x</b>", recorder.Result!.Data[MimeTypes.Html]);
    }

    [Fact]
    public async Task ATypeThatSaysHowItIsShown_BecomesABundle()
    {
        var recorder = await RunAsync("""
            public class TypeFormatterSourceAttribute(Type type) : Attribute
            {
                public Type FormatterSourceType { get; } = type;
                public string[] PreferredMimeTypes { get; set; }
            }
            public class Form(string mimeType, string text)
            {
                public string MimeType => mimeType;
                public bool Format(object value, System.IO.TextWriter writer) { writer.Write(text); return true; }
            }
            public class Forms { public IEnumerable<object> CreateTypeFormatters() => [new Form("text/html", "<i>f</i>"), new Form("application/vnd.plotly.v1+json", "{}")]; }
            [TypeFormatterSource(typeof(Forms), PreferredMimeTypes = ["text/html", "application/vnd.plotly.v1+json"])]
            public class Figure { public override string ToString() => "alt"; }
            new Figure()
            """);

        Assert.Equal(["text/html", "application/vnd.plotly.v1+json", "text/plain"], recorder.Result!.Data.Select(form => form.Key));
        Assert.Equal("<i>f</i>", recorder.Result.Data[MimeTypes.Html]);
    }

    [Theory]
    [InlineData("int a = 1;\nint b = a.Nope;", 2, "CS1061")]
    [InlineData("\n\nthrow new InvalidOperationException(\"boom\");", 3, "boom")]
    [InlineData("void F()\n{\n    throw new Exception(\"deep\");\n}\nF();", 3, "deep")]
    [InlineData("await Task.Yield();\nawait Task.Run(() => throw new Exception(\"later\"));", 2, "later")]
    [InlineData("int[] a = [];\n_ = a[1];", 2, "Index was outside")]
    public async Task AnError_TellsItsLine(string code, int line, string words)
    {
        var error = await Kernel.ExecuteAsync(code, new Recorder());

        Assert.Equal(line, error!.Line);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Traceback, text => text.Contains(folder, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnErrorInAnEarlierCellsCode_TellsTheLineOfTheCallingCell()
    {
        await RunAsync("void F()\n{\n    throw new Exception();\n}");

        Assert.Equal(4, (await Kernel.ExecuteAsync("\n\n\nF();", new Recorder()))!.Line);
    }

    [Fact]
    public async Task ALibraryByRelativePath_BringsWhatStandsBesideIt()
    {
        BuildLibraries();
        await RunAsync("#r \"../artifacts/notebook/Front.dll\"\nusing Back;");

        Assert.Equal("12", (await RunAsync("Front.Front.Twice(new Item(6))")).Text);
    }

    [Fact]
    public async Task AMissingLibrary_SaysWhichCommandBuildsIt()
    {
        var error = await Kernel.ExecuteAsync("#r \"../artifacts/notebook/Missing.dll\"", new Recorder());

        Assert.Contains("dotnet build", error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!csharp\n1", 1)]
    [InlineData("var a = 1;\n#r \"nuget: Newtonsoft.Json\"", 2)]
    public async Task AnythingOutsideThePortableSubset_IsRefused(string code, int line)
    {
        var error = await Kernel.ExecuteAsync(code, new Recorder());

        Assert.Equal(line, error!.Line);
        Assert.Contains("portable subset", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoKernels_DoNotMixTheirOutputs()
    {
        async Task<string> Print(string word)
        {
            var recorder = new Recorder();
            await new CSharpKernel(folder).ExecuteAsync($"for (int i = 0; i < 200; i++) {{ Console.Write(\"{word}\"); await Task.Yield(); }}", recorder);
            return recorder.Console;
        }

        string[] printed = await Task.WhenAll(Print("a"), Print("b"));

        Assert.Equal([new string('a', 200), new string('b', 200)], printed);
    }

    [Fact]
    public async Task Cancellation_EndsTheWaitForACellThatNoticesNothing()
    {
        using var cancellation = new CancellationTokenSource();
        var recorder = new SignallingSink();
        var running = Kernel.ExecuteAsync("Console.Write(\"started\"); System.Threading.Thread.Sleep(3000);", recorder, cancellation.Token);
        await recorder.Started.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private async Task<Recorder> RunAsync(string code)
    {
        var recorder = new Recorder();
        var error = await Kernel.ExecuteAsync(code, recorder);
        Assert.True(error is null, error?.Message);
        return recorder;
    }

    private void BuildLibraries()
    {
        string target = Path.Combine(folder, "artifacts", "notebook");
        Directory.CreateDirectory(target);
        var core = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        string back = Path.Combine(target, "Back.dll");
        var made = CSharpCompilation.Create("Back", [CSharpSyntaxTree.ParseText("namespace Back; public class Item { public int Value; public Item(int value) { Value = value; } }")], [core], options).Emit(back);
        Assert.True(made.Success);
        made = CSharpCompilation.Create("Front", [CSharpSyntaxTree.ParseText("namespace Front; public static class Front { public static int Twice(Back.Item item) { return 2 * item.Value; } }")], [core, MetadataReference.CreateFromFile(back)], options).Emit(Path.Combine(target, "Front.dll"));
        Assert.True(made.Success);
    }

    private sealed class SignallingSink : IOutputSink
    {
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Write(Output output) => Started.TrySetResult();

        public void Update(DisplayOutput output)
        {
        }
    }
}
