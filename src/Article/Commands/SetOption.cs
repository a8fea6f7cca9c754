using System.CommandLine;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// The option "--set name=value" that several commands share.
/// </summary>
internal static class SetOption
{
    public static Option<string[]> Create(string what) => new("--set")
    {
        Description = $"Change {what}; may be given several times.",
        HelpName = "name=value",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Splits what was typed.</summary>
    /// <exception cref="CommandException">A value is not of the form name=value, or a name comes twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<string>? settings)
    {
        var values = new Dictionary<string, string>();
        foreach (string setting in settings ?? [])
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? "" : setting[..equals].Trim();
            if (name.Length == 0)
            {
                throw new CommandException($"--set {setting}: write it as name=value, for instance --set removed=0.3");
            }

            if (!values.TryAdd(name, setting[(equals + 1)..]))
            {
                throw new CommandException($"--set {setting}: {name} is set twice; give it once");
            }
        }

        return values;
    }
}
