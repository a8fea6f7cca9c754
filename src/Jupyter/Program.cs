using InteractiveArticle.Jupyter;
using InteractiveArticle.Jupyter.Connection;

// The kernel as a program of its own: it holds nothing of the article's library, so that a notebook always gets the library
// that it names by #r, however old this program is.
if (args is not [var connectionFile])
{
    Console.Error.WriteLine("article-kernel: give the connection file; front ends start this program themselves");
    return 2;
}

try
{
    await KernelProcess.RunAsync(connectionFile, CancellationToken.None).ConfigureAwait(false);
    return 0;
}
catch (ConnectionException error)
{
    Console.Error.WriteLine($"article-kernel: {error.Message}");
    return 1;
}
