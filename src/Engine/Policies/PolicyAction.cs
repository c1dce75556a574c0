namespace AiToolPolicy.Engine.Policies;

/// <summary>What a policy does about a tool, mildest first.</summary>
public enum PolicyAction
{
    Allow,
    Notice,
    Warn,
    Deny,
}
