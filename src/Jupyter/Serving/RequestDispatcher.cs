using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using InteractiveArticle.Kernel;
using InteractiveArticle.Jupyter.Requests;
using InteractiveArticle.Jupyter.Wire;
using Channel = InteractiveArticle.Jupyter.Wire.Channel;

namespace InteractiveArticle.Jupyter.Serving;

/// <summary>
/// Takes requests and sees to each by its type: those of the shell channel one after the other, those of the control
/// channel beside them.
/// </summary>
internal sealed class RequestDispatcher
{
    private readonly KernelSockets sockets;
    private readonly Dictionary<string, Func<Request, Task>> handlers;
    private readonly Channel<Request> shell = System.Threading.Channels.Channel.CreateUnbounded<Request>();
    private readonly Channel<Request> control = System.Threading.Channels.Channel.CreateUnbounded<Request>();
    private readonly Queue<Request> setAside = new();
    private readonly TaskCompletionSource shutDown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Request? last; // the one to shut down

    public RequestDispatcher(NotebookKernel engine, KernelSockets sockets, bool showsStoredForms)
    {
        this.sockets = sockets;
        var history = new History();
        var execution = new Execution(engine, history, SetWaitingAside, showsStoredForms);
        handlers = new Dictionary<string, Func<Request, Task>>
        {
            ["kernel_info_request"] = Quick(KernelInfo.Answer),
            [Execution.Type] = execution.AnswerAsync,
            ["interrupt_request"] = Quick(execution.Interrupt),
            ["is_complete_request"] = Quick(CodeHelp.AnswerIsComplete),
            ["complete_request"] = request => CodeHelp.AnswerCompleteAsync(request, engine),
            ["inspect_request"] = request => CodeHelp.AnswerInspectAsync(request, engine),
            ["history_request"] = Quick(history.Answer),
            ["comm_info_request"] = Quick(Comms.AnswerInfo),
            ["comm_open"] = Quick(Comms.Refuse),
            ["comm_msg"] = Quick(_ => { }),
            ["comm_close"] = Quick(_ => { }),
            ["shutdown_request"] = Quick(AnswerShutdown),
        };
    }

    /// <summary>Takes a request that came over a socket.</summary>
    public void Receive(Channel channel, Message message) =>
        (channel == Channel.Shell ? shell : control).Writer.TryWrite(new Request(message, channel, sockets));

    /// <summary>Sees to requests until one has asked to shut down, or until cancelled.</summary>
    public async Task ServeAsync(CancellationToken cancellation)
    {
        sockets.Broadcast(() => Message.Of([Encoding.UTF8.GetBytes(Status.Type)], Status.Type, null, Status.Of("starting")));
        _ = Task.Run(ServeShellAsync, CancellationToken.None);
        _ = Task.Run(ServeControlAsync, CancellationToken.None);
        await Task.WhenAny(shutDown.Task, Task.Delay(Timeout.Infinite, cancellation)).ConfigureAwait(false);
    }

    private static Func<Request, Task> Quick(Action<Request> answer) => request =>
    {
        answer(request);
        return Task.CompletedTask;
    };

    private async Task ServeShellAsync()
    {
        await foreach (var request in shell.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await ServeAsync(request).ConfigureAwait(false);
            while (setAside.TryDequeue(out var aside))
            {
                await (aside.Type == Execution.Type ? ServeAsync(aside, Quick(Replies.Abort)) : ServeAsync(aside)).ConfigureAwait(false);
            }
        }
    }

    private async Task ServeControlAsync()
    {
        await foreach (var request in control.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await ServeAsync(request).ConfigureAwait(false);
        }
    }

    private Task ServeAsync(Request request) => ServeAsync(request, handlers.GetValueOrDefault(request.Type, Quick(Ignore)));

    private async Task ServeAsync(Request request, Func<Request, Task> answer)
    {
        request.Publish(Status.Type, Status.Of("busy"));
        try
        {
            await answer(request).ConfigureAwait(false);
        }
        catch (MalformedRequestException e)
        {
            request.Reply(Replies.Error("MalformedRequest", e.Message, [e.Message]));
        }
        catch (Exception e)
        {
            // Whatever fails here, who asked must not wait for ever, nor those who ask after them.
            request.Reply(Replies.Error(e.GetType().FullName!, e.Message, [$"{request.Type}: {e.Message}"]));
        }

        request.Publish(Status.Type, Status.Of("idle"));

        // Front ends wait for the word "idle", and nothing that is published after the end reaches them.
        if (request == last)
        {
            shutDown.TrySetResult();
        }
    }

    // What was sent along with a cell that failed would run on a state that its author never saw. What is sent once the
    // failure is known was meant to run.
    private void SetWaitingAside()
    {
        while (shell.Reader.TryRead(out var request))
        {
            setAside.Enqueue(request);
        }
    }

    private static void Ignore(Request request) =>
        Console.Error.WriteLine($"article: a message was ignored: no request is called {JsonValue.Create(request.Type).ToJsonString()}");

    private void AnswerShutdown(Request request)
    {
        var content = new JsonObject { ["restart"] = request.Get("restart", false) };
        request.Publish("shutdown_reply", (JsonObject)content.DeepClone());
        request.Reply(content);
        last = request;
    }
}
