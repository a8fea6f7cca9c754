namespace InteractiveArticle.Architecture.Tests.Workflows;

/// <summary>What can be said of the workflows without GitHub: that it would take them, and that they hold no logic of their own.</summary>
public sealed class WorkflowTests
{
    public static TheoryData<string> Each => [.. Directory.GetFiles(Workflow.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Each))]
    public async Task Workflows_AreWhatThePublishedSchemaAsksFor(string name) =>
        Assert.Equal("", await ComplaintAsync(Path.Combine(Workflow.Folder, name)));

    [Fact]
    public async Task TheSchema_RefusesWhatIsMisspelt()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["misspelt.yml"], File.ReadAllText(Path.Combine(Workflow.Folder, "test.yml")).Replace("timeout-minutes:", "timeout-minute:", StringComparison.Ordinal));

        Assert.Contains("'timeout-minute' is not allowed", await ComplaintAsync(folder["misspelt.yml"]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Actions_AreOfAMajorVersion(string name) =>
        Assert.All(Workflow.Read(name).Steps.Select(step => step.Uses).OfType<string>(), action => Assert.Matches(@"^[\w-]+/[\w-]+@v([1-9]\d*|0\.\d+)$", action));

    [Theory]
    [MemberData(nameof(Each))]
    public void WhatElseTheyRun_IsOneScriptOfTheRepositoryEach(string name) =>
        Assert.All(Workflow.Read(name).Commands, command =>
        {
            Assert.DoesNotContain('\n', command.Trim());
            string script = Repository.PathOf(command.Split(' ')[0]);
            Assert.True(File.Exists(script), $"{script} is not there.");
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(script).HasFlag(UnixFileMode.UserExecute), $"{script} is not executable.");
        });

    [Theory]
    [MemberData(nameof(Each))]
    public void Workflows_ReadTheCodeAndDoNoMore_ButForTheJobThatPublishes(string name)
    {
        var workflow = Workflow.Read(name);

        Assert.Equal([new("contents", "read")], workflow.Permissions);
        Assert.All(workflow.Jobs.Where(job => job.Value.Permissions?.ContainsValue("write") == true), job => Assert.StartsWith("actions/deploy-pages@", Assert.Single(job.Value.Steps).Uses, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Workflows_NeverRunTwiceForTheSameThing(string name) => Assert.NotEqual("", Workflow.Read(name).Concurrency?.Group ?? "");

    [Fact]
    public void Tests_AreRunByTheReadmesCommand_OnEveryPushAndPullRequest()
    {
        var workflow = Workflow.Read("test.yml");

        Assert.Equal(["push", "pull_request"], workflow.On.Keys);
        Assert.Equal([".ci/run"], workflow.Commands);
        Assert.Contains("\n    dotnet test\n", File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);
        Assert.Contains("\nCI=true dotnet test ", File.ReadAllText(Repository.PathOf(".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void ThePage_IsExportedByTheScriptThatTheTestsRun()
    {
        Assert.StartsWith(".ci/export --base-url ", Assert.Single(Workflow.Read("pages.yml").Commands), StringComparison.Ordinal);
        Assert.Contains("\n.ci/export --base-url ", File.ReadAllText(Repository.PathOf(".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void Containers_AreBuiltWhenWhatTheyAreMadeOfChanges()
    {
        var workflow = Workflow.Read("containers.yml");

        Assert.All((string[])["push", "pull_request"], trigger => Assert.Equal(["binder/**", ".devcontainer/**", ".github/workflows/containers.yml"], workflow.Paths(trigger)));
        Assert.All(workflow.Paths("push"), path => Assert.True(Path.Exists(Repository.PathOf(path.Replace("/**", "", StringComparison.Ordinal))), path));
        Assert.Contains(workflow.Steps, step => step.With.TryGetValue("file", out string? file) && File.Exists(Repository.PathOf(file)));
    }

    private static async Task<string> ComplaintAsync(string workflow)
    {
        string validator = ExternalProgram.Require("action-validator", "npm install --global @action-validator/core @action-validator/cli");
        var outcome = await ArticleProcess.RunAsync(new System.Diagnostics.ProcessStartInfo(validator, [workflow]));
        return outcome.ExitCode == 0 ? "" : $"exit code {outcome.ExitCode}: {outcome.Output}{outcome.Error}";
    }
}
