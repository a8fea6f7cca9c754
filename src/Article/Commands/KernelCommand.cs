using System.CommandLine;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Jupyter;
using InteractiveArticle.Jupyter.Installation;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// "article kernel": the kernel for Jupyter front ends, installed, removed and run.
/// </summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "The kernel that runs the notebooks in Jupyter, VS Code and other front ends.")
    {
        Install(), Uninstall(), Run(),
    };

    private static Command Install()
    {
        var (user, prefix, name) = (UserOption(), PrefixOption(), NameOption());
        var force = new Option<bool>("--force") { Description = "Replace whatever kernel has the name." };
        var command = new Command("install", "Install the kernel for this user, or in one environment.") { user, prefix, name, force };
        command.SetAction(parsed =>
        {
            var place = Place(parsed.GetValue(user), parsed.GetValue(prefix));
            Console.WriteLine($"installed {KernelInstallation.Install(place, parsed.GetRequiredValue(name), parsed.GetValue(force))}");
        });
        return command;
    }

    private static Command Uninstall()
    {
        var (user, prefix, name) = (UserOption(), PrefixOption(), NameOption());
        var command = new Command("uninstall", "Remove the kernel again.") { user, prefix, name };
        command.SetAction(parsed =>
        {
            var place = Place(parsed.GetValue(user), parsed.GetValue(prefix));
            Console.WriteLine($"removed {KernelInstallation.Uninstall(place, parsed.GetRequiredValue(name))}");
        });
        return command;
    }

    private static Command Run()
    {
        var file = new Argument<string>("connection file") { Description = "The file in which the front end says where it listens." };
        var command = new Command("run", "Run the kernel for one front end; front ends do this themselves.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            await KernelProcess.RunAsync(parsed.GetRequiredValue(file), cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static Option<bool> UserOption() => new("--user") { Description = "In the user's own Jupyter folder (the default)." };

    private static Option<string?> PrefixOption() => new("--prefix") { Description = "In the environment of this folder.", HelpName = "folder" };

    private static Option<string> NameOption() => new("--name")
    {
        Description = "The kernel's name.",
        HelpName = "name",
        DefaultValueFactory = _ => KernelInstallation.UsualName,
    };

    private static JupyterFolder Place(bool user, string? prefix) => (user, prefix) switch
    {
        (true, not null) => throw new CommandException("--user and --prefix name different places; give one of them"),
        (_, null) => JupyterFolder.OfUser,
        _ => JupyterFolder.OfPrefix(prefix),
    };
}
