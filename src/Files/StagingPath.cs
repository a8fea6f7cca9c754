using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace InteractiveArticle.Files;

/// <summary>
/// What stands beside a target while it is replaced, and what is left of that when the process is killed. Names tell the
/// process, so that nobody takes away what another one is at work with:
/// <c>site.article-4711.new</c> is not to be kept, <c>site.article-4711.old</c> is what belongs at the target.
/// </summary>
internal static partial class StagingPath
{
    /// <summary>Something on its way to the target, or taken away from it.</summary>
    public static string New(string stem) => $"{stem}.article-{Environment.ProcessId}.new";

    /// <summary>What was at the target, while nothing is.</summary>
    public static string Old(string stem) => $"{stem}.article-{Environment.ProcessId}.old";

    /// <summary>Puts back or takes away what processes have left that no longer live.</summary>
    /// <param name="stem">What the names begin with.</param>
    /// <param name="target">The target.</param>
    public static void Tidy(string stem, string target)
    {
        foreach (var (path, isOld) in LeftBeside(stem))
        {
            if (isOld && !Path.Exists(target))
            {
                PutBack(path, target);
            }
            else
            {
                Remove(path);
            }
        }
    }

    /// <summary>Takes something away; what cannot go now is left for the next process.</summary>
    public static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The work that it was left over from is done or lost either way.
        }
    }

    private static void PutBack(string path, string target)
    {
        try
        {
            Directory.Move(path, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays beside the target, where it is safe.
        }
    }

    private static List<(string Path, bool IsOld)> LeftBeside(string stem)
    {
        if (Path.GetDirectoryName(stem) is not { } folder)
        {
            return []; // nothing stands beside the root of a disk
        }

        string name = Path.GetFileName(stem);
        try
        {
            return
            [
                .. from path in Directory.EnumerateFileSystemEntries(folder)
                   where Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal)
                   let ending = Ending().Match(Path.GetFileName(path)[name.Length..])
                   where ending.Success && !IsAtWork(int.Parse(ending.Groups["process"].ValueSpan, CultureInfo.InvariantCulture))
                   select (path, ending.Groups["kind"].ValueSpan is "old"),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // no folder, no leftovers
        }
    }

    // A process begins by tidying: what bears its own number was left by another that had the number before.
    private static bool IsAtWork(int process)
    {
        if (process == Environment.ProcessId)
        {
            return false;
        }

        try
        {
            Process.GetProcessById(process).Dispose();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A\.article-(?<process>[0-9]{1,9})\.(?<kind>new|old)\z")]
    private static partial Regex Ending();
}
