using Xunit;

namespace InteractiveArticle.Support;

/// <summary>Programs of others that a test cannot do without.</summary>
public static class ExternalProgram
{
    /// <summary>Looks for a program on the PATH. Skips the test where it is missing, and fails it in CI, which must have it.</summary>
    /// <param name="name">Its file name.</param>
    /// <param name="remedy">How to install it.</param>
    /// <returns>Its path.</returns>
    public static string Require(string name, string remedy)
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, $"{name} is missing, and CI must not skip what is tested with it.");
            Assert.Skip($"{name} is not installed: {remedy}");
        }

        return path!;
    }
}
