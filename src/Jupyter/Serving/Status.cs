using System.Text.Json.Nodes;

namespace InteractiveArticle.Jupyter.Serving;

/// <summary>What front ends hear of whether the kernel works.</summary>
internal static class Status
{
    public const string Type = "status";

    public static JsonObject Of(string state) => new() { ["execution_state"] = state };
}
