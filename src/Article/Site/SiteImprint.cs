using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// What a site says of itself: whose it is, what it is called, how it may be used.
/// </summary>
/// <param name="Title">Its title.</param>
/// <param name="Standfirst">The paragraph under the title; empty where there is none.</param>
/// <param name="Language">The language of its words, as a tag of BCP 47 such as "en".</param>
/// <param name="Footer">What stands at the foot of each page before the software of others is named, as HTML; may be empty.</param>
internal sealed partial record SiteImprint(string Title, string Standfirst, string Language, string Footer)
{
    private const string English = "en";

    /// <summary>That of the article itself, whose licence holds for nobody else's notebooks.</summary>
    public static SiteImprint Article { get; } = new(
        "Someone Else’s Computer",
        "How the cloud works, why it hardly ever breaks, and what one typo did to Amazon’s on 28 February 2017.",
        English,
        "After a column by Zachary Robinson, “When Jeff Bezos Literally Broke the Internet”, The Phoenix, Swarthmore College, 2020. Code and text under the MIT licence; the page also carries ");

    /// <summary>Whether a site has a page of terms even where it defines none.</summary>
    public bool HasGlossary => this == Article;

    /// <summary>That of a site of somebody's notebooks: what its maker says, or else what the notebooks do.</summary>
    /// <param name="said">What the site's maker says.</param>
    /// <param name="notebooks">The notebooks' metadata, in the order of the pages.</param>
    /// <param name="chapters">Their chapters.</param>
    public static SiteImprint Of(SiteWords said, IReadOnlyList<JsonObject> notebooks, IReadOnlyList<Chapter> chapters)
    {
        string title = said.Title ?? First(notebook => Words(notebook["title"])) ?? chapters[0].Title;
        IReadOnlyList<string> authors = said.Authors.Count > 0 ? said.Authors : [.. notebooks.SelectMany(AuthorsOf).Distinct()];
        string? licence = said.Licence ?? First(notebook => Words(notebook["license"]) ?? Words(notebook["licence"]));
        string language = said.Language ?? First(notebook => TagIn(notebook["lang"]) ?? TagIn(notebook["language"])) ?? English;
        string footer = (authors.Count == 0 ? "" : $"By {Encode(Listed(authors))}. ")
            + (licence is null ? "" : $"Licence: {Encode(licence)}. ")
            + (said.Home is null ? "" : $"More at <a href=\"{Encode(said.Home.AbsoluteUri)}\" rel=\"noreferrer\">{Encode(said.Home.Host + said.Home.AbsolutePath.TrimEnd('/'))}</a>. ");
        return new(title, chapters.Count == 1 ? chapters[0].Standfirst : "", language, footer + "The page carries ");

        string? First(Func<JsonObject, string?> read) => notebooks.Select(read).FirstOrDefault(words => words is not null);
    }

    /// <summary>Whether a text is the tag of a language.</summary>
    public static bool IsLanguage(string text) => LanguageTag().IsMatch(text);

    // One author or several, each by name or with more than the name.
    private static IEnumerable<string> AuthorsOf(JsonObject notebook) =>
        ((string[])["authors", "author"]).SelectMany(key => notebook[key] is JsonArray several ? several.Select(Words) : [Words(notebook[key])]).OfType<string>();

    private static string? Words(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out string? text) && !string.IsNullOrWhiteSpace(text) => text.Trim(),
        JsonObject described => ((string[])["name", "id", "text", "title"]).Select(key => Words(described[key] as JsonValue)).FirstOrDefault(words => words is not null),
        _ => null,
    };

    private static string? TagIn(JsonNode? node) => Words(node) is { } tag && IsLanguage(tag) ? tag : null;

    private static string Listed(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex LanguageTag();
}

/// <summary>What the maker of a site says of it; null, or none, where the notebooks are to say it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Authors">Who wrote it.</param>
/// <param name="Licence">How others may use it.</param>
/// <param name="Language">The language of its words, as a tag of BCP 47.</param>
/// <param name="Home">The address of the home page that it belongs to.</param>
internal sealed record SiteWords(string? Title, IReadOnlyList<string> Authors, string? Licence, string? Language, Uri? Home)
{
    /// <summary>Nothing said.</summary>
    public static SiteWords None { get; } = new(null, [], null, null, null);

    /// <summary>Whether nothing is said.</summary>
    public bool AreNone => Title is null && Authors.Count == 0 && Licence is null && Language is null && Home is null;
}
