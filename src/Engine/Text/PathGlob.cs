namespace AiToolPolicy.Engine.Text;

/// <summary>
/// A pattern over repository-relative paths with forward slashes: <c>**/</c> stands for any folders (also none), <c>**</c> elsewhere for anything,
/// <c>*</c> and <c>?</c> stay within one folder or name, everything else is literal. Case counts, as on the file system of a Linux checkout.
/// </summary>
/// <remarks>Matched by hand: a regular expression backtracks without end over a pattern of many stars, and its dot stops at a line break in a file name.</remarks>
public sealed class PathGlob(string pattern, bool ignoreCase = false)
{
    public string Pattern { get; } = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern.Substring(2) : pattern;

    public bool IsMatch(string path)
    {
        var walk = new Walk(path);
        while (walk.InPattern < Pattern.Length || walk.InPath < path.Length)
        {
            if (!TakeStars(ref walk) && !TakeCharacter(ref walk) && !walk.Widen())
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() => Pattern;

    private bool TakeStars(ref Walk walk)
    {
        var at = walk.InPattern;
        if (!IsStar(at))
        {
            return false;
        }

        var isFolders = IsStar(at + 1) && (at == 0 || Pattern[at - 1] == '/') && at + 2 < Pattern.Length && Pattern[at + 2] == '/';
        walk.Open(isFolders ? Stars.Folders : IsStar(at + 1) ? Stars.Anything : Stars.WithinFolder, isFolders ? 3 : IsStar(at + 1) ? 2 : 1);
        return true;
    }

    private bool TakeCharacter(ref Walk walk)
    {
        if (walk.InPattern == Pattern.Length || walk.InPath == walk.Path.Length || !IsSame(Pattern[walk.InPattern], walk.Path[walk.InPath]))
        {
            return false;
        }

        walk.InPattern++;
        walk.InPath++;
        return true;
    }

    private bool IsStar(int index) => index < Pattern.Length && Pattern[index] == '*';

    private bool IsSame(char wanted, char found) =>
        wanted == found
        || (wanted == '?' && found != '/')
        || (ignoreCase && char.ToUpperInvariant(wanted) == char.ToUpperInvariant(found));

    private enum Stars
    {
        WithinFolder,
        Anything,
        Folders,
    }

    // Only the last stars of each kind may have to take in more: what earlier ones could still reach, the last ones reach as well.
    private struct Walk(string path)
    {
        private (int Pattern, int Path) _name = (-1, 0);
        private (int Pattern, int Path) _crossing = (-1, 0);
        private bool _byFolder;

        public string Path { get; } = path;

        public int InPattern { get; set; }

        public int InPath { get; set; }

        public void Open(Stars stars, int length)
        {
            InPattern += length;
            var here = (InPattern, InPath);
            (_name, _crossing) = stars == Stars.WithinFolder ? (here, _crossing) : ((-1, 0), here);
            _byFolder = stars == Stars.WithinFolder ? _byFolder : stars == Stars.Folders;
        }

        /// <summary>Lets the last stars take in one character, or one folder, more; false when they cannot.</summary>
        public bool Widen()
        {
            if (_name.Pattern >= 0 && _name.Path < Path.Length && Path[_name.Path] != '/')
            {
                _name.Path++;
                (InPattern, InPath) = _name;
                return true;
            }

            var end = _crossing.Pattern < 0 || _crossing.Path >= Path.Length ? -1
                : _byFolder ? Path.IndexOf('/', _crossing.Path)
                : _crossing.Path;
            _name = (-1, 0);
            _crossing.Path = end + 1;
            (InPattern, InPath) = _crossing;
            return end >= 0;
        }
    }
}
