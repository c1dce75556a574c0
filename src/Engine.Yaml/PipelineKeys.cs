using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Yaml;

/// <summary>Under which keys a format keeps images, scripts and variables, wherever in the file they stand.</summary>
internal sealed record PipelineKeys(string[] Images, string[] Scripts, string[] Variables)
{
    public void Inspect(YamlNode document, ToolSigns signs)
    {
        foreach (var entry in document.SelfAndDescendants().SelectMany(node => node.Members))
        {
            var key = entry.Key.Value;
            if (Images.Contains(key))
            {
                InspectImages(entry.Value, signs);
            }

            if (Scripts.Contains(key))
            {
                InspectScripts(entry.Value, signs);
            }

            if (Variables.Contains(key))
            {
                InspectVariables(entry.Value, signs);
            }
        }
    }

    /// <summary>An image by its reference, or as a mapping with a name and perhaps more.</summary>
    public static void InspectImages(YamlNode value, ToolSigns signs)
    {
        foreach (var image in value is YamlMapping ? [value] : value.Items)
        {
            if ((image as YamlScalar ?? image.Scalar("name") ?? image.Scalar("image")) is { } reference)
            {
                signs.Image(reference.Text);
            }
        }
    }

    /// <summary>A script, or a list of scripts, or a list of lists.</summary>
    public static void InspectScripts(YamlNode value, ToolSigns signs)
    {
        foreach (var item in value.Items)
        {
            if (item is YamlScalar script)
            {
                signs.Script(script.Text);
            }
            else if (item is YamlSequence)
            {
                InspectScripts(item, signs);
            }
        }
    }

    /// <summary>Names of variables: keys of a mapping, or items <c>NAME=value</c>, <c>NAME</c>, <c>{ name: NAME }</c> or <c>{ key: NAME }</c>.</summary>
    public static void InspectVariables(YamlNode value, ToolSigns signs)
    {
        foreach (var entry in value.Members)
        {
            signs.Variable(entry.Key.Value, entry.Key.Location, (entry.Value as YamlScalar)?.Value);
        }

        foreach (var item in value is YamlSequence ? value.Items : [])
        {
            if ((item as YamlScalar ?? item.Scalar("name") ?? item.Scalar("key")) is { } name)
            {
                var equal = name.Value.IndexOf('=');
                var length = equal >= 0 ? equal : name.Value.Length;
                signs.Variable(name.Value.Substring(0, length), name.Text.At(0, length), equal >= 0 ? name.Value.Substring(equal + 1) : item.Scalar("value")?.Value);
            }

            // CircleCI and others allow a list of mappings.
            InspectKeys(item, signs);
        }
    }

    private static void InspectKeys(YamlNode item, ToolSigns signs)
    {
        foreach (var entry in item.Members)
        {
            signs.Variable(entry.Key.Value, entry.Key.Location, (entry.Value as YamlScalar)?.Value);
        }
    }
}
