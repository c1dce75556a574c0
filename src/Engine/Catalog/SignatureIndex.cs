namespace AiToolPolicy.Engine.Catalog;

/// <summary>The signatures of one kind, ready to be asked for a value.</summary>
internal sealed class SignatureIndex
{
    private readonly SignatureKind _kind;
    private readonly Dictionary<string, List<Signature>> _exact;
    private readonly List<Signature> _patterns = [];
    private readonly Dictionary<int, List<Signature>> _prefixes = [];
    private readonly List<Signature> _harmless = [];
    private readonly Dictionary<string, Signature> _suspects = new(StringComparer.OrdinalIgnoreCase);

    public SignatureIndex(SignatureKind kind, IReadOnlyList<Signature> signatures)
    {
        _kind = kind;
        _exact = new Dictionary<string, List<Signature>>(
            SignatureKinds.Comparison(kind) == StringComparison.Ordinal ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        foreach (var signature in signatures.Where(s => s.Kind == kind))
        {
            Add(signature);
        }

        // The longest pattern is the most specific one.
        foreach (var patterns in _prefixes.Values.Append(_patterns))
        {
            patterns.Sort((a, b) => b.Value.Length.CompareTo(a.Value.Length));
        }
    }

    /// <summary>Exact signatures before patterns, the longest pattern before shorter ones, suspects last; all of the best rank.</summary>
    public IReadOnlyList<Signature> Find(string name)
    {
        var value = PackageNames.Canonical(_kind, name);
        if (_exact.TryGetValue(value, out var exact))
        {
            return exact;
        }

        var best = Longest(_patterns, value, null);
        if (value.Length > 1 && _prefixes.TryGetValue(BeginningOf(value), out var prefixes))
        {
            best = Longest(prefixes, value, best);
        }

        return best ?? FindSuspect(value);
    }

    // The longest ones that match, together with those found before unless these are shorter.
    private static List<Signature>? Longest(List<Signature> patterns, string value, List<Signature>? best)
    {
        foreach (var pattern in patterns)
        {
            if (best is not null && pattern.Value.Length < best[0].Value.Length)
            {
                break;
            }

            if (SignatureMatcher.IsMatch(pattern, value))
            {
                best = best is null || pattern.Value.Length > best[0].Value.Length ? [] : best;
                best.Add(pattern);
            }
        }

        return best;
    }

    // Two letters tell most names from most prefixes; of an npm scope those behind the @.
    private static int BeginningOf(string value) => value[0] == '@' && value.Length > 2 ? Pair(value[1], value[2]) : Pair(value[0], value[1]);

    private static int Pair(char first, char second) => (char.ToUpperInvariant(first) << 16) | char.ToUpperInvariant(second);

    private void Add(Signature signature)
    {
        if (signature.IsSuspect)
        {
            _suspects[signature.Value] = signature;
        }
        else if (signature.IsHarmless)
        {
            _harmless.Add(signature);
        }
        else if (signature.Match == SignatureMatch.Prefix && signature.Value.Length > 2)
        {
            var beginning = BeginningOf(signature.Value);
            if (!_prefixes.TryGetValue(beginning, out var prefixes))
            {
                _prefixes[beginning] = prefixes = [];
            }

            prefixes.Add(signature);
        }
        else if (signature.Match != SignatureMatch.Exact)
        {
            _patterns.Add(signature);
        }
        else if (_exact.TryGetValue(PackageNames.Canonical(_kind, signature.Value), out var same))
        {
            same.Add(signature);
        }
        else
        {
            _exact[PackageNames.Canonical(_kind, signature.Value)] = [signature];
        }
    }

    private IReadOnlyList<Signature> FindSuspect(string value)
    {
        if (_suspects.Count == 0)
        {
            return [];
        }

        foreach (var word in IdWords.Of(value))
        {
            if (_suspects.TryGetValue(word, out var suspect))
            {
                return _harmless.Exists(known => SignatureMatcher.IsMatch(known, value)) ? [] : [suspect];
            }
        }

        return [];
    }
}
