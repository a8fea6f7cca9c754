using System.Text;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Notices;

/// <summary>
/// The notices as a text for people: a list of what there is, then every licence and notice once.
/// </summary>
internal static class NoticeText
{
    private const string Prefix = "licences/";

    /// <summary>Writes it.</summary>
    /// <exception cref="CommandException">There is a licence whose text nobody has put beside the others.</exception>
    public static string Of(IReadOnlyList<Component> components)
    {
        var text = new StringBuilder("""
            The software of others in these pages and in the program that made them, 'article', which is itself under the MIT licence.

            The pages carry what is marked "page"; the rest belongs to the program.
            Written by 'article notices' from what the packages say; bom.cdx.json beside it says the same to programs.


            """);
        foreach (var component in components)
        {
            text.Append($"""
                {component.Name} {component.Version}
                    licence   {component.Licence}
                    by        {component.Authors}{(component.Copyright is { } copyright ? $"\n    notice    {copyright}" : "")}
                    from      {component.Home}
                    ships in  {string.Join(", ", component.ShipsIn)}


                """);
        }

        foreach (string licence in components.SelectMany(LicencesOf).Distinct().Order(StringComparer.Ordinal))
        {
            Append(text, $"{licence}: {Names(components.Where(component => LicencesOf(component).Contains(licence)))}", LicenceText(licence));
        }

        foreach (var notice in components.SelectMany(component => component.Texts.Select(notice => (Text: notice, Component: component))).GroupBy(notice => notice.Text))
        {
            Append(text, $"Carried by {Names(notice.Select(carried => carried.Component))}", notice.Key);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string[] LicencesOf(Component component) => component.Licence.Split(" AND ");

    private static void Append(StringBuilder text, string title, string content) =>
        text.Append($"{new string('=', 80)}\n{title}\n{new string('=', 80)}\n\n{content}\n\n");

    private static string Names(IEnumerable<Component> components) => string.Join(", ", components.Select(component => component.Name).Distinct());

    private static string LicenceText(string licence)
    {
        using var stream = typeof(NoticeText).Assembly.GetManifestResourceStream(Prefix + licence + ".txt")
            ?? throw new CommandException($"{licence}: a licence whose text is not in src/Article/Notices/Texts; read it, see that it allows what we do, and put it there");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}
