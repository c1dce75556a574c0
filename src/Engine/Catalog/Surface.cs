namespace AiToolPolicy.Engine.Catalog;

/// <summary>Where a tool shows itself.</summary>
public enum Surface
{
    Package,
    Assembly,
    Manifest,
    Pipeline,
    Extension,
    AgentFile,
    McpServer,
    Setting,
    Source,
    Runtime,
    Machine,
}

/// <summary>How much a piece of evidence proves, weakest first.</summary>
public enum Strength
{
    Mention,
    Instructions,
    Configured,
    Installed,
    Dependency,
}

/// <summary>How well a signature is known. Low decides a notice at most, medium a warning, high an error.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}
