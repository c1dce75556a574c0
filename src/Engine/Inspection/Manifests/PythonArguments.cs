namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>The strings that a Python program hands to a keyword argument as they are written: in lists and tables, and in variables that hold such.</summary>
internal sealed class PythonArguments(List<PythonToken> tokens)
{
    // What a value stands behind within brackets, and what one ends at.
    private const string Before = "([{,:+*";
    private const string After = ",)]};\n";

    // A bracket behind one of these begins a value; behind any other name it belongs to that name.
    private static readonly string[] Operators = ["else", "or", "and", "in"];

    public IReadOnlyCollection<PythonToken> StringsOf(string keyword)
    {
        var search = new Search([], []);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Depth > 0 && token.Text == keyword && (token.Kind == PythonToken.Name ? IsAssigned(i + 1) : KindAt(i + 1) == ':'))
            {
                CollectValue(i + 2, search);
            }
        }

        return search.Strings.Values;
    }

    // A value, and what is added to it.
    private void CollectValue(int start, Search search)
    {
        for (var at = start; at == start || KindAt(at - 1) == '+'; at++)
        {
            at = IsOpening(KindAt(at)) ? CollectBracket(at, search) : CollectOne(at, search);
        }
    }

    // Both give the place behind.
    private int CollectOne(int at, Search search)
    {
        if (KindAt(at) == PythonToken.Literal && After.IndexOf(KindAt(at + 1)) >= 0)
        {
            search.Strings[at] = tokens[at];
        }
        else if (KindAt(at) == PythonToken.Name && (After + "+").IndexOf(KindAt(at + 1)) >= 0)
        {
            CollectVariable(tokens[at].Text, search);
        }

        return at + 1;
    }

    private int CollectBracket(int start, Search search)
    {
        var end = EndOf(start);
        for (var i = start + 1; i < end; i++)
        {
            if (IsOpening(KindAt(i)) && BelongsToName(i))
            {
                i = EndOf(i);
            }
            else if (Before.IndexOf(KindAt(i - 1)) >= 0)
            {
                CollectOne(i, search);
            }
        }

        return end + 1;
    }

    // name = […], name += […], name["extra"] = […]
    private void CollectVariable(string name, Search search)
    {
        if (!search.Variables.Add(name))
        {
            return;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is { Kind: PythonToken.Name, Depth: 0 } token && token.Text == name && KindAt(i - 1) is PythonToken.LineEnd or ';' or ':')
            {
                var sign = KindAt(i + 1) == '[' ? EndOf(i + 1) + 1 : KindAt(i + 1) == '+' ? i + 2 : i + 1;
                if (IsAssigned(sign))
                {
                    CollectValue(sign + 1, search);
                }
            }
        }
    }

    private bool IsAssigned(int at) => KindAt(at) == '=' && KindAt(at + 1) != '=';

    private bool BelongsToName(int bracket) =>
        KindAt(bracket - 1) is ')' or ']' || (KindAt(bracket - 1) == PythonToken.Name && Array.IndexOf(Operators, tokens[bracket - 1].Text) < 0);

    private int EndOf(int bracket)
    {
        var end = tokens.FindIndex(bracket + 1, t => t.Depth == tokens[bracket].Depth);
        return end < 0 ? tokens.Count : end;
    }

    private char KindAt(int index) => index >= 0 && index < tokens.Count ? tokens[index].Kind : PythonToken.LineEnd;

    private static bool IsOpening(char kind) => kind is '(' or '[' or '{';

    /// <param name="Strings">What was found, by its place among the tokens.</param>
    /// <param name="Variables">Those that were looked into.</param>
    private sealed record Search(SortedDictionary<int, PythonToken> Strings, HashSet<string> Variables);
}
