using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>Folders of build output that stand in the repository.</summary>
public static class TrackedOutput
{
    public static Weakening Of(string folder) =>
        new("This folder of build output is tracked: a build without restore takes up the targets and the package list that stand in it, and with them another check or none", Location.StartOf(folder));
}
