using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// Options that take one number, written as in C#, and say in one line what they take when they are given anything else.
/// </summary>
internal static class NumberOption
{
    /// <summary>An option; its value is null when it was not given and has no usual value.</summary>
    /// <param name="name">Its name, with the dashes.</param>
    /// <param name="description">Its line in the help.</param>
    /// <param name="helpName">What its number counts.</param>
    /// <param name="isAllowed">Which numbers it takes.</param>
    /// <param name="allowed">The same in words, as in "--port takes …".</param>
    /// <param name="usual">Its value when it is not given.</param>
    public static Option<T?> Create<T>(string name, string description, string helpName, Predicate<T> isAllowed, string allowed, T? usual = null)
        where T : struct, INumber<T>
    {
        var option = new Option<T?>(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;

                // No thousands: "0,5" must not become 5.
                if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && isAllowed(number))
                {
                    return number;
                }

                result.AddError($"{name} takes {allowed}, not '{text}'.");
                return null;
            },
        };
        if (usual is not null)
        {
            option.DefaultValueFactory = _ => usual;
        }

        return option;
    }
}
