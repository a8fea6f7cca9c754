using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.CSharp;

namespace InteractiveArticle.Kernel.Hosting;

/// <summary>
/// All that the C# kernel remembers of the cells so far, so that it can go back there: after a cell that leaves nothing to
/// remember, and when one that was abandoned has ended after all.
/// </summary>
internal sealed class KernelState
{
    private static readonly FieldInfo WorkspaceField = typeof(CSharpKernel).GetField("_workspace", BindingFlags.Instance | BindingFlags.NonPublic)!;

    // Of the workspace that completions are looked up in, the place where the next cell goes.
    private static readonly FieldInfo[] PlaceFields =
    [
        .. new[] { "_previousSubmissionProjectId", "_workingProjectId", "_workingDocumentId", "_submissionCount", "_currentCompilation" }
            .Select(name => WorkspaceField.FieldType.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!),
    ];

    private readonly CSharpKernel kernel;
    private readonly Workspace workspace;
    private readonly Solution solution;
    private readonly object?[] place;

    private KernelState(CSharpKernel kernel)
    {
        this.kernel = kernel;
        Script = kernel.ScriptState;
        workspace = (Workspace)WorkspaceField.GetValue(kernel)!;
        solution = workspace.CurrentSolution;
        place = [.. PlaceFields.Select(field => field.GetValue(workspace))];
    }

    /// <summary>What the cells have declared, and its values.</summary>
    public ScriptState Script { get; }

    /// <summary>The state as it is now.</summary>
    /// <param name="kernel">A kernel that has run something.</param>
    public static KernelState Of(CSharpKernel kernel) => new(kernel);

    /// <summary>Goes back to this state.</summary>
    public void Restore()
    {
        SetScriptState(kernel, Script);
        foreach (var (field, value) in PlaceFields.Zip(place))
        {
            field.SetValue(workspace, value);
        }

        SetCurrentSolution(workspace, solution);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_ScriptState")]
    private static extern void SetScriptState(CSharpKernel kernel, ScriptState state);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "SetCurrentSolution")]
    private static extern Solution SetCurrentSolution(Workspace workspace, Solution solution);
}
