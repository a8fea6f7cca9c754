namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// Turns figures into Plotly charts. Implemented behind a wall: cells never see the charting library.
/// </summary>
public interface IFigurePainter
{
    /// <summary>The chart as JSON with the members "data" and "layout".</summary>
    /// <param name="figure">The figure.</param>
    string ToPlotlyJson(Figure figure);
}
