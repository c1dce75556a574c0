using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>
/// The path signatures, found by one literal folder or file name that each pattern holds, so that a path is compared with the few patterns
/// that can match it and not with hundreds.
/// </summary>
internal sealed class PathIndex
{
    private readonly Dictionary<string, List<Entry>> _byAnchor = new(StringComparer.Ordinal);
    private readonly List<Entry> _withoutAnchor = [];

    public PathIndex(IReadOnlyList<Signature> signatures)
    {
        foreach (var signature in signatures.Where(s => s.Kind == SignatureKind.Path))
        {
            Add(new Entry(signature, new PathGlob(signature.Value)));
        }
    }

    /// <summary>All matching signatures of the highest specificity. A file that many tools read is one tool's in that tool's own folder.</summary>
    public IReadOnlyList<Signature> Find(string path)
    {
        List<Entry>? found = null;
        foreach (var entry in _withoutAnchor)
        {
            Try(entry, path, ref found);
        }

        for (int start = 0, end; start < path.Length; start = end + 1)
        {
            end = path.IndexOf('/', start);
            end = end < 0 ? path.Length : end;
            if (_byAnchor.TryGetValue(path.Substring(start, end - start), out var entries))
            {
                foreach (var entry in entries)
                {
                    Try(entry, path, ref found);
                }
            }
        }

        if (found is null)
        {
            return [];
        }

        if (found.Exists(e => e.Signature is { Tool: not null, NeedsSecondSign: false }))
        {
            found.RemoveAll(e => e.Signature.Tool is null);
        }

        var best = found.Max(e => e.Specificity);
        return [.. found.Where(e => e.Specificity == best).Select(e => e.Signature).Distinct()];
    }

    private static void Try(Entry entry, string path, ref List<Entry>? found)
    {
        if (entry.Glob.IsMatch(path))
        {
            (found ??= []).Add(entry);
        }
    }

    private void Add(Entry entry)
    {
        var anchor = AnchorOf(entry.Signature.Value);
        if (anchor is null)
        {
            _withoutAnchor.Add(entry);
        }
        else if (_byAnchor.TryGetValue(anchor, out var entries))
        {
            entries.Add(entry);
        }
        else
        {
            _byAnchor[anchor] = [entry];
        }
    }

    // The longest name without a wildcard. Every build indexes all patterns before it looks at anything: loops, as queries take ten times as long.
    private static string? AnchorOf(string pattern)
    {
        string? longest = null;
        foreach (var name in pattern.Split('/'))
        {
            if (name.Length > (longest?.Length ?? -1) && name.IndexOf('*') < 0 && name.IndexOf('?') < 0)
            {
                longest = name;
            }
        }

        return longest;
    }

    private sealed record Entry(Signature Signature, PathGlob Glob)
    {
        public int Specificity { get; } = Signature.Value.Length - Stars(Signature.Value);

        private static int Stars(string pattern)
        {
            var stars = 0;
            foreach (var character in pattern)
            {
                stars += character == '*' ? 1 : 0;
            }

            return stars;
        }
    }
}
