using DynamicObj;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Numerics;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Figure = InteractiveArticle.Figures.Drawing.Figure;

namespace InteractiveArticle.Charting;

/// <summary>
/// Paints figures with Plotly.NET.
/// </summary>
/// <remarks>
/// It sets what belongs to the figure: data, axes, colours by part played, names beside their series. Fonts, grid and
/// background are the page's one look and are left to it.
/// </remarks>
public sealed class PlotlyPainter : IFigurePainter
{
    private const int SignificantDigits = 6;
    private const int RowHeight = 28; // two lines of a mark's words, in pixels
    private const double NearTheEnd = 0.93;
    private const double PartOfAPlace = 0.8; // what a bar takes of the room from one bar to the next
    private const int BesideBar = 10; // from the middle of a bar to its name, in pixels

    // A name exactly on the edge of an automatic range would fall outside of it by rounding and vanish.
    private const double Inside = 1 - 1e-6;

    /// <inheritdoc/>
    public string ToPlotlyJson(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);

        // The library's own defaults template costs a hundred times the chart itself, and the page has its own look.
        var chart = GenericChart.ofTraceObjects(false, Microsoft.FSharp.Collections.ListModule.OfSeq(figure.Series.Select(series => TraceOf(series, figure))));
        return GenericChart.toFigureJson(GenericChart.setLayout(LayoutOf(figure), chart));
    }

    private static Trace TraceOf(Series series, Figure figure)
    {
        string colour = Palette.Hex(series.Color);
        var trace = new Trace(series.Shape is SeriesShape.Bars or SeriesShape.StackedBars ? "bar" : "scatter");
        trace.SetProperty("name", series.Name);
        trace.SetProperty("x", series.X.Select(Round).ToArray());
        trace.SetProperty("y", series.Y.Select(Round).ToArray());
        if (figure.X.Words is { } words)
        {
            trace.SetProperty("text", series.X.Select(words).ToArray());
            trace.SetProperty("hovertemplate", "%{text}: %{y}");
        }

        switch (series.Shape)
        {
            case SeriesShape.Bars or SeriesShape.StackedBars:
                trace.SetProperty("marker", With(new DynamicObj.DynamicObj(), ("color", colour)));
                if (series.Shape == SeriesShape.Bars)
                {
                    trace.SetProperty("width", WidthOfBars(figure));
                }

                break;
            case SeriesShape.Points:
                trace.SetProperty("mode", "markers");
                trace.SetProperty("marker", With(new DynamicObj.DynamicObj(), ("color", colour), ("size", 9)));
                break;
            default:
                trace.SetProperty("mode", "lines");
                trace.SetProperty("line", With(
                    new Line(),
                    ("color", colour),
                    ("width", series.IsThin ? 0.7 : series.IsDashed ? 1.5 : 2.5),
                    ("dash", series.IsDashed ? "dash" : "solid"),
                    ("shape", series.Shape == SeriesShape.Steps ? "hv" : "linear")));
                break;
        }

        if (series.Shape == SeriesShape.Area)
        {
            trace.SetProperty("fill", "tozeroy");
            trace.SetProperty("fillcolor", Palette.Fill(series.Color));
        }

        return trace;
    }

    private static Layout LayoutOf(Figure figure)
    {
        var layout = With(
            new Layout(),
            ("title", With(new Title(), ("text", figure.Title))),
            ("xaxis", AxisOf(figure.X)),
            ("yaxis", AxisOf(figure.Y)),
            ("showlegend", false),
            ("hovermode", "closest"),
            ("shapes", figure.Marks.Select(LineOf).ToArray()),
            ("annotations", figure.Marks.Select((mark, i) => TextOf(mark, i, figure)).Concat(figure.Series.SelectMany(series => NamesOf(series, figure))).ToArray()));

        // Left to itself the library puts the bars of several series side by side and makes them thin.
        if (figure.Series.Any(series => series.Shape == SeriesShape.StackedBars))
        {
            layout.SetProperty("barmode", "stack");
        }
        else if (figure.Series.Any(series => series.Shape == SeriesShape.Bars))
        {
            layout.SetProperty("barmode", "overlay");
        }

        return layout;
    }

    private static LinearAxis AxisOf(Axis axis)
    {
        var painted = With(new LinearAxis(), ("title", With(new Title(), ("text", axis.Label))), ("automargin", true));
        if (axis.Minimum is { } minimum && axis.Maximum is { } maximum)
        {
            painted.SetProperty("range", new[] { Scaled(axis, minimum), Scaled(axis, maximum) });
        }
        else if (axis.Minimum == 0)
        {
            painted.SetProperty("rangemode", "tozero");
        }

        if (axis.IsLogarithmic)
        {
            painted.SetProperty("type", "log");
        }

        if (axis.IsShare)
        {
            painted.SetProperty("tickformat", ".0%");
        }

        if (axis.Ticks.Count > 0)
        {
            painted.SetProperty("tickvals", axis.Ticks.Select(tick => tick.At).ToArray());
            painted.SetProperty("ticktext", axis.Ticks.Select(tick => tick.Text).ToArray());
        }

        return painted;
    }

    private static Shape LineOf(Mark mark) => With(
        new Shape(),
        ("type", "line"),
        ("xref", "x"),
        ("yref", "paper"),
        ("x0", mark.At),
        ("x1", mark.At),
        ("y0", 0),
        ("y1", 1),
        ("layer", "below"),
        ("line", With(new Line(), ("color", Palette.Hex(mark.Color)), ("width", 1), ("dash", "dot"))));

    private static Annotation TextOf(Mark mark, int place, Figure figure)
    {
        // Many marks take turns in two rows, so that their words keep apart on a small screen.
        bool isRaised = figure.Marks.Count > 2 && place % 2 == 1;
        bool isAtTheEnd = figure.X is { Minimum: { } start, Maximum: { } end } && mark.At > start + (NearTheEnd * (end - start));
        return With(
            new Annotation(),
            ("x", Scaled(figure.X, mark.At)),
            ("y", 1),
            ("yref", "paper"),
            ("xanchor", isAtTheEnd ? "right" : "center"),
            ("yanchor", "bottom"),
            ("yshift", isRaised ? RowHeight : 0),
            ("text", mark.Text.Replace("\n", "<br>", StringComparison.Ordinal)),
            ("showarrow", false),
            ("font", With(new Font(), ("color", Palette.Hex(mark.Color)), ("size", 11))));
    }

    private static IEnumerable<Annotation> NamesOf(Series series, Figure figure)
    {
        if (series.NameAt is not { } at)
        {
            yield break;
        }

        bool isBar = series.Shape == SeriesShape.Bars;
        int nearest = Enumerable.Range(0, series.X.Count).MinBy(i => Math.Abs(series.X[i] - at));
        bool isStacked = series.Shape == SeriesShape.StackedBars;
        bool isToTheRight = isStacked || series.NameBelow;
        yield return With(
            new Annotation(),
            ("x", Inside * Scaled(figure.X, series.X[nearest])),
            ("y", isStacked ? MiddleOfBar(series, nearest, figure) : Scaled(figure.Y, series.Y[nearest])),
            ("text", series.Name),
            ("showarrow", false),
            ("xanchor", isBar ? "center" : isToTheRight ? "left" : "right"),
            ("yanchor", isStacked ? "middle" : series.NameBelow ? "top" : "bottom"),
            ("xshift", isBar ? 0 : isStacked ? BesideBar : isToTheRight ? 4 : -4),
            ("yshift", isStacked ? 0 : series.NameBelow ? -2 : 2),
            ("font", With(new Font(), ("color", Palette.Hex(series.Color)), ("size", 13))));
    }

    // The library looks at one series at a time, and would let the bars of several overlap.
    private static double WidthOfBars(Figure figure)
    {
        double[] places = [.. figure.Series.Where(series => series.Shape == SeriesShape.Bars).SelectMany(series => series.X).Distinct().Order()];
        return PartOfAPlace * places.Zip(places.Skip(1), (place, next) => next - place).DefaultIfEmpty(1).Min();
    }

    private static double MiddleOfBar(Series series, int place, Figure figure) =>
        figure.Series.TakeWhile(other => other != series).Where(other => other.Shape == SeriesShape.StackedBars).Sum(other => other.Y[place])
        + (series.Y[place] / 2);

    // Plotly wants positions on a logarithmic axis as exponents.
    private static double Scaled(Axis axis, double value) => axis.IsLogarithmic ? DecimalExponent(value) : value;

    // The platform's own logarithm may differ in the last bit, and a figure's bytes must not.
    private static double DecimalExponent(double value) => PortableMath.Log(value) / PortableMath.Log(10);

    // Six digits are finer than any screen, and they keep a figure's data small.
    private static double Round(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        int digits = SignificantDigits - 1 - (int)Math.Floor(DecimalExponent(Math.Abs(value)));
        return digits is >= 0 and <= 15 ? Math.Round(value, digits) : value;
    }

    private static T With<T>(T target, params ReadOnlySpan<(string Name, object Value)> properties)
        where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in properties)
        {
            target.SetProperty(name, value);
        }

        return target;
    }
}
