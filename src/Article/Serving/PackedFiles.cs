using InteractiveArticle.Article.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace InteractiveArticle.Article.Serving;

/// <summary>
/// Hands out the packed form of a file where there is one and the browser takes it.
/// </summary>
internal static class PackedFiles
{
    /// <summary>Points a request to the packed form of what it asks for.</summary>
    public static Task Choose(HttpContext context, RequestDelegate next, IFileProvider files)
    {
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        string path = context.Request.Path.Value ?? "";
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (ending, encoding) in PackedFile.Forms)
        {
            if (accepted.Any(form => form.Value == encoding && form.Quality is null or > 0) && files.GetFileInfo(path + ending).Exists)
            {
                context.Items[typeof(PackedFiles)] = encoding;

                // A text alone would be decoded once more.
                context.Request.Path = new PathString(path + ending);
                break;
            }
        }

        return next(context);
    }

    /// <summary>Says what the packed form is a form of.</summary>
    public static void Describe(HttpContext context, Func<string, string> typeOf)
    {
        if (context.Items[typeof(PackedFiles)] is string encoding)
        {
            context.Response.Headers.ContentEncoding = encoding;
            context.Response.ContentType = typeOf(Path.GetFileNameWithoutExtension(context.Request.Path.Value!));
        }
    }
}
