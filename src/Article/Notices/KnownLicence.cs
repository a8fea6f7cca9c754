namespace InteractiveArticle.Article.Notices;

/// <summary>
/// Licences that people looked up, for packages that do not say theirs in words a program understands. The version is part
/// of what was looked up: another one has to be looked at again.
/// </summary>
internal static class KnownLicence
{
    private static readonly Dictionary<(string Name, string Version), string> Found = new()
    {
        // The project's LICENSE.md, since 2014; https://github.com/clearlydefined/curated-data/pull/8334 looked too.
        [("AsyncIO", "0.1.69")] = "MPL-2.0",
        // The address it gives, of the licence of ASP.NET Core 2.0.
        [("Microsoft.AspNetCore.Html.Abstractions", "2.3.13")] = "Apache-2.0",
        // The address it gives, COPYING.LESSER; it also allows linking with independent modules of any licence.
        [("NetMQ", "4.0.4.5")] = "LGPL-3.0-only",
        // The file LICENSE in the package.
        [("Fable.Core", "5.3.0")] = "MIT",
        // The address it gives, of the licence of .NET's libraries.
        [("System.Data.DataSetExtensions", "4.5.0")] = "MIT",
    };

    /// <summary>The licence of a package; null where nobody has looked.</summary>
    public static string? Of(string name, string version) => Found.GetValueOrDefault((name, version));
}
