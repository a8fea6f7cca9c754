namespace InteractiveArticle.Jupyter.Serving;

/// <summary>
/// What a cell gets that asks the reader for input: a refusal. A notebook that stops to ask cannot be run from top to
/// bottom, and the other ways of running it have nobody to answer.
/// </summary>
internal sealed class NoInput : TextReader
{
    public override int Peek() => throw Refusal();

    public override int Read() => throw Refusal();

    public override int Read(char[] buffer, int index, int count) => throw Refusal();

    public override string? ReadLine() => throw Refusal();

    public override string ReadToEnd() => throw Refusal();

    private static InvalidOperationException Refusal() =>
        new("A cell cannot ask for input here; write the value into the cell, or declare a lever for it in the parameters cell.");
}
