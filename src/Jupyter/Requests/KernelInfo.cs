using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Wire;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>Says what this kernel is.</summary>
internal static class KernelInfo
{
    public static void Answer(Request request) => request.Reply(new JsonObject
    {
        ["protocol_version"] = Message.ProtocolVersion,
        ["implementation"] = "interactive-article",
        ["implementation_version"] = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3),
        ["language_info"] = new JsonObject
        {
            ["name"] = "csharp",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = "C# on .NET, the kernel of an interactive article",
        ["help_links"] = new JsonArray(),
    });
}
