using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>A value's forms as messages hold them.</summary>
internal static class Forms
{
    public static JsonObject Of(MimeBundle? forms) => new((forms ?? new MimeBundle([])).Select(form =>
        KeyValuePair.Create(form.Key, MimeBundle.IsJson(form.Key) ? StrictJson.Parse(form.Value) : JsonValue.Create(form.Value))));
}
