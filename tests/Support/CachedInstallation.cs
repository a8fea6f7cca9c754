using Xunit;

namespace InteractiveArticle.Support;

/// <summary>
/// A program of others that a script of ours, <c>.ci/install-…</c>, puts into the user's cache, or into the folder that a variable
/// of the program's name tells.
/// </summary>
/// <param name="name">The program's name, as in the script's.</param>
public sealed class CachedInstallation(string name)
{
    private readonly string script = $".ci/install-{name}";

    /// <summary>Where the script installs it, which says which version.</summary>
    public string Folder => Setting(name.ToUpperInvariant().Replace('-', '_')) ?? Path.Combine(
        Setting("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        $"{name}-{File.ReadLines(Repository.PathOf(script.Split('/'))).First(line => line.StartsWith("version=", StringComparison.Ordinal))["version=".Length..]}");

    /// <summary>Whether the machine has all of it.</summary>
    public bool IsInstalled => File.Exists(Path.Combine(Folder, "installed"));

    /// <summary>Skips the test where it is missing, and fails it in CI, which must have it.</summary>
    public void Require()
    {
        if (!IsInstalled)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, $"{name} is missing, and CI must not skip the tests with it.");
            Assert.Skip($"{name} is not installed in {Folder}: run {script}, which wants npm, to run the tests with it.");
        }
    }

    private static string? Setting(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
