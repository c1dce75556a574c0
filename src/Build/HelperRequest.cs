using System.Text;
using AiToolPolicy.Engine.Findings;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AiToolPolicy.Build;

/// <summary>
/// What a project asks the helper project to do. It travels as one global property: MSBuild's scheduler runs equal requests once per build,
/// whichever project, target framework or node they come from, and gives the same result to all who asked.
/// </summary>
/// <param name="Repository">Set when the repository is to be checked.</param>
/// <param name="Entries">What is to be logged as it is.</param>
/// <param name="IsInventory">True where there is no policy: then notices are all there is to see, and are shown.</param>
public sealed record HelperRequest(RepositoryRequest? Repository, IReadOnlyList<LogEntry> Entries, bool IsInventory = false)
{
    /// <summary>The request as an item for the MSBuild task that calls the helper project.</summary>
    public ITaskItem ToItem()
    {
        var item = new TaskItem("request");
        item.SetMetadata("AdditionalProperties", $"AiToolPolicyRequest={Encode()}");
        return item;
    }

    /// <summary>The request as text without any character that means something to MSBuild.</summary>
    public string Encode()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Repository is not null);
            Repository?.Write(writer);
            writer.Write(IsInventory);
            writer.Write(Entries.Count);
            foreach (var entry in Entries)
            {
                Write(writer, entry);
            }
        }

        return Convert.ToBase64String(stream.ToArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <exception cref="FormatException">The text is no encoded request.</exception>
    public static HelperRequest Decode(string text)
    {
        var base64 = text.Replace('-', '+').Replace('_', '/');
        using var stream = new MemoryStream(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '=')));
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var repository = reader.ReadBoolean() ? RepositoryRequest.Read(reader) : null;
        var isInventory = reader.ReadBoolean();
        var entries = new LogEntry[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = ReadEntry(reader);
        }

        return new HelperRequest(repository, entries, isInventory);
    }

    private static void Write(BinaryWriter writer, LogEntry entry)
    {
        writer.Write((byte)entry.Severity);
        writer.Write(entry.Code);
        writer.Write(entry.Message);
        writer.Write(entry.HelpLink);
        writer.Write(entry.File);
        writer.Write(entry.Line);
        writer.Write(entry.Column);
        writer.Write(entry.EndLine);
        writer.Write(entry.EndColumn);
    }

    private static LogEntry ReadEntry(BinaryReader reader) =>
        new(
            (Severity)reader.ReadByte(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadInt32());
}
