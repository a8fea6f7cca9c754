using System.Runtime.CompilerServices;
using InteractiveArticle.Article.Checkout;

namespace InteractiveArticle.Article.Tests;

internal static class NotebookLibraryOfTests
{
    // What the program does before anything else.
    [ModuleInitializer]
    internal static void Attach() => NotebookLibrary.Attach();
}
