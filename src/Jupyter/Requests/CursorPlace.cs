
namespace InteractiveArticle.Jupyter.Requests;

/// <summary>Where the cursor is. The protocol counts characters of Unicode; .NET counts the units that they are made of.</summary>
/// <param name="Code">The code.</param>
/// <param name="Index">The cursor's place in it, as .NET counts.</param>
internal sealed record CursorPlace(string Code, int Index)
{
    /// <summary>Reads a request's code and cursor; a cursor outside of the code is put at its end.</summary>
    public static CursorPlace Of(Request request)
    {
        string code = request.Get<string>("code");
        return new CursorPlace(code, code.EnumerateRunes().Take(request.Get<int>("cursor_pos")).Sum(rune => rune.Utf16SequenceLength));
    }

    /// <summary>A place as the protocol counts.</summary>
    public static int Count(string code, int index) => code[..index].EnumerateRunes().Count();
}
