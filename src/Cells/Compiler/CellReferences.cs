using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>
/// Finds the assemblies that cells name by <c>#r</c>. Roslyn's own resolver does the work: it reads <c>#r</c> paths from
/// the notebook's folder, and assemblies that nobody named from beside those that need them. Each is read once, so that a
/// type is one type in all cells.
/// </summary>
internal sealed class CellReferences(string workingDirectory) : MetadataReferenceResolver
{
    private readonly ScriptMetadataResolver resolver = ScriptMetadataResolver.Default.WithBaseDirectory(workingDirectory);
    private readonly ConcurrentDictionary<(string, MetadataReferenceProperties), ImmutableArray<PortableExecutableReference>> named = new();
    private readonly ConcurrentDictionary<AssemblyIdentity, PortableExecutableReference?> unnamed = new();

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        named.GetOrAdd((reference, properties), key => resolver.ResolveReference(key.Item1, baseFilePath: null, key.Item2));

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        unnamed.GetOrAdd(referenceIdentity, identity => resolver.ResolveMissingAssembly(definition, identity));

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
