using System.Globalization;
using System.Text.RegularExpressions;

namespace InteractiveArticle.Article.Tests.Chapters;

/// <summary>How the article writes numbers, whatever they are: what a reader would stumble over is a fault.</summary>
internal static partial class WordingRules
{
    private const double Whole = 100;

    // Verbs and the like that stand after a 1 and end as plurals do.
    private const string NoPlurals = "ms|is|was|has|as|its|us|this|less|across|does|goes|limps|works|takes|needs|stays|stands|loses|gives|serves|fails|decides";

    private const string Things = "minute|hour|day|second|year|month|service|server|cell|machine|site|connection|request|dollar|region|retry|copy|customer|host|neighbour|spare|delivery|outage|web|light|window";

    // What may be more than the whole: it is compared with something, or is no part of anything.
    private static readonly Regex MayExceed = MoreThanTheWhole();

    private static readonly (string Fault, Regex Pattern)[] Patterns =
    [
        ("is no number", NotANumber()),
        ("is a zero with a sign", SignedZero()),
        ("has a hyphen for a minus", HyphenMinus()),
        ("is one thing in the plural", OneInThePlural()),
        ("is several in the singular", SeveralInTheSingular()),
        ("lacks the space before %", PercentWithoutSpace()),
        ("lacks a comma between thousands", NoComma()),
        ("has decimals behind thousands", DecimalsBehindThousands()),
        ("has more decimals than mean anything", IdleDecimals()),
        ("is a margin of nothing", MarginOfNothing()),
        ("goes from a number to the same", FromSameToSame()),
        ("compares a number with itself", InsteadOfItself()),
    ];

    /// <summary>What is wrong with some words.</summary>
    public static IEnumerable<string> Faults(string words) =>
    [
        .. from rule in Patterns
           from Match match in rule.Pattern.Matches(words)
           select $"“{match.Value}” {rule.Fault}",
        .. from Match match in Percent().Matches(words)
           where double.Parse(match.Groups[1].Value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture) > Whole && !MayExceed.IsMatch(words)
           select $"“{match.Value}” is more than the whole",
    ];

    [GeneratedRegex("\\bNaN\\b|∞|\\bInfinity\\b|¤")]
    private static partial Regex NotANumber();

    [GeneratedRegex("(?<![\\w.,:])[-−]0(?:\\.0+)?(?![.,]?\\d)")]
    private static partial Regex SignedZero();

    [GeneratedRegex("(?<![\\w.,)])-[\\d.]*\\d")]
    private static partial Regex HyphenMinus();

    [GeneratedRegex("(?<![\\d.,:+−×] ?)\\b1 (?!(?:" + NoPlurals + ")\\b)\\p{Ll}+(?<!s)s\\b")]
    private static partial Regex OneInThePlural();

    [GeneratedRegex("(?<![\\d.,:])(?!1 )\\d[\\d,]*(?:\\.\\d+)? (?:" + Things + ")\\b(?!-)")]
    private static partial Regex SeveralInTheSingular();

    [GeneratedRegex("\\d%")]
    private static partial Regex PercentWithoutSpace();

    [GeneratedRegex("(?<![\\d.,:#/])(?!(?:19|20)\\d\\d(?! (?:h|s|min|%|[kMG]B|hours|servers|sites|requests|machines|dollars)\\b)(?!\\d))\\d{4,}(?![\\d:])")]
    private static partial Regex NoComma();

    // Cents are none.
    [GeneratedRegex("\\b\\d{1,3}(?:,\\d{3})+\\.(?!\\d\\d$)\\d+")]
    private static partial Regex DecimalsBehindThousands();

    // Two decimals from ten on, but for money, which stands alone on a receipt, for per cent and for the nines of an availability.
    [GeneratedRegex("(?<![$\\d.,:])(?!9\\d\\.\\d)[1-9]\\d+\\.\\d{2,}(?! dollars)(?<!^\\d+\\.\\d\\d(?=$))(?<!\\.\\d\\d(?= %))|99\\.9*(?!9)\\d{3,}|[1-9]\\d*\\.\\d{4,}(?! %)|0\\.[1-9]\\d{3,}")]
    private static partial Regex IdleDecimals();

    [GeneratedRegex("± 0(?:\\.0+)?(?![.\\d])")]
    private static partial Regex MarginOfNothing();

    [GeneratedRegex("\\b(?:between|from) (\\d[^ ]*(?: [^ ]+)?) (?:and|to) \\1(?=[.,;:)]| \\D|$)")]
    private static partial Regex FromSameToSame();

    [GeneratedRegex("(\\d[^ ]*(?: %| h| min| s)?) (?:instead of|and not|against) \\1(?=[.,;:)]| \\D|$)")]
    private static partial Regex InsteadOfItself();

    [GeneratedRegex("(\\d[\\d,]*(?:\\.\\d+)?) %")]
    private static partial Regex Percent();

    [GeneratedRegex("^\\d+ %$|headroom|beyond the forecast|margin|profit|surprise|of what the bought ones cost|of the pool|\\boff\\b|of the other")]
    private static partial Regex MoreThanTheWhole();
}
