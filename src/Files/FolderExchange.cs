using System.Runtime.InteropServices;

namespace InteractiveArticle.Files;

/// <summary>
/// Two folders trade places in one step, where the system has such a step: on Linux (renameat2,
/// https://man7.org/linux/man-pages/man2/rename.2.html) and on macOS (renamex_np), if the file system takes part.
/// </summary>
public static partial class FolderExchange
{
    private const int RelativeToTheCurrentFolder = -100;
    private const uint ExchangeOnLinux = 2;
    private const uint SwapOnMacOS = 2;

    /// <summary>Exchanges two folders of one file system.</summary>
    /// <param name="one">The path of one.</param>
    /// <param name="other">The path of the other.</param>
    /// <returns>Whether it was done; if not, nothing has changed.</returns>
    public static bool Try(string one, string other)
    {
        try
        {
            return OperatingSystem.IsLinux() ? RenameOnLinux(RelativeToTheCurrentFolder, one, RelativeToTheCurrentFolder, other, ExchangeOnLinux) == 0
                : OperatingSystem.IsMacOS() && RenameOnMacOS(one, other, SwapOnMacOS) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library without the call
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameOnLinux(int oneFolder, string one, int otherFolder, string other, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameOnMacOS(string one, string other, uint flags);
}
