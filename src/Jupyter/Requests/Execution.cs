using System.Text.Json.Nodes;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Kernel;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>Runs cells.</summary>
/// <param name="engine">What runs them.</param>
/// <param name="history">Remembers them.</param>
/// <param name="stopQueue">Told of a cell that has failed, before anybody else is, when what waits behind it must not run.</param>
/// <param name="showsStoredForms">Whether values are shown in the forms of a notebook file only.</param>
internal sealed class Execution(NotebookKernel engine, History history, Action stopQueue, bool showsStoredForms)
{
    public const string Type = "execute_request";

    private readonly Lock gate = new();
    private CancellationTokenSource? running;
    private int count;

    public async Task AnswerAsync(Request request)
    {
        string code = request.Get<string>("code");
        var expressions = request.Get("user_expressions", new JsonObject());
        bool isSilent = request.Get("silent", false);
        bool isStored = !isSilent && request.Get("store_history", true);
        bool stopsOnError = request.Get("stop_on_error", true);
        count += isStored ? 1 : 0;
        if (!isSilent)
        {
            request.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count });
        }

        var sink = new IOPubSink(request, count);
        IOutputSink shown = isSilent ? new OutputRecorder() : showsStoredForms ? new StoredFormsSink(sink) : sink;

        string? language = CellLanguage.OtherThanCSharp(request.Metadata);
        var refusal = CellInOtherLanguage.Refusal(language);
        if (refusal is not null)
        {
            shown.Write(refusal);
        }

        // A question about a name that there is counts as a cell that does nothing, and so does a cell that is not run.
        var page = language is null && HelpQuestion.NameIn(code) is { } name ? await CodeHelp.PageAsync(name, engine).ConfigureAwait(false) : null;
        string runs = page is null && refusal is null ? CellInOtherLanguage.Code(code, language) : "";
        var result = await RunAsync(request, runs, shown, isStored).ConfigureAwait(false);
        if (isStored)
        {
            history.Add(count, code, sink.Result);
        }

        if (result.Error is { } error)
        {
            if (stopsOnError)
            {
                stopQueue();
            }

            if (!isSilent)
            {
                sink.Write(error.ToOutput());
            }

            var failure = Error(error);
            failure["execution_count"] = count;
            request.Reply(failure);
            return;
        }

        request.Reply(new JsonObject
        {
            ["execution_count"] = count,
            ["payload"] = page is null ? new JsonArray() : new JsonArray(page),
            ["user_expressions"] = await EvaluateAsync(request, expressions).ConfigureAwait(false),
        });
    }

    /// <summary>Ends the cell that runs, if one does.</summary>
    public void Interrupt(Request request)
    {
        lock (gate)
        {
            running?.Cancel();
        }

        request.Reply([]);
    }

    private async Task<CellResult> RunAsync(Request request, string code, IOutputSink sink, bool counts)
    {
        using var interruption = new CancellationTokenSource();
        lock (gate)
        {
            running = interruption;
        }

        try
        {
            return await engine.ExecuteAsync(code, sink, interruption.Token, counts, new StdinInput(request, interruption.Token)).ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
            {
                running = null;
            }
        }
    }

    private async Task<JsonObject> EvaluateAsync(Request request, JsonObject expressions)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in expressions)
        {
            var shown = new OutputRecorder();
            string code = expression?.GetValueKind() == System.Text.Json.JsonValueKind.String ? expression.GetValue<string>() : throw new MalformedRequestException($"{Type}: each of the user_expressions must be text.");
            var result = await RunAsync(request, code, shown, counts: false).ConfigureAwait(false);
            values[name] = result.Error is { } error
                ? Error(error)
                : new JsonObject
                {
                    ["status"] = "ok",
                    ["data"] = Forms.Of(shown.Outputs.OfType<ResultOutput>().LastOrDefault()?.Data),
                    ["metadata"] = new JsonObject(),
                };
        }

        return values;
    }

    private static JsonObject Error(CellError error) => Replies.Error(error.Name, error.Message, error.Traceback);
}
