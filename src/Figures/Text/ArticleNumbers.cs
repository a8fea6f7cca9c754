using System.Globalization;

namespace InteractiveArticle.Figures.Text;

/// <summary>
/// How numbers read in the article, whatever the culture of the machine: "−" for a minus, a comma between thousands in every
/// format, a space before "%", and no sign at a zero.
/// </summary>
internal sealed class ArticleNumbers : IFormatProvider, ICustomFormatter
{
    /// <summary>The one instance.</summary>
    public static ArticleNumbers Instance { get; } = new();

    private static readonly CultureInfo Culture = MakeCulture();

    private ArticleNumbers()
    {
    }

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : Culture.GetFormat(formatType);

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        int or long => Unsigned(((IFormattable)arg).ToString(WithThousands(format, "N0"), Culture)),
        double number => Unsigned(number.ToString(WithThousands(format, "#,##0.###"), Culture)),
        IFormattable other => other.ToString(format, this),
        _ => arg?.ToString() ?? "",
    };

    private static string WithThousands(string? format, string usual) => format switch
    {
        null or "" => usual,
        ['F', ..] => "N" + format[1..],
        ['0', ..] => "#,##" + format,
        _ => format,
    };

    // What rounds to zero keeps the sign of what it was.
    private static string Unsigned(string number) =>
        number.StartsWith(Culture.NumberFormat.NegativeSign, StringComparison.Ordinal) && !number.AsSpan().ContainsAnyInRange('1', '9') ? number[1..] : number;

    private static CultureInfo MakeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "−";
        return CultureInfo.ReadOnly(culture);
    }
}
