using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Notebook.Tests.Pictures;

public sealed class FigurePicturesTests : IDisposable
{
    private const string Figure = """{"title":"T"}""";

    // A PNG of 3 × 2 pixels, as far as its size.
    private static readonly FigurePicture Picture = new([0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 3, 0, 0, 0, 2], [1, 2, 3]);

    private static readonly Output Shown = new ResultOutput(new([new(MimeTypes.Figure, Figure), new(MimeTypes.Html, "<figure>"), new(MimeTypes.Text, "T. It is.")]), new() { ["kept"] = true }, 1);

    private readonly TemporaryFolder folder = new();

    private FigurePictures Pictures => new(folder["images", "figures"]);

    [Fact]
    public void ANameIsMadeOfWhatTheFigureShows() => Assert.Equal("6d05dcd7395808f6", FigurePictures.NameOf(Figure));

    [Fact]
    public void AFigureWithAPicture_GetsIt_WithItsTextAlternativeAndItsSize()
    {
        Assert.False(Pictures.Has(Figure));
        Assert.Same(Shown, Pictures.AddTo(Shown));
        Pictures.Keep(Figure, Picture);

        Assert.True(Pictures.Has(Figure));
        Assert.Equal(Picture.WebP, Pictures.WebPOf(Shown));
        var illustrated = Assert.IsType<ResultOutput>(Pictures.AddTo(Shown));
        Assert.Equal([MimeTypes.Figure, MimeTypes.Html, MimeTypes.Text, MimeTypes.Png], illustrated.Data.MimeTypes);
        Assert.Equal(Picture.Png, HeroPicture.PngOf(illustrated));
        Assert.Equal("""{"kept":true,"image/png":{"alt":"T. It is.","height":2,"width":3}}""", illustrated.Metadata.ToJsonString());
        var displayed = Assert.IsType<DisplayOutput>(Pictures.AddTo(new DisplayOutput(illustrated.Data, [], "display-1")));
        Assert.Equal("display-1", displayed.DisplayId);
    }

    [Fact]
    public void AScene_HasAPngAlone()
    {
        const string scene = """{"title":"S"}""";
        Output shown = new ResultOutput(new([new(MimeTypes.Scene, scene), new(MimeTypes.NarrowScene, "{}"), new(MimeTypes.Markdown, "**S.**"), new(MimeTypes.Text, "S. It does.")]), [], 1);
        Pictures.Keep(scene, Picture with { WebP = null });

        Assert.True(Pictures.Has(scene));
        Assert.Null(Pictures.WebPOf(shown));
        var illustrated = Assert.IsType<ResultOutput>(Pictures.AddTo(shown));
        Assert.Equal(Picture.Png, HeroPicture.PngOf(illustrated));
        var document = new NotebookDocument { Cells = [new() { Id = "a", Kind = CellKind.Code, Source = "", Outputs = [illustrated, new DisplayOutput(illustrated.Data, []), new StreamOutput("stdout", "x")] }] };
        Assert.Equal([scene, scene], FigurePictures.ScenesIn(document));

        var kept = document.WithoutPageForms();
        Assert.All(kept.Cells[0].Outputs.Take(2), output => Assert.Equal([MimeTypes.Markdown, MimeTypes.Text, MimeTypes.Png], output.Forms!.MimeTypes));
        Assert.Equal(document.Cells[0].Outputs[2], kept.Cells[0].Outputs[2]);
    }

    [Fact]
    public void WhatIsTooShortForAPng_HasNoSize() => Assert.Equal((0, 0), PngSize.Of([1, 2, 3]));

    [Fact]
    public void WhatIsNoFigure_OrAnotherOne_StaysAsItIs()
    {
        Pictures.Keep(Figure, Picture);
        Output[] others =
        [
            new StreamOutput("stdout", Figure),
            new ErrorOutput("E", "v", []),
            new DisplayOutput(new([new(MimeTypes.Text, "T")]), []),
            new DisplayOutput(new([new(MimeTypes.Plotly, Figure)]), []),
            new DisplayOutput(new([new(MimeTypes.Figure, Figure + " ")]), []),
        ];

        Assert.All(others, output => Assert.Same(output, Pictures.AddTo(output)));
        Assert.All(others, output => Assert.Null(Pictures.WebPOf(output)));
    }

    [Fact]
    public void OnlyThePicturesOfFiguresThatAreStillShown_AreKept()
    {
        string[] figures = ["1", "2", "3"];
        Pictures.KeepOnly(figures);
        foreach (string figure in figures)
        {
            Pictures.Keep(figure, Picture);
        }

        File.WriteAllText(folder["images", "figures", "README.md"], "somebody's");
        Pictures.KeepOnly(["2", "4"]);

        Assert.Equal([false, true, false], figures.Select(Pictures.Has));
        Assert.Equal(3, Directory.GetFiles(folder["images", "figures"]).Length);
    }

    [Fact]
    public void AChaptersPicture_IsThatOfItsMainFigure()
    {
        Pictures.Keep(Figure, Picture);
        Cell cell(string id, string tag) => new() { Id = id, Kind = CellKind.Code, Source = "", Metadata = new() { ["tags"] = new JsonArray(tag) }, Outputs = [Pictures.AddTo(Shown)] };
        var document = new NotebookDocument { Cells = [cell("a", "other"), cell("b", CellTags.Hero)] };

        Assert.Equal([Figure, Figure], FigurePictures.FiguresIn(document));
        Assert.Equal(Picture.Png, HeroPicture.Of(document));
        Assert.Null(HeroPicture.Of(document with { Cells = [document.Cells[0]] }));
        Assert.Null(HeroPicture.Of(document with { Cells = [document.Cells[1] with { Outputs = [Shown] }] }));
        Assert.Null(HeroPicture.PngOf(new DisplayOutput(new([new(MimeTypes.Png, "no Base64!")]), [])));
    }

    public void Dispose() => folder.Dispose();
}
