using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>
/// What the analyzer cannot know: in which phase of the policy this build is made, where the repository's root is, and what the layers above the
/// policy say. Written only when it changes, so that the compiler runs again on the day on which a severity changes, and on no other.
/// </summary>
internal static class ResolvedPolicy
{
    /// <param name="path">The file to write, absolute.</param>
    /// <param name="root">The repository's root, absolute; written as seen from the file, so that it says nothing of this machine.</param>
    public static void Write(string path, PolicyPhase phase, string root, PolicyLayers layers, IReadOnlyList<SourceFile> exemptions)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        var text = JsonWriter.Object(json =>
        {
            json.String("since", phase.Since?.ToString());
            json.String("root", RepositoryPath.Relative(folder, root));
            if (layers.Texts.Count > 1)
            {
                WriteLayers(json, layers);
            }

            if (exemptions.Count > 0)
            {
                json.Objects("exemptions", exemptions, file =>
                {
                    json.String("path", file.Path);
                    json.String("text", file.Text);
                });
            }
        });
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            WholeFile.Write(path, text);
        }
    }

    private static void WriteLayers(JsonWriter json, PolicyLayers layers) => json.Objects("layers", layers.Texts.Select((layer, i) => (layer, i)), entry =>
    {
        json.String("path", entry.layer.File.Path);
        json.String("above", string.Join(" ", layers.DirectlyAbove(entry.i)));
        json.String("text", entry.layer.File.Text);
    });
}
