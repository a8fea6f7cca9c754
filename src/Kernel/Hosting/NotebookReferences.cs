using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace InteractiveArticle.Kernel.Hosting;

/// <summary>
/// Finds the assemblies that cells name by <c>#r</c>: from the notebook's folder, with the documentation beside them, and each
/// read once, so that a type is one type in all cells.
/// </summary>
/// <param name="folder">The notebook's folder.</param>
internal sealed class NotebookReferences(string folder) : MetadataReferenceResolver
{
    private readonly ScriptMetadataResolver resolver = ScriptMetadataResolver.Default.WithBaseDirectory(folder);
    private readonly ConcurrentDictionary<(string, MetadataReferenceProperties), ImmutableArray<PortableExecutableReference>> named = new();
    private readonly ConcurrentDictionary<AssemblyIdentity, PortableExecutableReference?> unnamed = new();

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        named.GetOrAdd((reference, properties), key => [.. resolver.ResolveReference(key.Item1, baseFilePath: null, key.Item2).Select(Documented)]);

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        unnamed.GetOrAdd(referenceIdentity, identity => resolver.ResolveMissingAssembly(definition, identity) is { } found ? Documented(found) : null);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private static PortableExecutableReference Documented(PortableExecutableReference reference) => reference.FilePath is { } path
        ? MetadataReference.CreateFromFile(path, reference.Properties, XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml")))
        : reference;
}
