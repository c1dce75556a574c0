using AiToolPolicy.Feeds.Packages;

namespace AiToolPolicy.Feeds.Tests.Infrastructure;

/// <summary>Policy packages of one organisation.</summary>
public static class Contoso
{
    public const string Id = "Contoso.AiToolPolicy";

    public static string Policy(string effective = "2026-12-01") => $$"""
        { "name": "Contoso", "version": "1", "rules": [ { "id": "no-acme", "tools": ["vendor:anthropic"], "action": "deny", "effective": "{{effective}}" } ] }

        """;

    public static byte[] Package(string version, string? policy = null, string id = Id) =>
        PackageWriter.Write(new PackageManifest(id, version, "Contoso", "A policy."), policy ?? Policy());
}
