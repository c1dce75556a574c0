using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>Ids of models, compared on the borders of words. In prose they are left alone: a name that begins like a model's is often just a name.</summary>
internal sealed class ModelReader
{
    private const int LongestModel = 200;
    private const int ShortestModel = 3;
    private const int ShortestHead = 2;
    private const int HeadLength = 4;

    private static readonly SignatureKind[] Others = [SignatureKind.Npm, SignatureKind.Pypi, SignatureKind.Nuget, SignatureKind.Command, SignatureKind.VscodeExtension];

    private readonly ToolCatalog _catalog;
    private readonly HashSet<string> _heads;

    // Some pattern fits texts that begin with anything.
    private readonly bool _mayBeginAnyhow;

    public ModelReader(ToolCatalog catalog)
    {
        _catalog = catalog;
        var ids = catalog.Signatures.Where(s => s.Kind == SignatureKind.Model).Select(s => s.Value).ToList();
        _heads = new HashSet<string>(ids.Select(Head), StringComparer.OrdinalIgnoreCase);
        _mayBeginAnyhow = ids.Exists(id => Head(id).Length < ShortestHead || (id[0] == '*' && !id.StartsWith("*.", StringComparison.Ordinal)));
    }

    [MethodImpl(HotPath.Optimized)]
    public void Read(TextRun run, ref List<LiteralSign>? found)
    {
        var isAddress = run.Text[run.Start] is '/' or '.' || run.IndexOf("://") >= 0;
        if (isAddress)
        {
            ReadSegments(run, ref found);
        }
        else if (!run.IsAmongBlanks || run.FollowsModelWord)
        {
            _ = TryAdd(run, ref found) || ReadAfterProvider(run, ref found);
        }
    }

    // /v1/models/some-model-2:generate. A segment that is no model may look like one: only one with a number counts.
    private void ReadSegments(TextRun run, ref List<LiteralSign>? found)
    {
        for (int start = 0, at = 0; at <= run.Length; at++)
        {
            if (at == run.Length || run.Text[run.Start + at] is '/' or ':' or '?')
            {
                var segment = run.Slice(start, at - start);
                if (segment.Length >= ShortestModel && segment.ToString().Any(char.IsDigit))
                {
                    TryAdd(segment, ref found);
                }

                start = at + 1;
            }
        }
    }

    // provider/model and router:provider/model: where the whole is nobody's, the model still is somebody's.
    private bool ReadAfterProvider(TextRun run, ref List<LiteralSign>? found)
    {
        var slash = run.Text.LastIndexOf('/', run.End - 1, run.Length) - run.Start;
        return slash > 0 && slash < run.Length - ShortestModel && TryAdd(run.Slice(slash + 1, run.Length - slash - 1), ref found);
    }

    private bool TryAdd(TextRun run, ref List<LiteralSign>? found)
    {
        if (run.Length is < 2 or > LongestModel || !MayBeModel(run))
        {
            return false;
        }

        var text = run.ToString();
        var known = _catalog.Find(SignatureKind.Model, text).Where(s => s.Tool is not null && IsWhole(s, text)).ToList();
        if (known.Count == 0 || IsSomethingElse(text))
        {
            return false;
        }

        (found ??= []).AddRange(known.Select(signature => new LiteralSign(signature, text, run.Start)));
        return true;
    }

    // Of all the texts of a program few begin as a model does, or go on so after a dot, as the models of a cloud do.
    [MethodImpl(HotPath.Optimized)]
    private bool MayBeModel(TextRun run)
    {
        for (var at = 0; at < run.Length; at++)
        {
            if (_mayBeginAnyhow || ((at == 0 || run.Text[run.Start + at - 1] == '.') && HasHead(run, at)))
            {
                return run.ToString().Any(c => c is '-' or '/' or ':' || char.IsDigit(c));
            }
        }

        return false;
    }

    // A model whose id is shorter than a head is all head.
    [MethodImpl(HotPath.Optimized)]
    private bool HasHead(TextRun run, int at)
    {
        for (var length = ShortestHead; length <= HeadLength && at + length <= run.Length; length++)
        {
            if (_heads.Contains(run.Text.Substring(run.Start + at, length)))
            {
                return true;
            }
        }

        return false;
    }

    // What follows a prefix is a variant or a version, never a file extension, and a prefix alone is no model.
    private static bool IsWhole(Signature signature, string text)
    {
        if (signature.Match != SignatureMatch.Prefix)
        {
            return true;
        }

        for (var at = signature.Value.Length; at < text.Length; at++)
        {
            if (text[at] == '.' && (at + 1 == text.Length || !char.IsDigit(text[at + 1])))
            {
                return false;
            }
        }

        return text.Length > signature.Value.Length || !signature.Value.EndsWith("-", StringComparison.Ordinal);
    }

    // A tool's package, command or extension may begin like the models it is made for.
    private bool IsSomethingElse(string text) => Others.Any(kind => _catalog.Find(kind, text).Any(s => s.Tool is not null && s.Match == SignatureMatch.Exact));

    // What a pattern begins with; of one that begins anywhere, what follows the first dot.
    private static string Head(string pattern)
    {
        var start = pattern.Length - pattern.TrimStart('*', '.').Length;
        var end = pattern.IndexOf('*', start);
        return pattern.Substring(start, Math.Min(HeadLength, (end < 0 ? pattern.Length : end) - start));
    }
}
