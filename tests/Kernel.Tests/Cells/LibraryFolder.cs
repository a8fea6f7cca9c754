using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InteractiveArticle.Kernel.Tests.Cells;

/// <summary>
/// A solution in miniature: <c>notebooks/</c>, and <c>artifacts/notebook/</c> with two libraries, of which notebooks name
/// <c>Front.dll</c> and get <c>Behind.dll</c> because it stands beside it.
/// </summary>
public sealed class LibraryFolder : IDisposable
{
    private const string Behind =
        """
        namespace Behind;

        public sealed record Queue(double Load)
        {
            public double Wait => Load / (1 - Load);
        }

        public static class Notes
        {
            public static string Unmentioned => "found beside";
        }
        """;

    private const string Front =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using Behind;

        namespace Front;

        public static class Models
        {
            public static int Runs;
            public static Queue At(double load) => load < 1 ? new Queue(load) : throw new ArgumentOutOfRangeException(nameof(load), "a load is below 1");
            public static string Hidden() => (string)Type.GetType("Behind.Notes, Behind", true)!.GetProperty("Unmentioned")!.GetValue(null)!;
        }

        [TypeFormatterSource(typeof(FigureFormatters), PreferredMimeTypes = new[] { "application/vnd.plotly.v1+json", "text/html" })]
        public sealed record Figure(string Title);

        [TypeFormatterSource(typeof(FaultyFormatters), PreferredMimeTypes = new[] { "text/html" })]
        public sealed record Faulty;

        [TypeFormatterSource(typeof(GarbledFormatters), PreferredMimeTypes = new[] { "application/json" })]
        public sealed record Garbled;

        public sealed class TypeFormatterSourceAttribute : Attribute
        {
            public TypeFormatterSourceAttribute(Type formatterSourceType) => FormatterSourceType = formatterSourceType;
            public Type FormatterSourceType { get; }
            public string[] PreferredMimeTypes { get; set; }
        }

        public sealed class Formatting
        {
            private readonly Func<object, string> format;
            public Formatting(string mimeType, Func<object, string> format) => (MimeType, this.format) = (mimeType, format);
            public string MimeType { get; }
            public bool Format(object instance, TextWriter writer) { writer.Write(format(instance)); return true; }
        }

        public sealed class FigureFormatters
        {
            public IEnumerable<object> CreateTypeFormatters() => new object[]
            {
                new Formatting("application/vnd.plotly.v1+json", f => "{\"layout\":{\"title\":\"" + ((Figure)f).Title + "\"}}"),
                new Formatting("text/html", f => "<figure>" + ((Figure)f).Title + "</figure>"),
                new Formatting("text/plain", f => "A figure of " + ((Figure)f).Title + "."),
            };
        }

        public sealed class FaultyFormatters
        {
            public IEnumerable<object> CreateTypeFormatters() => new object[] { new Formatting("text/html", _ => throw new InvalidOperationException("no ink")) };
        }

        public sealed class GarbledFormatters
        {
            public IEnumerable<object> CreateTypeFormatters() => new object[] { new Formatting("application/json", _ => "{NaN}") };
        }
        """;

    private readonly TemporaryFolder folder = new();

    public LibraryFolder()
    {
        Directory.CreateDirectory(Notebooks);
        Directory.CreateDirectory(folder["artifacts", "notebook"]);
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll")
            .Select(path => MetadataReference.CreateFromFile(path)).ToArray();
        Build("Behind", Behind, framework);
        Build("Front", Front, [.. framework, MetadataReference.CreateFromFile(PathOf("Behind"))]);
    }

    public string Notebooks => folder["notebooks"];

    public string PathOf(string library) => folder["artifacts", "notebook", library + ".dll"];

    public void Dispose() => folder.Dispose();

    private void Build(string name, string source, MetadataReference[] references)
    {
        var built = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary)).Emit(PathOf(name));
        Assert.True(built.Success, string.Join('\n', built.Diagnostics));
    }
}
