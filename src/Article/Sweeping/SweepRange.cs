using System.Globalization;
using InteractiveArticle.Parameters;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Sweeping;

/// <summary>
/// The values that a sweep gives one parameter of a model, in their order.
/// </summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Values">Its values, as they would be typed.</param>
internal sealed record SweepRange(ModelParameter Parameter, IReadOnlyList<string> Values)
{
    /// <summary>How many points a sweep may have.</summary>
    public const int MostPoints = 10_000;

    /// <summary>Reads a range.</summary>
    /// <param name="text">Of the form name=from:to:step; the steps may lead upwards or downwards, and the last value is the last step that does not pass <c>to</c>.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="ModelOptionsException">The text is of another form, the parameter takes no numbers, it does not take one of these values, or they are too many.</exception>
    public static SweepRange Read(string text, Model model)
    {
        ModelOptionsException Wrong(string line) => new($"--sweep {text}: {line}");

        if (text.Split('=') is not [var name, var range]
            || range.Split(':') is not [var first, var last, var stride]
            || Number(first) is not { } from
            || Number(last) is not { } to
            || Number(stride) is not { } step)
        {
            throw Wrong("write it as name=from:to:step, for instance --sweep removed=0:1:0.05");
        }

        var parameter = model.Parameter(name.Trim());
        if (parameter.Allowed.Kind is not (ParameterKind.Number or ParameterKind.WholeNumber))
        {
            throw Wrong($"{parameter.Name} takes {parameter.Allowed.InWords}; only numbers can be swept, so give it by --set");
        }

        SweepRange Allowed(params IReadOnlyList<string> values) => values.FirstOrDefault(value => parameter.Allowed.Read(value) is null) is { } refused
            ? throw Wrong(parameter.Allowed.Refusal(parameter.Name, parameter.Description, refused))
            : new(parameter, values);

        // The ends first, as what lies outside would make endless lists.
        Allowed(Text(from), Text(to));
        if (from == to)
        {
            return Allowed(Text(from));
        }

        if (step == 0 || step > 0 != to > from)
        {
            throw Wrong($"a step of {stride.Trim()} does not lead from {Text(from)} to {Text(to)}; give one {(to > from ? "above" : "below")} 0");
        }

        if (((double)to - (double)from) / (double)step >= MostPoints)
        {
            throw Wrong($"more than {MostPoints} points; give a longer step");
        }

        // In decimals, in which 0 + 3 · 0.05 is 0.15 exactly.
        return Allowed([.. Enumerable.Range(0, (int)((to - from) / step) + 1).Select(i => Text(from + (i * step)))]);
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static string Text(decimal number) => number.ToString("G29", CultureInfo.InvariantCulture);
}
