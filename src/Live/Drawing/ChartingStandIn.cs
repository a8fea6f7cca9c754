using System.Globalization;
using System.Text;

#pragma warning disable CA1707, CA1716, IDE0130, IDE1006, SA1300 // The names are the charting library's own.

// The charting library weighs more than everything else on the page together, and of it a painter uses only that it keeps
// properties in order and writes them as JSON. Here the very same painter is compiled against these few lines instead; the
// page's charts are held to those of the charting library, byte for byte, by the tests of the browser.
namespace DynamicObj
{
    /// <summary>Named values in order.</summary>
    public class DynamicObj
    {
        private readonly OrderedDictionary<string, object> properties = [];

        /// <summary>Sets a value; its place is that of its first setting.</summary>
        /// <param name="name">The name.</param>
        /// <param name="value">The value.</param>
        public void SetProperty(string name, object value) => properties[name] = value;

        internal void Write(StringBuilder json)
        {
            json.Append('{');
            foreach (var (name, value) in properties)
            {
                Write(json, name);
                json.Append(':');
                Write(json, value);
                json.Append(',');
            }

            Close(json, '}');
        }

        private static void Write(StringBuilder json, object value)
        {
            switch (value)
            {
                case string text:
                    Write(json, text);
                    break;
                case bool flag:
                    json.Append(flag ? "true" : "false");
                    break;
                case int whole:
                    json.Append(CultureInfo.InvariantCulture, $"{whole}");
                    break;
                case double number:
                    Write(json, number);
                    break;
                case DynamicObj properties:
                    properties.Write(json);
                    break;
                case double[] numbers:
                    json.Append('[');
                    foreach (double number in numbers)
                    {
                        Write(json, number);
                        json.Append(',');
                    }

                    Close(json, ']');
                    break;
                case System.Collections.IEnumerable items:
                    json.Append('[');
                    foreach (object item in items)
                    {
                        Write(json, item);
                        json.Append(',');
                    }

                    Close(json, ']');
                    break;
                default:
                    throw new NotSupportedException($"A chart has no place for a {value.GetType()}.");
            }
        }

        private static void Write(StringBuilder json, double number)
        {
            if (!double.IsFinite(number))
            {
                json.Append(CultureInfo.InvariantCulture, $"\"{number}\"");
                return;
            }

            string text = number.ToString("R", CultureInfo.InvariantCulture);
            json.Append(text).Append(text.AsSpan().ContainsAny('.', 'E') ? "" : ".0");
        }

        private static void Write(StringBuilder json, string text)
        {
            json.Append('"');
            foreach (char character in text)
            {
                _ = character switch
                {
                    '"' => json.Append("\\\""),
                    '\\' => json.Append("\\\\"),
                    '\n' => json.Append("\\n"),
                    '\r' => json.Append("\\r"),
                    '\t' => json.Append("\\t"),
                    < ' ' or '\u0085' or '\u2028' or '\u2029' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                    _ => json.Append(character),
                };
            }

            json.Append('"');
        }

        private static void Close(StringBuilder json, char bracket)
        {
            if (json[^1] == ',')
            {
                json.Length--;
            }

            json.Append(bracket);
        }
    }
}

namespace Plotly.NET
{
    /// <summary>A series of a chart.</summary>
    public sealed class Trace : DynamicObj.DynamicObj
    {
        /// <summary>Starts a series.</summary>
        /// <param name="kind">Plotly's name for how it is drawn.</param>
        public Trace(string kind) => SetProperty("type", kind);
    }

    /// <summary>Everything of a chart but its series.</summary>
    public sealed class Layout : DynamicObj.DynamicObj;

    /// <summary>A title.</summary>
    public sealed class Title : DynamicObj.DynamicObj;

    /// <summary>A font.</summary>
    public sealed class Font : DynamicObj.DynamicObj;

    /// <summary>How a line looks.</summary>
    public sealed class Line : DynamicObj.DynamicObj;

    /// <summary>Charts as a whole.</summary>
    public static class GenericChart
    {
        internal static DynamicObj.DynamicObj ofTraceObjects(bool useDefaults, Trace[] traces)
        {
            _ = useDefaults;
            var chart = new DynamicObj.DynamicObj();
            chart.SetProperty("data", traces);
            return chart;
        }

        internal static DynamicObj.DynamicObj setLayout(Layout layout, DynamicObj.DynamicObj chart)
        {
            chart.SetProperty("layout", layout);
            return chart;
        }

        internal static string toFigureJson(DynamicObj.DynamicObj chart)
        {
            chart.SetProperty("frames", Array.Empty<object>());
            var json = new StringBuilder();
            chart.Write(json);
            return json.ToString();
        }
    }
}

namespace Plotly.NET.LayoutObjects
{
    /// <summary>An axis.</summary>
    public sealed class LinearAxis : DynamicObj.DynamicObj;

    /// <summary>A line or an area drawn over a chart.</summary>
    public sealed class Shape : DynamicObj.DynamicObj;

    /// <summary>Words on a chart.</summary>
    public sealed class Annotation : DynamicObj.DynamicObj;
}

namespace Microsoft.FSharp.Collections
{
    /// <summary>Lists.</summary>
    internal static class ListModule
    {
        public static T[] OfSeq<T>(IEnumerable<T> items) => [.. items];
    }
}
