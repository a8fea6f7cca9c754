using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace InteractiveArticle.Cells.Shipping;

/// <summary>Finds the libraries that cells name by <c>#r</c> among assemblies that a host has at hand, by their file names alone.</summary>
internal sealed class ShippedReferences(IReadOnlyDictionary<string, PortableExecutableReference> assemblies) : MetadataReferenceResolver
{
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        assemblies.TryGetValue(Path.GetFileName(reference), out var found) ? [found] : [];

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
