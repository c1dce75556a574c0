using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>
/// What one settings file shows: names of variables and keys, and in values hosts and model ids. A value itself never becomes part of any
/// evidence.
/// </summary>
public sealed class SettingScan(InspectionContext context, Strength strength = Strength.Configured)
{
    private readonly HashSet<Signature> _sections = [];

    /// <summary>The name of an environment variable; with two underscores it is also a key, as configuration providers read it.</summary>
    public void Name(string name, Location location)
    {
        foreach (var signature in VariableNames.Find(context.Catalog, name))
        {
            context.Add(new Evidence(signature, Surface.Setting, signature.IsAgentMarker ? Strength.Mention : strength, $"Variable '{PlainText.Safe(name)}'", name, location));
        }

        if (name.IndexOf("__", StringComparison.Ordinal) > 0)
        {
            Key(name.Replace("__", ":"), location);
        }
    }

    /// <summary>The whole path of a configuration key, joined by colons. Of a section that is a tool's as a whole only the first key is recorded.</summary>
    public void Key(string path, Location location)
    {
        foreach (var signature in context.Catalog.Find(SignatureKind.ConfigurationKey, path, null))
        {
            if (signature.Match == SignatureMatch.Exact || _sections.Add(signature))
            {
                context.Add(new Evidence(signature, Surface.Setting, strength, $"Setting '{PlainText.Safe(path)}'", path, location));
            }
        }
    }

    /// <summary>Hosts and model ids in a value.</summary>
    /// <param name="name">What the value is called: it tells a model from a word, and a secret from both.</param>
    /// <param name="place">The place of a part of the value, by offset and length.</param>
    public void Value(string name, string value, Func<int, int, Location> place)
    {
        foreach (var host in HostNames.In(value))
        {
            foreach (var signature in host.In(context.Catalog))
            {
                // Where only the path tells the tool, the host alone would say nothing; what stands behind it may be a secret.
                var seen = signature.Value.Contains('/') ? signature.Value : host.Name;
                context.Add(new Evidence(signature, Surface.Setting, strength, $"Host '{PlainText.Safe(seen)}'", seen, place(host.Start, host.Name.Length)));
            }
        }

        foreach (var (start, id) in ModelIds.In(name, value))
        {
            context.Find(SignatureKind.Model, id, null, signature =>
                new Evidence(signature, Surface.Setting, strength, $"Model '{PlainText.Safe(id)}'", id, place(start, id.Length)));
        }
    }
}
