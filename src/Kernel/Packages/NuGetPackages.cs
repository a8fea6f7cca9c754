using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.PackageManagement;

namespace InteractiveArticle.Kernel.Packages;

/// <summary>
/// Packages that cells load by <c>#r "nuget: …"</c>: their assemblies for the compiler, and what they bring along for kernels.
/// </summary>
/// <remarks>
/// What this program holds itself, the framework among it, is used as it is: an assembly of another version beside it could be
/// compiled against but would never be loaded.
/// </remarks>
internal static class NuGetPackages
{
    private const string ExtensionFolder = "interactive-extensions/dotnet";

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly Dictionary<string, string> Held = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .DistinctBy(Path.GetFileNameWithoutExtension).ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, StringComparer.OrdinalIgnoreCase);

    /// <summary>Lets the cells of a kernel load packages.</summary>
    /// <param name="csharp">The kernel.</param>
    public static void AddTo(CSharpKernel csharp)
    {
        PreferToGoOnWithoutANetwork();
        csharp.UseNugetDirective(LoadAsync);
    }

    // The restore is a process of its own, which takes its settings from the environment: a feed that cannot be reached is no
    // error while the machine has the packages, in whatever fitting version, and is given up soon.
    private static void PreferToGoOnWithoutANetwork()
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } path
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        SetDefault("RestoreIgnoreFailedSources", "true");
        SetDefault("NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS", "100");
        if (Directory.Exists(cache))
        {
            SetDefault("RestoreAdditionalProjectSources", cache);
        }
    }

    private static void SetDefault(string variable, string value) =>
        Environment.SetEnvironmentVariable(variable, Environment.GetEnvironmentVariable(variable) ?? value);

    private static async Task LoadAsync(CSharpKernel csharp, IReadOnlyList<ResolvedPackageReference> packages)
    {
        string[] assemblies = [.. packages.SelectMany(package => package.AssemblyPaths).Select(path => Held.GetValueOrDefault(Path.GetFileNameWithoutExtension(path), path)).Distinct()];
        csharp.AddAssemblyReferences(assemblies.Where(path => Path.GetDirectoryName(path) != FrameworkFolder));
        if (packages.Any(package => package.PackageName.StartsWith("Plotly.NET", StringComparison.OrdinalIgnoreCase)))
        {
            await PlotlyCharts.RegisterAsync(csharp.RootKernel).ConfigureAwait(false);
        }

        string[] beside = [.. packages.Select(package => Path.Combine(package.PackageRoot, ExtensionFolder)).Where(Directory.Exists)];
        foreach (string path in assemblies.Concat(beside.SelectMany(folder => Directory.GetFiles(folder, "*.dll"))).Where(MayExtendKernels))
        {
            foreach (var extension in ExtensionsIn(path))
            {
                await extension.OnLoadAsync(csharp.RootKernel).ConfigureAwait(false);
            }
        }

        foreach (string script in beside.Select(folder => Path.Combine(folder, "extension.dib")).Where(File.Exists))
        {
            await csharp.RootKernel.LoadAndRunInteractiveDocument(new FileInfo(script)).ConfigureAwait(false);
        }
    }

    // Only such an assembly is loaded before a cell needs it.
    private static bool MayExtendKernels(string path)
    {
        if (Held.ContainsKey(Path.GetFileNameWithoutExtension(path)))
        {
            return false;
        }

        using var reader = new PEReader(File.OpenRead(path));
        if (!reader.HasMetadata)
        {
            return false;
        }

        var metadata = reader.GetMetadataReader();
        return metadata.AssemblyReferences.Any(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name) == "Microsoft.DotNet.Interactive");
    }

    // In the context of the kernel itself, whose types the extensions speak of.
    private static IEnumerable<IKernelExtension> ExtensionsIn(string path) =>
        AssemblyLoadContext.Default.LoadFromAssemblyPath(path).GetExportedTypes()
            .Where(type => typeof(IKernelExtension).IsAssignableFrom(type) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (IKernelExtension)Activator.CreateInstance(type)!);
}
