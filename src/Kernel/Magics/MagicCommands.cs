using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using InteractiveArticle.Cells.Running;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Magics;

/// <summary>
/// The magic commands: those that the kernel's packages have, and those that .NET Interactive's own tool adds to them.
/// </summary>
internal static class MagicCommands
{
    /// <summary>The <see cref="CellError.Name"/> of an error that refuses a magic command.</summary>
    public const string RefusedName = "MagicCommand";

    /// <summary>Adds the commands, and the languages that they switch to, to a kernel.</summary>
    /// <param name="root">A kernel that has the C# kernel already.</param>
    /// <param name="folder">The notebook's folder, from which <c>#!import</c> reads.</param>
    /// <returns>The same kernel.</returns>
    public static CompositeKernel AddTo(CompositeKernel root, string folder)
    {
        root.Add(new MarkdownKernel());
        root.Add(new HtmlKernel());
        root.Add(new JavaScriptKernel(), ["js"]);
        root.AddDirective(new KernelActionDirective("#!time") { Description = "Tells how long the cell took." }, Time);
        root.AddDirective(new KernelActionDirective("#!lsmagic") { Description = "Lists the magic commands." }, (_, context) => List(root, context));
        root.AddDirective(new KernelActionDirective("#!about") { Description = "Tells what this kernel is." }, About);
        root.AddDirective<ImportDocument>(
            new KernelActionDirective("#!import")
            {
                Description = "Runs the cells of another notebook or script here.",
                Parameters = { new("--file") { AllowImplicitName = true, Required = true, TypeHint = "file" } },
            },
            (command, context) => ImportAsync(root, Path.Combine(folder, command.FilePath), context));
        root.RegisterCommandHandler<RequestInput>(Ask);
        root.SetDefaultTargetKernelNameForCommand(typeof(RequestInput), root.Name);
        return root;
    }

    /// <summary>What to say of a cell with a command that there is not; null if all are known.</summary>
    /// <param name="lines">The cell's lines that speak to the kernel.</param>
    /// <param name="root">The kernel.</param>
    public static CellError? Refuse(IEnumerable<MagicLine> lines, CompositeKernel root)
    {
        var known = DirectivesOf(root).Select(directive => directive.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            string? problem = OtherLanguages.All.TryGetValue(line.Name, out var language) && !language.IsKnown
                ? $"{line.Name}: {language.Name} is not run here, only C#, with cells of Markdown, HTML and JavaScript; .NET Interactive's own tool (dotnet-interactive) runs more"
                : !known.Contains(line.Name) ? $"{line.Name}: there is no such magic command here; #!lsmagic lists those that there are" : null;
            if (problem is not null)
            {
                return new CellError(RefusedName, problem, line.Line, 1, [problem]);
            }
        }

        return null;
    }

    private static IEnumerable<KernelDirective> DirectivesOf(CompositeKernel root) =>
        root.KernelInfo.SupportedDirectives.Concat(root.ChildKernels.SelectMany(kernel => kernel.KernelInfo.SupportedDirectives));

    private static Task Time(KernelCommand command, KernelInvocationContext context)
    {
        long start = Stopwatch.GetTimestamp();
        context.OnComplete(_ => context.DisplayAs(string.Create(CultureInfo.InvariantCulture, $"Wall time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F1} ms"), MimeTypes.Text));
        return Task.CompletedTask;
    }

    private static Task List(CompositeKernel root, KernelInvocationContext context)
    {
        var lines = DirectivesOf(root).Where(directive => !directive.Hidden).DistinctBy(directive => directive.Name).OrderBy(directive => directive.Name, StringComparer.Ordinal)
            .Select(directive => $"{directive.Name,-14} {directive.Description}".TrimEnd());
        context.DisplayAs(string.Join('\n', lines), MimeTypes.Text);
        return Task.CompletedTask;
    }

    private static Task About(KernelCommand command, KernelInvocationContext context)
    {
        string version = typeof(Microsoft.DotNet.Interactive.Kernel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        context.DisplayAs($"The kernel of an interactive article: Microsoft.DotNet.Interactive.CSharp {version} on .NET {Environment.Version}", MimeTypes.Text);
        return Task.CompletedTask;
    }

    private static async Task ImportAsync(CompositeKernel root, string path, KernelInvocationContext context)
    {
        if (!File.Exists(path))
        {
            context.Fail(context.Command, message: $"#!import {path}: no such file; give the path of a notebook or script, relative to the notebook's folder");
            return;
        }

        if (!Path.GetExtension(path).Equals(".ipynb", StringComparison.OrdinalIgnoreCase))
        {
            await root.LoadAndRunInteractiveDocument(new FileInfo(path)).ConfigureAwait(false);
            return;
        }

        // Not by the same way: it passes over every cell of a notebook whose metadata name no kernel for each.
        try
        {
            var document = NotebookDocument.Load(path);
            CellLanguage.Check(document, path);
            foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Code))
            {
                string? language = CellLanguage.OtherThanCSharp(cell, document);
                if (language is null || OtherLanguages.NameOfUnknown(language) is null)
                {
                    await root.SendAsync(new SubmitCode(cell.Source, language ?? root.DefaultKernelName)).ConfigureAwait(false);
                }
            }
        }
        catch (NotebookException e)
        {
            context.Fail(context.Command, message: $"#!import {e.Message}");
        }
    }

    private static Task Ask(RequestInput request, KernelInvocationContext context)
    {
        try
        {
            string answer = CellContext.Current?.Ask(request.Prompt, request.IsPassword) ?? "";
            context.Publish(new InputProduced(answer, request));
        }
        catch (InvalidOperationException e)
        {
            context.Fail(request, message: e.Message);
        }

        return Task.CompletedTask;
    }
}
