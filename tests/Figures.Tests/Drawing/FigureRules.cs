using InteractiveArticle.Figures.Drawing;

namespace InteractiveArticle.Figures.Tests.Drawing;

/// <summary>What every figure owes to whoever looks at it, or cannot.</summary>
internal static class FigureRules
{
    private const int MostPoints = 400;

    public static void Check(Figure figure)
    {
        Assert.Matches(@"^\S.*[.!]$", figure.Finding);
        Assert.DoesNotMatch("NaN|Infinity|∞|E[+-]?[0-9]", figure.Finding);
        Assert.DoesNotMatch("[?.]$", figure.Title);
        Assert.NotEmpty(figure.X.Label);
        Assert.NotEmpty(figure.Y.Label);
        Assert.NotEmpty(figure.Series);
        Assert.All(figure.Series, series =>
        {
            Assert.NotEmpty(series.Name);
            Assert.InRange(series.X.Count, 1, MostPoints);
            Assert.Equal(series.X.Count, series.Y.Count);
            Assert.All(series.X, value => AssertDrawable(figure.X, value));
            Assert.All(series.Y, value => AssertDrawable(figure.Y, value));
        });
        Assert.All(figure.Marks, mark => AssertDrawable(figure.X, mark.At));
    }

    private static void AssertDrawable(Axis axis, double value) => Assert.True(double.IsFinite(value) && (value > 0 || !axis.IsLogarithmic), $"{axis.Label}: {value}");
}
