using System.CommandLine;
using InteractiveArticle.Article.Serving;
using InteractiveArticle.Article.Site;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// "article" alone, the main job: runs every notebook, writes the article and serves it on this machine.
/// </summary>
internal static class ServeCommand
{
    private const int UsualPort = 8282;

    public static RootCommand Create()
    {
        var output = ExportCommand.OutputOption();
        var set = SetOption.Create("a lever, in every notebook that has it");
        var port = NumberOption.Create<int>(
            "--port", $"Port to serve on, 1 to 65535. By default {UsualPort}, or another one when that is taken.", "port",
            number => number is >= 1 and <= 65535, "a whole number from 1 to 65535");
        var root = new RootCommand("An interactive article on how the cloud works, and how one typo broke it.\nWithout a command: runs every notebook, writes the article, and serves it on this machine.")
        {
            output, set, port,
        };
        var limits = new RunOptions(root, withErrors: true);
        root.SetAction(async (parsed, cancellation) =>
        {
            string target = parsed.GetValue(output) ?? ExportCommand.DefaultOutput();
            await ExportCommand.ExportAsync([], target, new(SetOption.Read(parsed.GetValue(set)), IsLive: true, Address: null, SiteWords.None, limits.Read(parsed)), cancellation).ConfigureAwait(false);
            await SiteServer.ServeAsync(target, parsed.GetValue(port), UsualPort, cancellation).ConfigureAwait(false);
            return 0;
        });
        return root;
    }
}
