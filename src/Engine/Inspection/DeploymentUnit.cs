namespace AiToolPolicy.Engine.Inspection;

/// <summary>Which files are deployed as one: the Terraform files of a folder, and a template with its parameters.</summary>
public static class DeploymentUnit
{
    private static readonly string[] Terraform = [".tf", ".tofu", ".tfvars", ".tf.json", ".tfvars.json"];

    private static readonly string[] Templates = [".bicep", ".bicepparam", ".parameters.json"];

    /// <summary>A name for all files that are deployed with one, and with nothing else; of any other file its path.</summary>
    public static string Of(string path)
    {
        var name = path.LastIndexOf('/') + 1;
        var dot = path.IndexOf('.', name);
        return Terraform.Any(path.EndsWithIgnoringCase) ? path.Substring(0, name) + "*.tf"
            : dot > name && Templates.Any(path.EndsWithIgnoringCase) ? path.Substring(0, dot) + ".*"
            : path;
    }
}
