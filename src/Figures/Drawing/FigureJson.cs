using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// The form in which a <see cref="Figure"/> travels: JSON with the members of the figure under their own names, those
/// that are left at their defaults left out. The same figure gives the same bytes on every machine.
/// </summary>
public static class FigureJson
{
    // Six digits are finer than any screen, and they keep a figure's data small.
    private const string SixDigits = "G6";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Writes a figure. Its numbers are rounded to six significant digits, here and nowhere else.</summary>
    /// <param name="figure">
    /// The figure. A value of a series that is no finite number becomes null, which is a gap; limits of an axis, ticks,
    /// marks and places of names that are none are left out.
    /// </param>
    /// <returns>The JSON.</returns>
    public static string Write(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("title", figure.Title);
            json.WriteString("finding", figure.Finding);
            Write(json, "x", figure.X);
            Write(json, "y", figure.Y);
            WriteAll(json, "series", figure.Series, Write);
            WriteAll(json, "marks", figure.Marks.Where(mark => double.IsFinite(mark.At)), Write);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Reads a figure that <see cref="Write(Figure)"/> wrote. Members that it does not know are passed over.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The figure; gaps in its data are <see cref="double.NaN"/>.</returns>
    /// <exception cref="JsonException">The text is no JSON, or the JSON is no figure; the message says what is wrong.</exception>
    public static Figure Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json), Strict);
            var figure = document.RootElement;
            return new()
            {
                Title = Text(figure, "title"),
                Finding = Text(figure, "finding"),
                X = Axis(figure, "x"),
                Y = Axis(figure, "y"),
                Series = [.. List(figure, "series").Select(Series)],
                Marks = [.. List(figure, "marks").Select(mark => new Mark(Number(mark, "at"), Text(mark, "text"), Choice<ColorRole>(mark, "color")))],
            };
        }
        catch (InvalidOperationException error)
        {
            // What the framework says of a value of another kind, or of text that is not Unicode.
            throw new JsonException($"No figure: {error.Message}", error);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Axis axis)
    {
        json.WriteStartObject(name);
        json.WriteString("label", axis.Label);
        WriteFlag(json, "isShare", axis.IsShare);
        WriteFlag(json, "isPartOfYear", axis.IsPartOfYear);
        WriteFlag(json, "isLogarithmic", axis.IsLogarithmic);
        WriteNumber(json, "minimum", axis.Minimum);
        WriteNumber(json, "maximum", axis.Maximum);
        WriteNumber(json, "clockStart", axis.ClockStart);
        if (axis.Timeline is { } timeline)
        {
            json.WriteString("timeline", timeline);
        }

        WriteTicks(json, "ticks", axis.Ticks);
        WriteTicks(json, "names", axis.Names);
        json.WriteEndObject();
    }

    private static void WriteTicks(Utf8JsonWriter json, string name, IEnumerable<Tick> ticks) => WriteAll(json, name, ticks.Where(tick => double.IsFinite(tick.At)), static (json, tick) =>
    {
        WriteNumber(json, "at", tick.At);
        json.WriteString("text", tick.Text);
    });

    private static void Write(Utf8JsonWriter json, Series series)
    {
        json.WriteString("name", series.Name);
        json.WriteString("shape", Name(series.Shape));
        json.WriteString("color", Name(series.Color));
        WriteFlag(json, "isDashed", series.IsDashed);
        WriteFlag(json, "isThin", series.IsThin);
        WriteNumber(json, "nameAt", series.NameAt);
        WriteFlag(json, "nameBelow", series.NameBelow);
        WriteNumbers(json, "x", series.X);
        WriteNumbers(json, "y", series.Y);
    }

    private static void Write(Utf8JsonWriter json, Mark mark)
    {
        WriteNumber(json, "at", mark.At);
        json.WriteString("text", mark.Text);
        json.WriteString("color", Name(mark.Color));
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        T[] all = [.. items];
        if (all.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in all)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool flag)
    {
        if (flag)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value))
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
        {
            WriteValue(json, number);
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, double number)
    {
        if (!double.IsFinite(number))
        {
            json.WriteNullValue();
            return;
        }

        // A zero has no sign here. The longest number is such as -1.23457E-300.
        Span<byte> text = stackalloc byte[16];
        (number == 0 ? 0 : number).TryFormat(text, out int length, SixDigits, CultureInfo.InvariantCulture);
        json.WriteRawValue(text[..length], skipInputValidation: true);
    }

    private static Axis Axis(JsonElement owner, string name)
    {
        var axis = Required(owner, name);
        return new(Text(axis, "label"))
        {
            IsShare = Flag(axis, "isShare"),
            IsPartOfYear = Flag(axis, "isPartOfYear"),
            IsLogarithmic = Flag(axis, "isLogarithmic"),
            Minimum = OptionalNumber(axis, "minimum"),
            Maximum = OptionalNumber(axis, "maximum"),
            ClockStart = OptionalNumber(axis, "clockStart"),
            Timeline = axis.TryGetProperty("timeline", out _) ? Text(axis, "timeline") : null,
            Ticks = Ticks(axis, "ticks"),
            Names = Ticks(axis, "names"),
        };
    }

    private static Tick[] Ticks(JsonElement axis, string name) => [.. List(axis, name).Select(tick => new Tick(Number(tick, "at"), Text(tick, "text")))];

    private static Series Series(JsonElement series)
    {
        double[] x = Numbers(series, "x");
        double[] y = Numbers(series, "y");
        return x.Length == y.Length
            ? new(Text(series, "name"), Choice<SeriesShape>(series, "shape"), Choice<ColorRole>(series, "color"), x, y)
            {
                IsDashed = Flag(series, "isDashed"),
                IsThin = Flag(series, "isThin"),
                NameAt = OptionalNumber(series, "nameAt"),
                NameBelow = Flag(series, "nameBelow"),
            }
            : throw new JsonException($"No figure: a series has {x.Length} positions and {y.Length} values.");
    }

    private static JsonElement Required(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) ? value : throw new JsonException($"No figure: \"{name}\" is missing.");

    private static JsonElement[] List(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var items) ? [.. items.EnumerateArray()] : [];

    private static string Text(JsonElement owner, string name) =>
        Required(owner, name).GetString() ?? throw new JsonException($"No figure: \"{name}\" is null.");

    private static bool Flag(JsonElement owner, string name) => owner.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private static double Number(JsonElement owner, string name) => Finite(Required(owner, name));

    private static double? OptionalNumber(JsonElement owner, string name) => owner.TryGetProperty(name, out var number) ? Finite(number) : null;

    private static double[] Numbers(JsonElement owner, string name) =>
        [.. Required(owner, name).EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Null ? double.NaN : Finite(number))];

    private static double Finite(JsonElement number) =>
        number.TryGetDouble(out double value) && double.IsFinite(value) ? value : throw new JsonException($"No figure: {number.GetRawText()} is out of range.");

    // Names in the JSON begin in lower case, as its members do.
    private static string Name<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());

    private static T Choice<T>(JsonElement owner, string name)
        where T : struct, Enum
    {
        string text = Text(owner, name);
        return Array.Find(Enum.GetValues<T>(), choice => Name(choice) == text) is var found && Name(found) == text
            ? found
            : throw new JsonException($"No figure: there is no {name} \"{text}\".");
    }
}
