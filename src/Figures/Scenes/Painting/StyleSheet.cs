using System.Text;

namespace InteractiveArticle.Figures.Scenes.Painting;

/// <summary>
/// The styles of one painted scene. Equal rules get one name, and every name begins with the scene's, so that two scenes in
/// a document do not disturb each other.
/// </summary>
/// <param name="prefix">What all names begin with.</param>
internal sealed class StyleSheet(string prefix)
{
    private readonly Dictionary<string, string> names = [];
    private readonly StringBuilder rules = new();

    /// <summary>All rules so far.</summary>
    public override string ToString() => rules.ToString();

    /// <summary>The class of elements with these declarations.</summary>
    /// <param name="declarations">The declarations.</param>
    public string Class(string declarations) => Named(declarations, name => $".{name}{{{declarations}}}");

    /// <summary>The class of elements whose children have these declarations.</summary>
    /// <param name="declarations">The declarations.</param>
    public string ParentClass(string declarations) => Named(">" + declarations, name => $".{name}>*{{{declarations}}}");

    /// <summary>The class of elements within which rectangles have these declarations.</summary>
    /// <param name="declarations">The declarations.</param>
    public string BoxClass(string declarations) => Named(" " + declarations, name => $".{name} rect{{{declarations}}}");

    /// <summary>The name of keyframes.</summary>
    /// <param name="frames">The keyframes.</param>
    public string Keyframes(string frames) => Named("@" + frames, name => $"@keyframes {name}{{{frames}}}");

    /// <summary>A name that nothing else has, for elements that others refer to.</summary>
    public string UniqueId() => Named($"#{names.Count}", _ => "");

    private string Named(string content, Func<string, string> rule)
    {
        if (!names.TryGetValue(content, out string? name))
        {
            name = prefix + "-" + names.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            names.Add(content, name);
            rules.Append(rule(name));
        }

        return name;
    }
}
