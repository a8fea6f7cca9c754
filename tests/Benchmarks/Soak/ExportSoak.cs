using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Benchmarks.Soak;

/// <summary>One export after another to the same place, alive and static in turn, and what each leaves behind.</summary>
internal static class ExportSoak
{
    private const string Temporary = "TMPDIR";

    /// <summary>Exports.</summary>
    /// <param name="exports">How often.</param>
    /// <param name="left">Takes the names of what was left at the end.</param>
    public static async Task<IReadOnlyList<Trend>> RunAsync(int exports, ICollection<string> left)
    {
        var (files, beside, processes) = (new Trend("temporary files that exports left"), new Trend("files left beside their output"), new Trend("processes left"));
        using var folder = new TemporaryFolder();
        string temporary = Directory.CreateDirectory(folder["temporary"]).FullName;
        string output = Directory.CreateDirectory(folder["output"]).FullName;
        string site = Path.Combine(output, "site");
        foreach (int export in Pace.Of(exports))
        {
            var start = ArticleProcess.Command(["export", Repository.Notebooks[0], "--output", site, .. export % 2 == 0 ? ["--static"] : Array.Empty<string>()]);

            // Whatever they start has it too, and is known by it.
            start.Environment[Temporary] = temporary;
            var outcome = await ArticleProcess.RunAsync(start);
            Assert.True(outcome.ExitCode == 0, outcome.Error);
            files.Add(export, Directory.GetFileSystemEntries(temporary).Length);
            beside.Add(export, Directory.GetFileSystemEntries(output).Length - 1);
            processes.Add(export, LinuxProcess.With(Temporary, temporary).Count);
        }

        foreach (string name in (IEnumerable<string>)[.. Directory.GetFileSystemEntries(temporary), .. Directory.GetFileSystemEntries(output).Where(path => path != site), .. LinuxProcess.With(Temporary, temporary)])
        {
            left.Add(name);
        }

        return [files, beside, processes];
    }
}
