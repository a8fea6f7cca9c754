using System.Reflection;
using System.Text.Json;
using InteractiveArticle.Parameters;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// One option of a model as a reader sees it: its name, its meaning, what it takes and its default.
/// </summary>
public sealed class ModelParameter
{
    private readonly PropertyInfo property;

    private ModelParameter(PropertyInfo property, ParameterAttribute declaration, object defaults)
    {
        this.property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Description = declaration.Description;
        string? unit = declaration.Unit.Length == 0 ? null : declaration.Unit;
        Allowed = property.PropertyType switch
        {
            var type when type == typeof(double) => AllowedValues.Numbers(declaration.Minimum, declaration.Maximum, unit),
            var type when type == typeof(int) => AllowedValues.WholeNumbers(declaration.Minimum, declaration.Maximum, unit),
            var type when type == typeof(bool) => AllowedValues.Switch(),
            { IsEnum: true } type => AllowedValues.OneOf([.. Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)]),
            var type => throw new NotSupportedException($"{property.DeclaringType}.{property.Name}: an option cannot be a {type}."),
        };
        DefaultText = TextOf(defaults);
    }

    /// <summary>The name in camelCase.</summary>
    public string Name { get; }

    /// <summary>What it means.</summary>
    public string Description { get; }

    /// <summary>The values it takes. A choice is of the words that stand for an enumeration's members, in kebab-case.</summary>
    public AllowedValues Allowed { get; }

    /// <summary>Its default, as it would be typed.</summary>
    public string DefaultText { get; }

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
    internal string TextOf(object options) => AllowedValues.TextOf(ValueOf(options));

    /// <summary>Sets the option from typed text.</summary>
    /// <exception cref="ModelOptionsException">The text is not a value of this option.</exception>
    internal void Set(object options, string text)
    {
        object value = Allowed.Read(text) ?? throw Refusal(text);
        property.SetValue(options, Allowed.Kind == ParameterKind.Choice ? Member((string)value) : value);
    }

    /// <summary>Checks the option's value, which code may have set to anything.</summary>
    /// <exception cref="ModelOptionsException">The value is not one that the option takes.</exception>
    internal void Check(object options)
    {
        if (!Allowed.Contains(ValueOf(options)))
        {
            throw Refusal(TextOf(options));
        }
    }

    private object ValueOf(object options) => property.GetValue(options)! switch
    {
        Enum member => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString()),
        var value => value,
    };

    // Names and values of an enumeration come in the same order.
    private object Member(string word) => Enum.GetValues(property.PropertyType).GetValue(Allowed.Choices.ToList().IndexOf(word))!;

    private ModelOptionsException Refusal(string text) => new(Allowed.Refusal(Name, Description, text));
}
