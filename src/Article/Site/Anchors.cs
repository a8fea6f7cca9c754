using Markdig.Helpers;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The anchors of a chapter's headings: no two are the same, in whichever cells they stand, and the time is in proportion to
/// the headings, however many say the same.
/// </summary>
internal sealed class Anchors
{
    // What the page calls parts of its own.
    private readonly HashSet<string> taken = new(["content", "levers-title"], StringComparer.Ordinal);
    private readonly Dictionary<string, int> repeats = new(StringComparer.Ordinal);

    /// <summary>An anchor for one more heading, named as GitHub names them: by its words, and by a number where those are taken.</summary>
    /// <param name="heading">Its words; where none of them can stand in an address, it is a "section".</param>
    public string Next(string heading)
    {
        string name = LinkHelper.UrilizeAsGfm(heading) is { Length: > 0 } words ? words : "section";
        string anchor = name;
        int repeat = repeats.GetValueOrDefault(name);
        while (!taken.Add(anchor))
        {
            anchor = $"{name}-{++repeat}";
        }

        repeats[name] = repeat;
        return anchor;
    }
}
