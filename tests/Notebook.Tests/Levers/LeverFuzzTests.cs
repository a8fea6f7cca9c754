using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InteractiveArticle.Notebook.Tests.Levers;

public sealed class LeverFuzzTests
{
    private const string Source =
        """
        // What the reader may change.
        double removed = 0.45; // 0…1 step 0.01 · share of the servers
        int pause = 5; // -1…60 step 1 min · time between two looks
        bool retry = true; // clients try again
        string service = "exponential"; // exponential | not at all · law of the service time
        double shift = -1.5e0; // -2000000000000000000000…2000000000000000000000 step 0.5 · drift
        """;

    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    [Fact]
    public void AnyValue_IsRefusedInTheLeversWords_OrComesBackWhateverTheCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (",", "−");
        CultureInfo.CurrentCulture = other;
        try
        {
            var cases = (
                from lever in Gen.Elements(Read(Source).Levers.ToArray())
                from text in Gen.OneOf(
                    ArbMap.Default.GeneratorFor<double>().Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
                    ArbMap.Default.GeneratorFor<int>().Select(number => number.ToString(CultureInfo.InvariantCulture)),
                    ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
                    Gen.Elements("0", "-0", "1", " 1 ", "+1", "1e-320", "1e308", "1e309", "2e21", "0,5", "1'000", "0.5; Environment.Exit(0)", "0.5\n", "true", "FALSE", "exponential", "not at all", "exponential\"; throw null; //", "\"exponential\""))
                select (lever, text)).ToArbitrary();
            Prop.ForAll(cases, pair => Check(pair.lever, pair.text)).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20170228UL, 937UL));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ASpoiledParametersCell_IsRefusedWithItsLine_OrDeclaresItsLeversAndNothingElse() => Mutator.Try(2000, mutator =>
    {
        string source = mutator.Text(Source);
        LeverCell cell;
        try
        {
            cell = Read(source);
        }
        catch (NotebookException refusal)
        {
            Assert.Matches(@"\Aparameters cell, line [0-9]+: .+\z", refusal.Message);
            Assert.DoesNotContain('\n', refusal.Message);
            return;
        }

        var root = CSharpSyntaxTree.ParseText(source, Script).GetCompilationUnitRoot();
        if (!root.GetDiagnostics().Any())
        {
            Assert.Equal(cell.Levers.Select(lever => lever.Name), root.Members.Select(member => ((FieldDeclarationSyntax)member).Declaration.Variables.Single().Identifier.ValueText));
        }
    });

    [Theory]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void CodeBehindAnEndOfLineThatIsNotShown_IsRefused(string end)
    {
        var refusal = Assert.Throws<NotebookException>(() => Read($"bool retry = true; // clients{end}System.Console.Write(1);"));

        Assert.Equal("parameters cell, line 1: there is an end of line within the line that editors may not show; delete it", refusal.Message);
        Assert.Single(Read("bool retry = true; // clients\r\n").Levers);
    }

    private static void Check(Lever lever, string text)
    {
        var document = Document(Source);
        string[] lines = Source.Split('\n');
        string applied;
        try
        {
            applied = LeverCell.Find(document)!.Apply(document, new Dictionary<string, string> { [lever.Name] = text }).Cells[0].Source;
        }
        catch (NotebookException refusal)
        {
            Assert.Equal($"{lever.Name} = {text.Trim(' ', '\t')}: not allowed; {lever.Name} ({lever.Label}) takes {lever.Allowed.InWords}".ReplaceLineEndings(" "), refusal.Message);
            return;
        }

        Assert.Equal(lines.Where((_, line) => line != lever.Line - 1), applied.Split('\n').Where((_, line) => line != lever.Line - 1));
        var back = Read(applied).Levers.Single(other => other.Name == lever.Name);
        Assert.Equal(lever.Parse(text), back.Default);
        Assert.Equal(lever with { Default = back.Default }, back);
    }

    private static LeverCell Read(string source) => LeverCell.Find(Document(source))!;

    private static NotebookDocument Document(string source) => new()
    {
        Cells = [new Cell { Id = "levers", Kind = CellKind.Code, Source = source, Metadata = new() { ["tags"] = new System.Text.Json.Nodes.JsonArray(LeverCell.Tag) } }],
    };
}
