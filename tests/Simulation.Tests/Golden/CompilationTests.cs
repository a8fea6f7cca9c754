using System.Reflection;
using InteractiveArticle.Parameters;
using InteractiveArticle.Simulation.Modelling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InteractiveArticle.Simulation.Tests.Golden;

/// <summary>The library is optimised in every configuration of the solution; its bits would be the same if it were not.</summary>
public class CompilationTests
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void TheLibrary_CompiledSo_HasTheSameFingerprints(OptimizationLevel optimization)
    {
        var library = Compile(optimization);
        var find = Same(typeof(ModelCatalog), library).GetMethod(nameof(ModelCatalog.Find))!;
        var experiment = Same(typeof(Experiment), library);

        Assert.All(GoldenRun.All, run =>
        {
            dynamic settings = Activator.CreateInstance(experiment)!;
            experiment.GetProperty(nameof(Experiment.Replications))!.SetValue(settings, run.Replications);
            dynamic model = find.Invoke(null, [run.Model])!;
            Assert.Equal(run.Fingerprint, (string)model.Run(run.Settings, settings).Fingerprint);
        });
    }

    private static Type Same(Type type, Assembly library) => library.GetType(type.FullName!, throwOnError: true)!;

    private static Assembly Compile(OptimizationLevel optimization)
    {
        string source = Path.Combine(Path.GetDirectoryName(GoldenRun.File)!, "..", "..", "..", "src", "Simulation");
        var parsing = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(source, path).StartsWith("obj", StringComparison.Ordinal))
            .Select(File.ReadAllText).Append(ImplicitUsings)
            .Select(text => CSharpSyntaxTree.ParseText(text, parsing));
        var framework = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Append(typeof(AllowedValues).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path));
        using var image = new MemoryStream();
        var built = CSharpCompilation.Create($"Simulation.{optimization}", trees, framework, new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimization)).Emit(image);
        Assert.True(built.Success, string.Join('\n', built.Diagnostics));
        return Assembly.Load(image.ToArray());
    }
}
