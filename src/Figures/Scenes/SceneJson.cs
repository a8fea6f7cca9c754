using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using InteractiveArticle.Figures.Scenes.Painting;
using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes;

/// <summary>
/// The form in which a <see cref="Scene"/> travels to the page: JSON with the painted picture and with what its player needs.
/// The same scene gives the same bytes on every machine.
/// </summary>
public static class SceneJson
{
    // The picture keeps its quotes and angle brackets: who puts the JSON into a page escapes it there.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a scene.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="stage">Its stage at the wanted size.</param>
    /// <returns>
    /// An object with the members <c>name</c>, <c>title</c>, <c>finding</c>, <c>duration</c> and <c>stillAt</c> (seconds of film),
    /// <c>timeline</c> (where charts follow), <c>width</c>, <c>height</c> and <c>railHeight</c> (units of the stage), <c>knots</c> (pairs of story
    /// time and film time), <c>step</c> (story time), <c>readings</c> (pairs of film time and words of the clock),
    /// <c>captions</c>, <c>hands</c> (those that are typed into with a <c>prompt</c>: <c>maximum</c>, <c>scale</c>, the area of
    /// the note, <c>notes</c>, and <c>enter</c>, the area of the key where there is one) and <c>svg</c>.
    /// </returns>
    public static string Write(Scene scene, Stage stage)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(stage);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("name", scene.Name);
            json.WriteString("title", scene.Title);
            json.WriteString("finding", scene.Finding);
            Write(json, "duration", scene.Duration);
            Write(json, "stillAt", scene.StillAt);
            if (scene.Timeline is { } timeline)
            {
                json.WriteString("timeline", timeline);
            }

            Write(json, "width", stage.Width);
            Write(json, "height", stage.Height);
            Write(json, "railHeight", stage.RailHeight);
            json.WriteStartArray("knots");
            foreach (var (story, film) in scene.Time.Knots)
            {
                json.WriteStartArray();
                json.WriteRawValue(Css.Number(story), skipInputValidation: true);
                json.WriteRawValue(Css.Number(film), skipInputValidation: true);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteNumber("step", scene.Time.Step);
            WriteReadings(json, scene.Time);
            json.WriteStartArray("captions");
            foreach (var caption in scene.Captions)
            {
                json.WriteStartObject();
                Write(json, "at", caption.At);
                json.WriteString("time", scene.Time.Words(scene.Time.Story(caption.At)));
                json.WriteString("headline", caption.Headline);
                json.WriteString("detail", caption.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteHands(json, stage.Hands);

            // All quotes of a painted picture are its markup's or its styles', and either kind does there; double ones would
            // have to be escaped here, and every reader of the text would go through it letter by letter.
            json.WriteString("svg", scene.Paint(stage).Replace('"', '\''));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteReadings(Utf8JsonWriter json, StoryTime time)
    {
        json.WriteStartArray("readings");
        foreach (var reading in time.Readings)
        {
            json.WriteStartArray();
            json.WriteRawValue(Css.Number(reading.At), skipInputValidation: true);
            json.WriteStringValue(reading.Text);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteHands(Utf8JsonWriter json, IReadOnlyList<Hand> hands)
    {
        json.WriteStartArray("hands");
        foreach (var hand in hands)
        {
            json.WriteStartObject();
            Write(json, hand.Area);
            json.WriteString("lever", hand.Lever);
            json.WriteString("value", hand.Value);
            json.WriteString("label", hand.Label);
            if (hand.Key is { } key)
            {
                json.WriteString("key", key.ToString());
            }

            if (hand.Prompt is { } prompt)
            {
                WritePrompt(json, prompt);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePrompt(Utf8JsonWriter json, Prompt prompt)
    {
        json.WriteStartObject("prompt");
        json.WriteNumber("maximum", prompt.Maximum);
        Write(json, "scale", prompt.Scale);
        Write(json, prompt.NoteArea);
        if (prompt.EnterArea is { } enter)
        {
            json.WriteStartObject("enter");
            Write(json, enter);
            json.WriteEndObject();
        }

        json.WriteStartArray("notes");
        foreach (string note in prompt.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Area area)
    {
        Write(json, "x", area.X);
        Write(json, "y", area.Y);
        Write(json, "width", area.Width);
        Write(json, "height", area.Height);
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Css.Number(value), skipInputValidation: true);
    }
}
