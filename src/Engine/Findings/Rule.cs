namespace AiToolPolicy.Engine.Findings;

/// <summary>One kind of finding.</summary>
/// <param name="Id"><c>AITP</c> and four digits; never reused.</param>
/// <param name="Title">A few words, without a full stop.</param>
/// <param name="Summary">One sentence: what a finding of this kind says.</param>
public sealed record Rule(string Id, RuleCategory Category, string Title, string Summary)
{
    /// <summary>Where the product is at home.</summary>
    public const string ProductPage = "https://github.com/aitoolpolicy/aitoolpolicy";

    /// <summary>The page that explains the rule and how to mend a finding.</summary>
    public string HelpLink => $"{ProductPage}/blob/main/policy/rules/{Id}.md";
}

public enum RuleCategory
{
    /// <summary>A restricted tool was found.</summary>
    Restriction,

    /// <summary>Something is wrong with an exemption.</summary>
    Exemption,

    /// <summary>Something is wrong with the policy or with the check itself.</summary>
    Check,
}
