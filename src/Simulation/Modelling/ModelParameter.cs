using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>What values an option takes.</summary>
public enum ParameterKind
{
    /// <summary>A number with a decimal point.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>true or false.</summary>
    Switch,

    /// <summary>One of a few words.</summary>
    Choice,
}

/// <summary>
/// One option of a model as a reader sees it: its name, meaning, unit, range and default.
/// </summary>
public sealed class ModelParameter
{
    private readonly PropertyInfo property;

    private ModelParameter(PropertyInfo property, ParameterAttribute declaration, object defaults)
    {
        this.property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Description = declaration.Description;
        Unit = declaration.Unit;
        Minimum = declaration.Minimum;
        Maximum = declaration.Maximum;
        Kind = property.PropertyType switch
        {
            var type when type == typeof(double) => ParameterKind.Number,
            var type when type == typeof(int) => ParameterKind.Integer,
            var type when type == typeof(bool) => ParameterKind.Switch,
            { IsEnum: true } => ParameterKind.Choice,
            var type => throw new NotSupportedException($"{property.DeclaringType}.{property.Name}: an option cannot be a {type}."),
        };
        Choices = Kind switch
        {
            ParameterKind.Choice => [.. Enum.GetNames(property.PropertyType).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)],
            ParameterKind.Switch => ["true", "false"],
            _ => [],
        };
        DefaultText = TextOf(defaults);
    }

    /// <summary>The name in camelCase.</summary>
    public string Name { get; }

    /// <summary>What it means.</summary>
    public string Description { get; }

    /// <summary>Its unit; empty for a pure number.</summary>
    public string Unit { get; }

    /// <summary>The smallest value allowed.</summary>
    public double Minimum { get; }

    /// <summary>The largest value allowed.</summary>
    public double Maximum { get; }

    /// <summary>What values it takes.</summary>
    public ParameterKind Kind { get; }

    /// <summary>The words a choice or a switch takes; empty for numbers.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>Its default, as it would be typed.</summary>
    public string DefaultText { get; }

    private string Allowed => Kind switch
    {
        ParameterKind.Switch or ParameterKind.Choice => string.Join(", ", Choices),
        _ => (Kind == ParameterKind.Integer ? "a whole number" : "a number") + string.Create(CultureInfo.InvariantCulture, $" from {Minimum} to {Maximum}"),
    };

    /// <summary>The options of a model, in the order of their declaration.</summary>
    /// <param name="defaults">An options record with every option at its default.</param>
    internal static IReadOnlyList<ModelParameter> Of(object defaults) =>
    [
        .. from property in defaults.GetType().GetProperties()
           let declaration = property.GetCustomAttribute<ParameterAttribute>()
           where declaration is not null
           select new ModelParameter(property, declaration, defaults),
    ];

    /// <summary>The option's value in <paramref name="options"/>, as it would be typed.</summary>
    internal string TextOf(object options) => property.GetValue(options) switch
    {
        bool value => value ? "true" : "false",
        Enum value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Sets the option from typed text.</summary>
    /// <exception cref="ModelOptionsException">The text is not a value of this option's kind.</exception>
    internal void Set(object options, string text) => property.SetValue(options, Parse(text.Trim()));

    /// <summary>Checks the option's range.</summary>
    /// <exception cref="ModelOptionsException">The value lies outside.</exception>
    internal void Check(object options)
    {
        bool allowed = property.GetValue(options) switch
        {
            double number => double.IsFinite(number) && number >= Minimum && number <= Maximum,
            int number => number >= Minimum && number <= Maximum,
            Enum choice => Enum.IsDefined(property.PropertyType, choice),
            _ => true,
        };
        if (!allowed)
        {
            throw Refusal(TextOf(options));
        }
    }

    private object Parse(string text)
    {
        switch (Kind)
        {
            case ParameterKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number):
                return number;
            case ParameterKind.Integer when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number):
                return number;
            case ParameterKind.Switch when Choices.Contains(text):
                return text == "true";
            case ParameterKind.Choice when Choices.Contains(text):
                return Enum.GetValues(property.PropertyType).GetValue(Choices.ToList().IndexOf(text))!;
            default:
                throw Refusal(text);
        }
    }

    private ModelOptionsException Refusal(string text) =>
        new($"{Name} = {text}: not allowed; {Name} ({Description}) takes {Allowed}{(Unit.Length == 0 ? "" : $" [{Unit}]")}");
}
