using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>Severities that a rule set gives to the check's rules, one by one or with all others.</summary>
public sealed class RulesetGuard : IInspector
{
    private static readonly string[] Quiet = ["None", "Hidden", "Info"];

    public bool Reads(InputFile file) => file.Name.EndsWithIgnoringCase(".ruleset");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Xml(file) is { } root)
        {
            foreach (var weakening in Read(root))
            {
                context.Add(weakening);
            }
        }
    }

    /// <summary>What a rule set weakens, whatever its file is called.</summary>
    public static IEnumerable<Weakening> Read(XmlElement root)
    {
        foreach (var element in root.SelfAndDescendants())
        {
            var action = Quiet.FirstOrDefault((element.Attribute("Action")?.Value ?? "").EqualsIgnoringCase);
            var id = element.Is("Rule") ? element.Attribute("Id")?.Value ?? "" : "";
            if (action is not null && (RuleCodes.Is(id) || element.Is("IncludeAll")))
            {
                var subject = element.Is("IncludeAll") ? "all rules" : PlainText.Safe(id);
                yield return new Weakening($"The rule set says '{action}' of {subject}, which asks the compiler to hide what the check finds in source code", element.Location);
            }
        }
    }
}
