using System.Diagnostics;
using System.Text.RegularExpressions;

namespace InteractiveArticle.Kernel.Tests.Chapters;

/// <summary>The words of the chapters, held against Hunspell's British dictionary and our own list of names and terms.</summary>
public sealed partial class SpellingTests
{
    private const string Dictionary = "en_GB";

    public static TheoryData<string> Notebooks => [.. Repository.NotebookNames];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task EveryWord_IsInADictionary(string name)
    {
        var chapter = Chapter.Load(name);
        var computed = chapter.Code.SelectMany(cell => cell.Outputs).Select(Chapter.FormsOf).Select(forms => forms?.TryGetValue("text/plain", out string? text) == true ? text : "");
        string text = string.Join("\n", [chapter.Text, .. computed]);
        foreach (var notWords in new[] { Addresses(), Code(), Tags(), Numbered() })
        {
            text = notWords.Replace(text, " ");
        }

        var own = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Chapters", "words.txt"), TestContext.Current.CancellationToken)).ToHashSet(StringComparer.Ordinal);
        string[] unknown = [.. (await UnknownAsync(text.Replace('’', '\''))).Where(word => !own.Contains(word) && !own.Contains(Possessive().Replace(word, ""))).Distinct().Order(StringComparer.Ordinal)];

        Assert.True(unknown.Length == 0, $"{name}: not in the dictionary, nor in tests/Kernel.Tests/Chapters/words.txt: {string.Join(", ", unknown)}");
    }

    private static async Task<string[]> UnknownAsync(string text)
    {
        var start = new ProcessStartInfo(ExternalProgram.Require("hunspell", "install the packages hunspell and hunspell-en-gb"), ["-l", "-i", "utf-8", "-d", Dictionary]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"\]\([^)]*\)|\]\[[^\]]*\]|^\[[^\]]+\]:.*$|https?://\S+", RegexOptions.Multiline)]
    private static partial Regex Addresses();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex("</?[a-z]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("'s?$")]
    private static partial Regex Possessive();

    // Instance types, units on numbers and the like.
    [GeneratedRegex(@"\S*\d\S*")]
    private static partial Regex Numbered();
}
