using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Containers;

public sealed class EditorFileTests
{
    private static readonly string Folder = Path.Combine(ArticleProcess.Root, ".devcontainer");
    private static readonly JsonObject Container = Read(".devcontainer", "devcontainer.json");

    [Fact]
    public void TheDevContainer_HasTheShapeOfItsFormat()
    {
        // The members that are used here, with the types that the format's schema gives them.
        Assert.All(Container, member => Assert.True(
            member switch
            {
                { Key: "name" or "remoteUser" or "postCreateCommand", Value: JsonValue text } => text.TryGetValue<string>(out _),
                { Key: "build" or "customizations", Value: JsonObject } => true,
                { Key: "forwardPorts", Value: JsonArray ports } => ports.All(port => (int)port! is > 0 and <= 65535),
                _ => false,
            },
            member.Key));
        Assert.Equal(["dockerfile", "context", "target"], Container["build"]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void TheDevContainer_NamesFilesAndAStageThatAreThere()
    {
        Assert.Equal(Dockerfile.Path, Path.GetFullPath(Path.Combine(Folder, (string)Container["build"]!["dockerfile"]!)));
        Assert.Equal(ArticleProcess.Root, Path.GetFullPath(Path.Combine(Folder, (string)Container["build"]!["context"]!)));
        Assert.Contains((string)Container["build"]!["target"]!, Dockerfile.Stages);
        Assert.Contains($"ARG NB_USER={(string)Container["remoteUser"]!}", File.ReadAllLines(Dockerfile.Path));
        Assert.True(File.Exists(Path.Combine(ArticleProcess.Root, (string)Container["postCreateCommand"]!)));
    }

    [Fact]
    public void TheEditor_IsOfferedTheSameExtensions_InsideAndOutside()
    {
        var inside = Container["customizations"]!["vscode"]!["extensions"]!;

        Assert.True(JsonNode.DeepEquals(inside, Read(".vscode", "extensions.json")["recommendations"]));
        Assert.All(inside.AsArray(), extension => Assert.Matches("^[a-z-]+\\.[a-z-]+$", (string)extension!));
    }

    private static JsonObject Read(params string[] path) => JsonNode.Parse(File.ReadAllText(Path.Combine([ArticleProcess.Root, .. path])))!.AsObject();
}
