using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;
using InteractiveArticle.Jupyter.Tests.FrontEnds;

namespace InteractiveArticle.Jupyter.Tests.Containers;

public sealed class EditorFileTests(JupyterEnvironment jupyter)
{
    private static readonly string Folder = Repository.PathOf(".devcontainer");
    private static readonly string Schema = Repository.PathOf("tests", "Jupyter.Tests", "Containers", "Schema", "devContainer.base.schema.json");
    private static readonly JsonObject Container = Read(".devcontainer", "devcontainer.json");

    [Fact]
    public async Task TheDevContainer_IsWhatThePublishedSchemaAsksFor()
    {
        using var folder = new TemporaryFolder();
        var misspelt = (JsonObject)Container.DeepClone();
        misspelt["forwardPort"] = new JsonArray(8282);
        File.WriteAllText(folder["devcontainer.json"], misspelt.ToJsonString());

        Assert.Equal((0, ""), await ComplaintAsync(Path.Combine(Folder, "devcontainer.json")));
        var (exitCode, complaint) = await ComplaintAsync(folder["devcontainer.json"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("'forwardPort' was unexpected", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDevContainer_NamesFilesAndAStageThatAreThere()
    {
        Assert.Equal(Dockerfile.Path, Path.GetFullPath(Path.Combine(Folder, (string)Container["build"]!["dockerfile"]!)));
        Assert.Equal(Repository.Root, Path.GetFullPath(Path.Combine(Folder, (string)Container["build"]!["context"]!)));
        Assert.Contains((string)Container["build"]!["target"]!, Dockerfile.Stages);
        Assert.Contains($"ARG NB_USER={(string)Container["remoteUser"]!}", File.ReadAllLines(Dockerfile.Path));
        Assert.True(File.Exists(Repository.PathOf((string)Container["postCreateCommand"]!)));
    }

    [Fact]
    public void TheEditor_IsOfferedTheSameExtensions_InsideAndOutside()
    {
        var inside = Container["customizations"]!["vscode"]!["extensions"]!;

        Assert.True(JsonNode.DeepEquals(inside, Read(".vscode", "extensions.json")["recommendations"]));
        Assert.All(inside.AsArray(), extension => Assert.Matches("^[a-z-]+\\.[a-z-]+$", (string)extension!));
    }

    // Nobody publishes a schema of the editor's tasks as a file; what the task has to be is what the README tells to type.
    [Fact]
    public void TheEditorsTask_IsTheReadmesCommand_WithoutWhatOnlyThePageNeeds()
    {
        var task = Assert.Single(Read(".vscode", "tasks.json")["tasks"]!.AsArray())!;
        var words = task["args"]!.AsArray().Select(word => (string)word!).Prepend((string)task["command"]!);
        string readme = File.ReadAllText(Repository.PathOf("README.md"));

        Assert.Contains($"*{task["label"]}*", readme, StringComparison.Ordinal);
        Assert.Contains($"`{string.Join(' ', words.Where(word => word != "-p:LivePart=false"))}`", readme, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Complaint)> ComplaintAsync(string file)
    {
        var outcome = await jupyter.TryAsync(JupyterEnvironment.Script("validate_json.py"), Schema, file);
        return (outcome.ExitCode, outcome.Error);
    }

    private static JsonObject Read(params string[] path) => JsonNode.Parse(File.ReadAllText(Path.Combine([Repository.Root, .. path])))!.AsObject();
}
