using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Numerics;
using Microsoft.FSharp.Core;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using static InteractiveArticle.Charting.NamedArguments;
using static Plotly.NET.StyleParam;
using Figure = InteractiveArticle.Figures.Drawing.Figure;
using LineShape = Plotly.NET.StyleParam.Shape;
using Range = Plotly.NET.StyleParam.Range;
using Shape = Plotly.NET.LayoutObjects.Shape;

namespace InteractiveArticle.Charting;

/// <summary>
/// Paints figures with Plotly.NET, for notebooks. The page has a painter of its own (chart.js), because Plotly.NET
/// and what it needs would weigh more there than the rest of the live part together. A test of the browser holds that
/// the two give the same chart for every figure of the article; what is changed here is changed there as well.
/// </summary>
/// <remarks>
/// A painter sets what belongs to the figure: data, axes, colours by part played, names beside their series. Fonts, grid
/// and background are left to whoever shows the chart.
/// </remarks>
public sealed class PlotlyPainter : IFigurePainter
{
    private const int RowHeight = 28; // two lines of a mark's words, in pixels
    private const double NearTheEnd = 0.93; // of the horizontal axis
    private const double ShareOfItsPlace = 0.8; // what a bar takes of the room from one bar to the next
    private const int Beside = 4; // from a bar, a line or a point to its name, in pixels

    // A name exactly on the edge of an automatic range would fall outside of it by rounding and vanish.
    private const double Inside = 1 - 1e-6;

    /// <inheritdoc/>
    public string ToPlotlyJson(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);

        // The library's own defaults would cost a hundred times the chart itself.
        var traces = Microsoft.FSharp.Collections.ListModule.OfSeq<Trace>(figure.Series.Select(series => TraceOf(series, figure)));
        return GenericChart.toFigureJson(GenericChart.setLayout(LayoutOf(figure), GenericChart.ofTraceObjects(useDefaults: false, traces)));
    }

    private static Trace2D TraceOf(Series series, Figure figure)
    {
        bool isBar = series.Shape is SeriesShape.Bars or SeriesShape.StackedBars;
        bool isPoint = series.Shape == SeriesShape.Points;
        bool isArea = series.Shape == SeriesShape.Area;
        var color = Palette.Of(series.Color);
        string[] readings = [.. series.X.Zip(series.Y, (x, y) => $"{figure.X.Read(x)}: {figure.Y.Read(y)}")];
        return isBar
            ? Style(Trace2D.initBar(Unchanged), nameof(Trace2DStyle.Bar), new
            {
                series.Name,
                series.X,
                series.Y,
                MultiHoverText = readings,
                HoverTemplate = "%{hovertext}",
                Marker = New<Marker>(new { Color = color }),
                Width = WidthOfBars(figure, series.Shape),
            })
            : Style(Trace2D.initScatter(Unchanged), nameof(Trace2DStyle.Scatter), new
            {
                series.Name,
                series.X,
                series.Y,
                MultiHoverText = readings,
                HoverTemplate = "%{hovertext}",
                Mode = isPoint ? Mode.Markers : Mode.Lines,
                Marker = isPoint ? New<Marker>(new { Color = color, Size = 9 }) : null,
                Line = isPoint ? null : New<Line>(new
                {
                    Color = color,
                    Width = series.IsThin ? 0.7 : series.IsDashed ? 1.5 : 2.5,
                    Dash = series.IsDashed ? DrawingStyle.Dash : DrawingStyle.Solid,
                    Shape = series.Shape == SeriesShape.Steps ? LineShape.Hv : LineShape.Linear,
                }),
                Fill = isArea ? Fill.ToZero_y : null,
                FillColor = isArea ? Palette.FillOf(series.Color) : null,
            });
    }

    private static Layout LayoutOf(Figure figure)
    {
        var layout = New<Layout>(new
        {
            Title = New<Title>(new { Text = figure.Title }),
            ShowLegend = false,
            HoverMode = HoverMode.Closest,
            BarMode = BarModeOf(figure),
            Shapes = figure.Marks.Select(LineOf).ToArray(),
            Annotations = figure.Marks.Select((mark, i) => WordsOf(mark, i, figure)).Concat(figure.Series.SelectMany(series => NameOf(series, figure))).ToArray(),
        });
        return Layout.setLinearAxis(SubPlotId.NewYAxis(1), AxisOf(figure.Y)).Invoke(Layout.setLinearAxis(SubPlotId.NewXAxis(1), AxisOf(figure.X)).Invoke(layout));
    }

    // Left to itself the library puts the bars of several series side by side and makes them thin.
    private static BarMode? BarModeOf(Figure figure) =>
        figure.Series.Any(series => series.Shape == SeriesShape.StackedBars) ? BarMode.Stack
        : figure.Series.Any(series => series.Shape == SeriesShape.Bars) ? BarMode.Overlay
        : null;

    private static LinearAxis AxisOf(Axis axis) => New<LinearAxis>(new
    {
        Title = New<Title>(new { Text = axis.Label }),
        AutoMargin = TickAutoMargin.All,
        Range = axis is { Minimum: { } minimum, Maximum: { } maximum } ? Range.ofMinMax(Scaled(axis, minimum), Scaled(axis, maximum)) : null,
        RangeMode = axis is { Minimum: 0, Maximum: null } ? RangeMode.ToZero : null,
        AxisType = axis.IsLogarithmic ? AxisType.Log : null,
        TickFormat = axis.IsShare ? ".0%" : null,
        TickVals = axis.Ticks.Count > 0 ? axis.Ticks.Select(tick => tick.At) : null,
        TickText = axis.Ticks.Count > 0 ? axis.Ticks.Select(tick => Lines(tick.Text)) : null,
    });

    private static Shape LineOf(Mark mark) => New<Shape>(new
    {
        ShapeType = ShapeType.Line,
        Xref = "x",
        Yref = "paper",
        X0 = mark.At,
        X1 = mark.At,
        Y0 = 0,
        Y1 = 1,
        Layer = Layer.Below,
        Line = New<Line>(new { Color = Palette.Of(mark.Color), Width = 1.0, Dash = DrawingStyle.Dot }),
    });

    private static Annotation WordsOf(Mark mark, int place, Figure figure)
    {
        // Many marks take turns in two rows, so that their words keep apart on a small screen.
        bool isRaised = figure.Marks.Count > 2 && place % 2 == 1;
        bool isAtTheEnd = figure.X is { Minimum: { } start, Maximum: { } end } && mark.At > start + (NearTheEnd * (end - start));
        return New<Annotation>(new
        {
            X = Scaled(figure.X, mark.At),
            Y = 1,
            YRef = "paper",
            XAnchor = isAtTheEnd ? XAnchorPosition.Right : XAnchorPosition.Center,
            YAnchor = YAnchorPosition.Bottom,
            YShift = isRaised ? RowHeight : 0,
            Text = Lines(mark.Text),
            ShowArrow = false,
            Font = New<Font>(new { Color = Palette.Of(mark.Color), Size = 11.0 }),
        });
    }

    private static string Lines(string text) => text.Replace("\n", "<br>", StringComparison.Ordinal);

    private static Annotation[] NameOf(Series series, Figure figure)
    {
        if (series.NameAt is not { } at || Points(series).MinBy(i => Math.Abs(series.X[i!.Value] - at)) is not { } nearest)
        {
            return [];
        }

        bool isBar = series.Shape == SeriesShape.Bars;
        bool isStacked = series.Shape == SeriesShape.StackedBars;
        bool isToTheRight = isStacked || series.NameBelow;
        return
        [
            New<Annotation>(new
            {
                X = isStacked ? series.X[nearest] + (WidthOfBars(figure, series.Shape) / 2) : Inside * Scaled(figure.X, series.X[nearest]),
                Y = isStacked ? MiddleOfBar(series, nearest, figure) : Scaled(figure.Y, series.Y[nearest]),
                Text = series.Name,
                ShowArrow = false,
                XAnchor = isBar ? XAnchorPosition.Center : isToTheRight ? XAnchorPosition.Left : XAnchorPosition.Right,
                YAnchor = isStacked ? YAnchorPosition.Middle : series.NameBelow ? YAnchorPosition.Top : YAnchorPosition.Bottom,
                XShift = isBar ? 0 : isToTheRight ? Beside : -Beside,
                YShift = isStacked ? 0 : series.NameBelow ? -2 : 2,
                Font = New<Font>(new { Color = Palette.Of(series.Color), Size = 13.0 }),
            }),
        ];
    }

    // A gap has no place for a name.
    private static IEnumerable<int?> Points(Series series) =>
        Enumerable.Range(0, series.X.Count).Where(i => double.IsFinite(series.X[i]) && double.IsFinite(series.Y[i])).Select(i => (int?)i);

    // The library looks at one series at a time, and would let the bars of several overlap.
    private static double WidthOfBars(Figure figure, SeriesShape shape)
    {
        double[] places = [.. figure.Series.Where(series => series.Shape == shape).SelectMany(series => series.X).Where(double.IsFinite).Distinct().Order()];
        return ShareOfItsPlace * places.Zip(places.Skip(1), (place, next) => next - place).DefaultIfEmpty(1).Min();
    }

    private static double MiddleOfBar(Series series, int place, Figure figure) =>
        figure.Series.TakeWhile(other => other != series).Where(other => other.Shape == SeriesShape.StackedBars).Select(other => other.Y.ElementAtOrDefault(place)).Where(double.IsFinite).Sum()
        + (series.Y[place] / 2);

    // Plotly wants positions on a logarithmic axis as exponents. The platform's own logarithm may differ in the last bit,
    // and a figure's bytes must not.
    private static double Scaled(Axis axis, double value) => axis.IsLogarithmic ? PortableMath.Log(value) / PortableMath.Log(10) : value;

    private static FSharpFunc<Trace2D, Trace2D> Unchanged { get; } = FuncConvert.FromFunc<Trace2D, Trace2D>(trace => trace);
}
