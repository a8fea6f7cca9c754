using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Figures.Drawing;

namespace InteractiveArticle.Figures.Tests.Drawing;

/// <summary>Makes figures that nobody would draw.</summary>
internal static class FigureGenerator
{
    public static Gen<Figure> Figures() =>
        from title in Texts()
        from finding in Texts()
        from x in Axes()
        from y in Axes()
        from series in AllSeries().ListOf(4)
        from marks in Marks().ListOf(4)
        select new Figure { Title = title, Finding = finding, X = x, Y = y, Series = [.. series], Marks = [.. marks] };

    private static Gen<Axis> Axes() =>
        from label in Texts()
        from minimum in Optional(Numbers())
        from maximum in Optional(Numbers())
        from clockStart in Optional(Numbers())
        from timeline in Gen.Elements(null, "", "a run")
        from isShare in Flags()
        from isPartOfYear in Flags()
        from isLogarithmic in Flags()
        from ticks in Numbers().Zip(Texts()).ListOf(3)
        from names in Numbers().Zip(Texts()).ListOf(3)
        select new Axis(label)
        {
            Minimum = minimum, Maximum = maximum, ClockStart = clockStart, Timeline = timeline, IsShare = isShare, IsPartOfYear = isPartOfYear, IsLogarithmic = isLogarithmic,
            Ticks = [.. ticks.Select(tick => new Tick(tick.Item1, tick.Item2))],
            Names = [.. names.Select(name => new Tick(name.Item1, name.Item2))],
        };

    private static Gen<Series> AllSeries() =>
        from name in Texts()
        from shape in Gen.Elements(Enum.GetValues<SeriesShape>())
        from color in Gen.Elements(Enum.GetValues<ColorRole>())
        from points in Numbers().Zip(Numbers()).ListOf(8)
        from isDashed in Flags()
        from isThin in Flags()
        from nameAt in Optional(Numbers())
        from nameBelow in Flags()
        select Series.Of(name, shape, color, [.. points], point => point.Item1, point => point.Item2) with { IsDashed = isDashed, IsThin = isThin, NameAt = nameAt, NameBelow = nameBelow };

    private static Gen<Mark> Marks() =>
        from at in Numbers()
        from text in Texts()
        from color in Gen.Elements(Enum.GetValues<ColorRole>())
        from isHere in Flags()
        select isHere ? Mark.Here(at, color) : new Mark(at, text, color);

    private static Gen<double> Numbers() => Gen.Frequency(
        (3, Gen.Choose(-20, 20).Select(number => (double)number)),
        (3, Gen.Choose(-1_000_000, 1_000_000).Select(number => number / 7919.0)),
        (1, Gen.Elements(0, -0.0, 1e-300, -9.9999949e-8, 999_999.5, 123_456_789, 1e300, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity)));

    private static Gen<string> Texts() =>
        Gen.Elements("a", " ", "\"", "\\", "\n", "\0", "\u2028", "é", "🙂", "</script>", "<!--", "&amp;", "%").ListOf(6).Select(string.Concat);

    private static Gen<bool> Flags() => Gen.Elements(true, false);

    private static Gen<double?> Optional(Gen<double> numbers) => Gen.OneOf(Gen.Constant((double?)null), numbers.Select(number => (double?)number));
}
