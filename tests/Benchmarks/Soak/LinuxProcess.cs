using System.Globalization;

namespace InteractiveArticle.Benchmarks.Soak;

/// <summary>What Linux tells of processes.</summary>
internal static class LinuxProcess
{
    private const string Folder = "/proc";

    /// <summary>The megabytes of the machine's memory that a process holds.</summary>
    public static double Megabytes(int id)
    {
        string line = File.ReadLines($"{Folder}/{id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>The command lines of the processes that have a variable in their environment, which they have from whoever started them.</summary>
    public static IReadOnlyList<string> With(string variable, string value) =>
    [
        .. from folder in Directory.GetDirectories(Folder)
           where Read(folder, "environ").Split('\0').Contains($"{variable}={value}")
           select Read(folder, "cmdline").Replace('\0', ' '),
    ];

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // it is no process, or has ended meanwhile, or is somebody else's
        }
    }
}
