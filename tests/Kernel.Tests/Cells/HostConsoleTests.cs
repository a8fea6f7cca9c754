using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Cells;

/// <summary>Sets the console of the whole process, so nothing else may run meanwhile.</summary>
[Collection(nameof(HostConsoleTests))]
[CollectionDefinition(nameof(HostConsoleTests), DisableParallelization = true)]
public class HostConsoleTests
{
    [Fact]
    public async Task HostsOwnText_StaysOnItsConsole()
    {
        var before = Console.Out;
        using var console = new StringWriter { NewLine = "\r\n" };
        using var session = new Session();
        Console.SetOut(console);
        try
        {
            await session.Run("Console.WriteLine(\"cell\");");
            Console.WriteLine("host");
            Console.Write('!');

            Assert.Equal([new StreamOutput("stdout", "cell\n")], session.Outputs);
            Assert.Equal("host\r\n!", console.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
