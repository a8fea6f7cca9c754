using System.Text;
using InteractiveArticle.Figures.Scenes.Parts;
using static System.FormattableString;

namespace InteractiveArticle.Figures.Scenes;

/// <summary>Slanted strokes over areas, which tell them from others without their colour.</summary>
public static class Hatching
{
    private const double Pitch = 8;

    /// <summary>The strokes over some areas, as one line.</summary>
    /// <param name="areas">The areas.</param>
    /// <param name="paint">The colour of the strokes.</param>
    public static Line Over(IEnumerable<Area> areas, Paint paint)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var strokes = new StringBuilder("M0 0");
        foreach (var area in areas)
        {
            // From the left or lower edge to the upper or right one, at half a right angle.
            for (double along = Pitch / 2; along < area.Width + area.Height; along += Pitch)
            {
                double x = area.X + Math.Max(0, along - area.Height);
                double y = area.Y + Math.Min(along, area.Height);
                double length = Math.Min(along, area.Width) - Math.Max(0, along - area.Height);
                strokes.Append(Invariant($"M{x:0.#} {y:0.#}l{length:0.#} {-length:0.#}"));
            }
        }

        return new Line(strokes.ToString(), paint);
    }
}
