using System.Collections.Concurrent;
using InteractiveArticle.Jupyter.Connection;
using NetMQ;
using NetMQ.Sockets;

namespace InteractiveArticle.Jupyter.Wire;

/// <summary>
/// The five sockets of a kernel. One thread does everything with them, as they demand; it only moves messages, so the
/// heartbeat is answered however busy a cell is.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    private readonly RouterSocket shell = new();
    private readonly RouterSocket control = new();
    private readonly RouterSocket stdin = new();
    private readonly PublisherSocket iopub = new();
    private readonly ResponseSocket heartbeat = new();
    private readonly NetMQQueue<Action> outbox = new();
    private readonly ConcurrentQueue<TaskCompletionSource<Message>> questions = new();
    private readonly NetMQPoller poller;
    private readonly WireFormat format;

    /// <summary>Binds the sockets; nothing is received before <see cref="Run"/>.</summary>
    /// <param name="file">Where to listen.</param>
    /// <exception cref="ConnectionException">An address is taken.</exception>
    public KernelSockets(ConnectionFile file)
    {
        format = new WireFormat(file.Key);
        poller = [shell, control, stdin, iopub, heartbeat, outbox];

        // However fast a cell prints, nothing of it may be lost.
        iopub.Options.SendHighWatermark = 0;
        foreach (var (socket, port) in new (NetMQSocket, int)[] { (shell, file.Shell), (control, file.Control), (stdin, file.Stdin), (iopub, file.Iopub), (heartbeat, file.Heartbeat) })
        {
            // Time for the last words, such as the answer to a request to shut down, on a busy machine too.
            socket.Options.Linger = TimeSpan.FromSeconds(10);
            Bind(socket, file, port);
        }

        stdin.ReceiveReady += (_, _) => Receive(stdin, Answer);
        heartbeat.ReceiveReady += (_, _) => heartbeat.SendMultipartMessage(heartbeat.ReceiveMultipartMessage());
        outbox.ReceiveReady += (_, _) => outbox.Dequeue()!();
    }

    /// <summary>Moves messages until <see cref="Stop"/>.</summary>
    /// <param name="received">Takes each request, on the thread that calls this.</param>
    public void Run(Action<Channel, Message> received)
    {
        shell.ReceiveReady += (_, _) => Receive(shell, message => received(Channel.Shell, message));
        control.ReceiveReady += (_, _) => Receive(control, message => received(Channel.Control, message));
        poller.Run();
    }

    /// <summary>Ends <see cref="Run"/> when all that was sent before is on its way.</summary>
    public void Stop() => outbox.Enqueue(poller.Stop);

    /// <summary>Answers on the channel that a request came by. May be called by any thread.</summary>
    public void Send(Channel channel, Message message) =>
        outbox.Enqueue(() => (channel == Channel.Shell ? shell : control).SendMultipartMessage(format.Write(message)));

    /// <summary>Asks the front end that sent a request. May be called by any thread.</summary>
    /// <param name="question">The question, with the route of the request.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The answer: front ends answer in the order in which they were asked.</returns>
    public Task<Message> AskAsync(Message question, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellation.Register(() => answer.TrySetCanceled(cancellation));
        questions.Enqueue(answer);
        outbox.Enqueue(() => stdin.SendMultipartMessage(format.Write(question)));
        return answer.Task;
    }

    /// <summary>Tells every front end. May be called by any thread.</summary>
    /// <param name="message">Makes the message when its turn has come.</param>
    public void Broadcast(Func<Message> message) => outbox.Enqueue(() => iopub.SendMultipartMessage(format.Write(message())));

    public void Dispose()
    {
        poller.Dispose();
        outbox.Dispose();
        foreach (var socket in new NetMQSocket[] { shell, control, stdin, iopub, heartbeat })
        {
            socket.Dispose();
        }
    }

    private void Bind(NetMQSocket socket, ConnectionFile file, int port)
    {
        try
        {
            socket.Bind(file.Address(port));
        }
        catch (NetMQException)
        {
            Dispose();
            throw file.Taken(port);
        }
    }

    private void Answer(Message answer)
    {
        // Nobody waits any more for the answers to questions that were interrupted.
        while (answer.Type == "input_reply" && questions.TryDequeue(out var question) && !question.TrySetResult(answer))
        {
        }
    }

    private void Receive(RouterSocket socket, Action<Message> received)
    {
        var frames = socket.ReceiveMultipartMessage();
        try
        {
            received(format.Read(frames));
        }
        catch (WireException e)
        {
            Console.Error.WriteLine($"article: a message was dropped: {e.Message}");
        }
    }
}
