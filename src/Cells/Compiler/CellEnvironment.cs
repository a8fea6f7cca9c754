namespace InteractiveArticle.Cells.Compiler;

/// <summary>What cells may use besides the framework, with no <c>#r</c> and no <c>using</c>.</summary>
/// <param name="Libraries">The paths of the assemblies that they may name; empty where the compiler is given assemblies as bytes.</param>
/// <param name="Helpers">The full names of static classes whose methods cells call by their bare names.</param>
public sealed record CellEnvironment(IReadOnlyList<string> Libraries, IReadOnlyList<string> Helpers);
