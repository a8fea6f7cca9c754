using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Shipping;

namespace InteractiveArticle.Live;

/// <summary>
/// A chapter in the reader's browser, as its worker calls it. What goes in and out is JSON text.
/// </summary>
[SupportedOSPlatform("browser")]
internal static partial class LiveNotebook
{
    private static ShippedSession? session;

    /// <summary>Takes the chapter in.</summary>
    /// <param name="shipped">What the export shipped.</param>
    [JSExport]
    internal static void Open(string shipped) => session = new(ShippedNotebook.Parse(shipped));

    /// <summary>Sets levers.</summary>
    /// <param name="values">An object from the names of levers to the texts of their values.</param>
    [JSExport]
    internal static void Set(string values) =>
        session!.Set(JsonNode.Parse(values)!.AsObject().ToDictionary(value => value.Key, value => (string)value.Value!));

    /// <summary>Runs one cell that is no longer right, or that such a cell needs.</summary>
    /// <param name="wanted">The identities of the cells whose outputs are wanted first.</param>
    /// <returns>What it shows, and how many cells are left; null when all are right.</returns>
    [JSExport]
    internal static async Task<string?> RunNext(string wanted)
    {
        var ran = await session!.RunNextAsync([.. JsonNode.Parse(wanted)!.AsArray().Select(id => (string)id!)]).ConfigureAwait(false);
        if (ran is null)
        {
            return null;
        }

        return new JsonObject
        {
            ["cell"] = ran.Cell.Id,

            // The page itself cleans HTML that a cell made.
            ["outputs"] = new JsonArray([.. OutputHtml.Render(ran.Cell, ran.Outputs, (_, _) => null, html => html).Select(html => JsonValue.Create(html))]),
            ["error"] = ran.Error is not { } error ? null : new JsonObject { ["name"] = error.Name, ["message"] = error.Message, ["line"] = error.Line },
            ["left"] = session.Stale,
        }.ToJsonString();
    }
}
