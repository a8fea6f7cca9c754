namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// Turns figures into charts of plotly.js. Implemented by the charting library, behind a wall: cells never see it.
/// </summary>
public interface IFigurePainter
{
    /// <summary>The chart as JSON with the members "data" and "layout".</summary>
    /// <param name="figure">The figure, as it came out of <see cref="FigureJson.Read"/>.</param>
    string ToPlotlyJson(Figure figure);
}
