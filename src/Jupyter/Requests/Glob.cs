namespace InteractiveArticle.Jupyter.Requests;

/// <summary>
/// Patterns as shells have them: <c>*</c> for any text, <c>?</c> for any character, <c>[a-z]</c> and <c>[!a-z]</c> for one of a
/// class. A bracket that nothing closes stands for itself, and so does a backslash, which is as common in code as any character.
/// </summary>
internal static class Glob
{
    /// <summary>Whether a pattern matches a whole text. The time goes by the one times the other at most.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, afterStar = -1, retry = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (afterStar, retry) = (++p, t);
            }
            else if (p < pattern.Length && IsMatch(pattern[p..], text[t], out int length))
            {
                p += length;
                t++;
            }
            else if (afterStar >= 0)
            {
                // The last star takes one character more; those before it need not.
                (p, t) = (afterStar, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    private static bool IsMatch(ReadOnlySpan<char> pattern, char character, out int length)
    {
        length = 1;
        if (pattern[0] != '[' || pattern.Length < 3 || pattern[2..].IndexOf(']') is not (>= 0 and var end))
        {
            return pattern[0] == '?' || pattern[0] == character;
        }

        length = end + 3;
        bool isExcluding = pattern[1] is '!';
        var members = pattern[(isExcluding ? 2 : 1)..(end + 2)];
        bool isMember = false;
        for (int i = 0; i < members.Length; i++)
        {
            if (i + 2 < members.Length && members[i + 1] == '-')
            {
                isMember |= character >= members[i] && character <= members[i + 2];
                i += 2;
            }
            else
            {
                isMember |= character == members[i];
            }
        }

        return isMember != isExcluding;
    }
}
