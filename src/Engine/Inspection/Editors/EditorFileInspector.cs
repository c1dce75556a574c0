using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Editors;

/// <summary>
/// Recommended extensions and settings of an editor's folder or workspace file: <c>.vscode/extensions.json</c>, <c>.vscode/settings.json</c>,
/// <c>*.code-workspace</c>, <c>.zed/settings.json</c>. Unwanted recommendations are a restriction, not a use.
/// </summary>
public sealed class EditorFileInspector : IInspector
{
    private static readonly string[] Folders = [".vscode", ".zed"];

    public bool Reads(InputFile file) => IsWorkspace(file) || (file.Name is "extensions.json" or "settings.json" && IsInEditorFolder(file));

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file) is not { } root)
        {
            return;
        }

        if (IsWorkspace(file))
        {
            ExtensionList.Inspect((root["extensions"] as JsonObject)?["recommendations"], "recommendation", context);
            EditorSettings.Inspect(root["settings"], context);
        }
        else if (file.Name == "extensions.json")
        {
            ExtensionList.Inspect(root["recommendations"], "recommendation", context);
        }
        else
        {
            EditorSettings.Inspect(root, context);
        }
    }

    private static bool IsWorkspace(InputFile file) => file.Name.EndsWithIgnoringCase(".code-workspace");

    private static bool IsInEditorFolder(InputFile file) => Folders.Contains(file.Folder.Substring(file.Folder.LastIndexOf('/') + 1));
}
