using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;
using Microsoft.Build.Utilities;

namespace AiToolPolicy.Build;

/// <summary>Adds what the assemblies of resolved references have shown to the record that the project's check has left before.</summary>
internal static class ReferenceProof
{
    /// <param name="file">The record's file; nothing is done where there is none.</param>
    /// <param name="findings">Without errors, which take the record away.</param>
    public static void Add(TaskLoggingHelper log, string? file, IReadOnlyList<Finding> findings)
    {
        if (string.IsNullOrEmpty(file) || !File.Exists(file))
        {
            return;
        }

        var text = File.ReadAllText(file);
        if ((findings.Count > 0 || text.IndexOf($"\"{ProofRecord.AssembliesMember}\"", StringComparison.Ordinal) >= 0) && ProofReader.Read(new SourceFile("record", text)).Record is { } record)
        {
            var added = record.WithAssemblies(findings).Write();
            if (added != text)
            {
                WholeFile.Write(file!, added);
            }

            Proof.Log(log, added);
        }
    }
}
