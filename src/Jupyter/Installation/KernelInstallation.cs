using System.Text.RegularExpressions;
using InteractiveArticle.Files;

namespace InteractiveArticle.Jupyter.Installation;

/// <summary>
/// Installs this program as a Jupyter kernel: a folder with a copy of the program as it was built, so that the kernel starts
/// at once and stays as it is while the source changes.
/// </summary>
public static partial class KernelInstallation
{
    /// <summary>The name by which the notebooks ask for their kernel, which is the one that .NET Interactive has given its own.</summary>
    public const string UsualName = ".net-csharp";

    private const string ProgramFolder = "program";

    /// <summary>Installs the kernel.</summary>
    /// <param name="place">Where.</param>
    /// <param name="name">By which name: letters, digits, '.', '-' and '_'.</param>
    /// <param name="replace">Whether a kernel that has the name already may be replaced.</param>
    /// <returns>The kernel's folder.</returns>
    /// <exception cref="InstallationException">The name is none, or another kernel has it, or the place cannot be written.</exception>
    public static string Install(JupyterFolder place, string name, bool replace)
    {
        Check(name);
        string folder = Path.Combine(place.Kernels, name);
        if (!replace && place.Visible.Select(kernels => Path.Combine(kernels, name)).FirstOrDefault(other => KernelSpec.OwnerOf(other) != KernelOwner.Nobody) is { } taken)
        {
            throw new InstallationException(Taken(name, taken));
        }

        try
        {
            using var whole = AtomicFolder.For(folder, Stem(place, name));
            Write(whole.Path, name, Path.Combine(folder, ProgramFolder, Path.GetFileName(typeof(KernelInstallation).Assembly.Location)));
            Directory.CreateDirectory(place.Kernels);
            whole.Publish();
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"{folder}: the kernel cannot be written there ({e.Message.TrimEnd('.')}); give a folder that you may write to, on a disk with room, by --prefix.");
        }
    }

    /// <summary>Removes the kernel.</summary>
    /// <param name="place">Where it was installed.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The folder that is gone.</returns>
    /// <exception cref="InstallationException">There is no such kernel, or this program has not installed it, or it cannot be removed.</exception>
    public static string Uninstall(JupyterFolder place, string name)
    {
        Check(name);
        string folder = Path.Combine(place.Kernels, name);
        if (KernelSpec.OwnerOf(folder) is var owner && owner != KernelOwner.Article)
        {
            throw new InstallationException(owner == KernelOwner.Nobody
                ? $"{folder}: no kernel is installed there; name it by --name, and its place by --prefix if it has one."
                : $"{folder}: this kernel is not the article's, so it was left alone; remove it with what installed it.");
        }

        try
        {
            AtomicFolder.Remove(folder, Stem(place, name));
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"{folder}: cannot be removed ({e.Message.TrimEnd('.')}); close the notebooks that use the kernel, and try again.");
        }
    }

    // StagingPath the folder of kernels, so that no front end sees half a kernel.
    private static string Stem(JupyterFolder place, string name) => $"{place.Kernels}-{name}";

    private static void Write(string folder, string name, string program)
    {
        string built = AppContext.BaseDirectory;
        foreach (string file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, ProgramFolder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var own = typeof(KernelInstallation).Assembly;
        foreach (string logo in own.GetManifestResourceNames())
        {
            using var stream = own.GetManifestResourceStream(logo)!;
            using var copy = File.Create(Path.Combine(folder, logo));
            stream.CopyTo(copy);
        }

        File.WriteAllText(Path.Combine(folder, KernelSpec.FileName), KernelSpec.Of(name, program));
    }

    private static void Check(string name)
    {
        if (!Name().IsMatch(name))
        {
            throw new InstallationException($"--name {name}: not a kernel's name; it takes letters, digits, '.', '-' and '_', such as article-csharp.");
        }
    }

    private static string Taken(string name, string folder) => KernelSpec.OwnerOf(folder) switch
    {
        KernelOwner.Article => $"{folder}: the article's kernel is installed already; --force installs it again.",
        KernelOwner.DotNetInteractive => $"{folder}: this is .NET Interactive's own kernel, which runs the notebooks too, so it was left alone. To have both, give ours another name, such as --name article-csharp, and choose between them in the notebook; --force uses the name {name} for ours instead.",
        _ => $"{folder}: another kernel has this name, so it was left alone; give ours another one, such as --name article-csharp, or replace it by --force.",
    };

    [GeneratedRegex("^[A-Za-z0-9._-]*[A-Za-z0-9_-][A-Za-z0-9._-]*$")]
    private static partial Regex Name();
}
