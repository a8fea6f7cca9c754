using Microsoft.CodeAnalysis.CSharp;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>A cell that the compiler has accepted.</summary>
/// <param name="Program">What to run; <see langword="null"/> for a cell of nothing but <c>#r</c> and <c>using</c> lines.</param>
/// <param name="ResultLine">The line of the trailing expression, from 1; <see langword="null"/> if the cell has none and shows no result.</param>
/// <param name="Compilation">What the next cell compiles on top of.</param>
internal sealed record CompiledCell(CellProgram? Program, int? ResultLine, CSharpCompilation Compilation);

/// <summary>
/// A cell as an assembly. Whoever loads the assemblies of a notebook's cells in order, and calls each entry point with an
/// array of all cells' states, runs the notebook; it takes no compiler.
/// </summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="EntryType">The full name of the type of the entry point.</param>
/// <param name="EntryMethod">The static method that takes the array of states and gives a task of the cell's value.</param>
public sealed record CellProgram(byte[] Assembly, string EntryType, string EntryMethod);
