using System.Text.Json.Nodes;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>The cells that were run since the kernel started, which is all the history it keeps.</summary>
internal sealed class History
{
    private const int Session = 1;
    private const int Current = 0;

    private readonly List<Entry> entries = [];

    public void Add(int number, string code, string? result) => entries.Add(new Entry(number, code, result));

    public void Answer(Request request)
    {
        bool withResults = request.Get("output", false);
        request.Reply(new JsonObject
        {
            ["history"] = new JsonArray([.. Find(request).Select(entry => new JsonArray(
                Session, entry.Number, withResults ? new JsonArray(entry.Code, entry.Result) : JsonValue.Create(entry.Code)))]),
        });
    }

    private IEnumerable<Entry> Find(Request request) => request.Get<string>("hist_access_type") switch
    {
        "tail" => entries.TakeLast(request.Get("n", int.MaxValue)),
        "range" => Range(request.Get("session", Current), request.Get("start", 0), request.Get("stop", int.MaxValue)),
        "search" => Search(request.Get("pattern", "*"), request.Get("unique", false)).TakeLast(request.Get("n", int.MaxValue)),
        var other => throw new MalformedRequestException($"{request.Type}: hist_access_type is {other}; allowed are range, tail and search."),
    };

    private IEnumerable<Entry> Range(int session, int start, int stop) =>
        session is Current or Session ? entries.Where(entry => entry.Number >= start && entry.Number < stop) : [];

    // Of equal cells the last one counts.
    private IEnumerable<Entry> Search(string pattern, bool unique)
    {
        var found = entries.Where(entry => Glob.IsMatch(pattern, entry.Code));
        return unique ? found.Reverse().DistinctBy(entry => entry.Code).Reverse() : found;
    }

    private sealed record Entry(int Number, string Code, string? Result);
}
