using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.SharedLink;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.SharedLink;

/// <summary>A browser's window in which a page appears piece by piece, with a stopwatch below.</summary>
/// <param name="Area">Where the window is.</param>
/// <param name="Story">The seconds that are told.</param>
/// <param name="Page">The page.</param>
internal sealed record LoadingPage(Area Area, LineStory Story, LinkTransfer Page)
{
    /// <summary>How many pieces of the same size a page is made of.</summary>
    public const int Pieces = 12;

    // Rows and columns of a page on a grid of 8 by 8: a heading, text beside a picture, text below.
    private static readonly (double X, double Y, double Width, double Height, Paint Paint)[] Shapes =
    [
        (0, 0, 8, 0.9, Paint.Ink),
        (0, 1.5, 3.6, 0.45, Paint.Soft), (4.2, 1.5, 3.8, 1.05, Paint.Lit),
        (0, 2.3, 3.6, 0.45, Paint.Soft), (4.2, 2.6, 3.8, 1.05, Paint.Lit),
        (0, 3.1, 3.6, 0.45, Paint.Soft), (4.2, 3.7, 3.8, 1.05, Paint.Lit),
        (0, 3.9, 3.6, 0.45, Paint.Soft),
        (0, 5.2, 8, 0.45, Paint.Soft), (0, 6, 7.4, 0.45, Paint.Soft), (0, 6.8, 7.8, 0.45, Paint.Soft), (0, 7.6, 5, 0.45, Paint.Soft),
    ];

    /// <summary>The window and the stopwatch.</summary>
    /// <param name="name">What stands below the stopwatch.</param>
    public IEnumerable<Part> Parts(string name)
    {
        const double Bar = 14;
        const double Margin = 8;
        yield return new Box(Area, Paint.Paper, Paint.Edge, Radius: 5);
        yield return new Box(new(Area.X + 1, Area.Y + 1, Area.Width - 2, Bar), Paint.Hairline, Radius: 4);
        foreach (int button in Enumerable.Range(0, 3))
        {
            yield return new Box(new(Area.X + 6 + (8 * button), Area.Y + 5, 5, 5), Paint.Edge, Radius: 2.5);
        }

        double column = (Area.Width - (2 * Margin)) / 8;
        double row = (Area.Height - Bar - (2 * Margin)) / 8;
        for (int piece = 0; piece < Pieces; piece++)
        {
            var (x, y, width, height, paint) = Shapes[piece];
            var place = new Area(Area.X + Margin + (x * column), Area.Y + Bar + Margin + (y * row), width * column, height * row);
            yield return new Box(place, Paint.Raised, Radius: 1);
            yield return new Shown(Story.Time.Film(Story.Trace.SecondOf(Page, (piece + 1.0) / Pieces)), double.PositiveInfinity, [new Box(place, paint, Radius: 1)]);
        }

        yield return new Reading(Area.CentreX, Area.Bottom + 24, new TextStyle(20, Paint.Ink, Weight: 650), Stopwatch()) { Anchor = Anchor.Middle };
        yield return new Word(Area.CentreX, Area.Bottom + 41, name, TextStyles.Small) { Anchor = Anchor.Middle };
    }

    private IReadOnlyList<Telling> Stopwatch()
    {
        Telling last = new(Story.Time.Film(Page.Until), Words(Page.Until));
        return
        [
            .. Telling.Over(Story.Time, 0.1, Words).TakeWhile(telling => telling.At < last.At && telling.Text != last.Text),
            last,
        ];
    }

    private string Words(double second) => LineStory.Seconds(Math.Max(0, second - Page.Since)) + " s";
}
