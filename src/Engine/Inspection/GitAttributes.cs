using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>What a repository's <c>.gitattributes</c> files say of a path.</summary>
public sealed class GitAttributes
{
    // The last line that matches decides; files of deeper folders come later.
    private readonly List<(PathGlob Paths, IReadOnlyList<string> Attributes)> _lines = [];

    public GitAttributes(IEnumerable<InputFile> files)
    {
        foreach (var file in files.Where(f => f.Name == ".gitattributes").OrderBy(f => f.Folder.Split('/').Length).ThenBy(f => f.Folder.Length))
        {
            foreach (var line in (file.Read().Text ?? "").Split('\n', '\r'))
            {
                Read(file.Folder.Length == 0 ? "" : file.Folder + "/", line.Trim());
            }
        }
    }

    /// <summary>Whether the attribute is set: <c>name</c> or <c>name=true</c>, and not taken back by a later line.</summary>
    public bool IsSet(string path, string attribute)
    {
        for (var i = _lines.Count - 1; i >= 0; i--)
        {
            var word = _lines[i].Attributes.LastOrDefault(a => a.TrimStart('-', '!').Split('=')[0] == attribute);
            if (word is not null && _lines[i].Paths.IsMatch(path))
            {
                return word == attribute || word == $"{attribute}=true";
            }
        }

        return false;
    }

    private void Read(string folder, string line)
    {
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || words[0][0] is '#' or '[')
        {
            return;
        }

        // Without a slash a pattern is a name at any depth.
        var pattern = words[0].Trim('"');
        var isName = pattern.IndexOf('/') < 0;
        _lines.Add((new PathGlob(folder + (isName ? "**/" : "") + pattern.TrimStart('/')), [.. words.Skip(1)]));
    }
}
