using System.CommandLine;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// The options that say whose a site is: "--title", "--author", "--licence", "--language" and "--home".
/// </summary>
internal sealed class ImprintOptions
{
    private readonly Option<string?> title = new("--title") { Description = "Title of the site. By default the first notebook's: its metadata, first heading or file name.", HelpName = "title" };
    private readonly Option<string[]> author = new("--author") { Description = "An author; once for each. By default those that the notebooks' metadata name.", HelpName = "name" };
    private readonly Option<string?> licence = new("--licence", "--license") { Description = "How others may use the site, such as 'CC BY 4.0'. By default what the notebooks' metadata say.", HelpName = "licence" };
    private readonly Option<string?> language = new("--language") { Description = "Language of the notebooks, such as 'de' or 'pt-BR'. By default what their metadata say, or English.", HelpName = "tag" };
    private readonly Option<string?> home = new("--home") { Description = "Address of the home page that the site belongs to, for the foot of its pages.", HelpName = "address" };

    /// <summary>Adds the options to a command.</summary>
    public ImprintOptions(Command command)
    {
        foreach (var option in (Option[])[title, author, licence, language, home])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads what was typed.</summary>
    /// <exception cref="CommandException">One of them is not what it has to be.</exception>
    public SiteWords Read(ParseResult parsed)
    {
        string? tag = Text(parsed, language);
        return tag is null || SiteImprint.IsLanguage(tag)
            ? new(Text(parsed, title), [.. (parsed.GetValue(author) ?? []).Select(name => Checked(author, name))], Text(parsed, licence), tag, Address(Text(parsed, home)))
            : throw new CommandException($"--language {tag}: takes the tag of a language, such as en, de or pt-BR");
    }

    private static string? Text(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } text ? Checked(option, text) : null;

    private static string Checked(Option option, string text) =>
        string.IsNullOrWhiteSpace(text) ? throw new CommandException($"{option.Name}: takes some words; leave it out to let the notebooks say it") : text.Trim();

    private static Uri? Address(string? text) => text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Length > 0 && address.UserInfo.Length == 0 ? address
        : throw new CommandException($"--home {text}: takes an http or https address, for instance https://example.org/");
}
