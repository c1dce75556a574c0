namespace AiToolPolicy.Engine.Tests.Exemptions;

/// <summary>Every mistake ends in the finding being reported, and in a finding that says why, at its line.</summary>
public sealed class MalformedExemptionTests
{
    private const string Last = " Until that is mended it exempts nothing.";

    // What is changed in a valid record; where the mistake is to be reported; rule; words that the message must hold.
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        // A field that is missing
        { "\"tool\": \"acme-api\", ", "", "AITP2001", "it names nothing to exempt: 'tool', 'rule' or 'fingerprint' is needed." },
        { "\"justification\": \"The importer cannot do without it before October.\", ", "", "AITP2001", "'justification' is missing." },
        { "\"owner\": \"jane@contoso.example\", ", "", "AITP2001", "'owner' is missing." },
        { "\"expires\": \"2026-09-30\", ", "", "AITP2001", "'expires' is missing." },
        { ", \"approvedBy\": \"security@contoso.example\"", "", "AITP2005", "nobody has approved it; 'approvedBy' must name one of security@contoso.example." },

        // Empty
        { "acme-api", "", "AITP3001", "No tool '' is in the catalog." },
        { "The importer cannot do without it before October.", "", "AITP2001", "'justification' is empty." },
        { "jane@contoso.example", "  ", "AITP2001", "'owner' is empty." },
        { "2026-09-30", "", "AITP2001", "'expires' is empty." },
        { "SEC-12", "", "AITP2001", "'ticket' is empty." },
        { "security@contoso.example", "", "AITP2005", "nobody has approved it" },
        { "2026-07-05", "", "AITP2001", "'created' is empty." },

        // Of a wrong type
        { "\"acme-api\"", "7", "AITP3001", "'tool' must be a string, found a number." },
        { "\"jane@contoso.example\"", "[\"jane\"]", "AITP3001", "'owner' must be a string, found an array." },
        { "\"2026-09-30\"", "20260930", "AITP3001", "'expires' must be a string, found a number." },
        { "\"2026-09-30\"", "null", "AITP3001", "'expires' must be a string, found null." },
        { "\"SEC-12\"", "true", "AITP3001", "'ticket' must be a string, found true or false." },
        { "\"owner\"", "\"paths\": \"src/**\", \"owner\"", "AITP3001", "'paths' must be an array of strings, found a string." },
        { "\"owner\"", "\"paths\": [1], \"owner\"", "AITP3001", "Every entry of 'paths' must be a string, found a number." },
        { "\"owner\"", "\"paths\": [], \"owner\"", "AITP3001", "'paths' is empty" },

        // Misspelt
        { "\"owner\"", "\"ownr\"", "AITP3001", "Unknown key 'ownr'. Did you mean 'owner'?" },
        { "\"expires\"", "\"Expires\"", "AITP3001", "Unknown key 'Expires'. Did you mean 'expires'?" },
        { "\"owner\"", "\"line\": 3, \"owner\"", "AITP3001", "Unknown key 'line'." },
        { "\"ticket\"", "\"owner\": \"joe@contoso.example\", \"ticket\"", "AITP3001", "The key 'owner' stands here a second time" },
        { "acme-api", "acme-apy", "AITP3001", "No tool 'acme-apy' is in the catalog. Did you mean 'acme-api'?" },
        { "acme-api", "Acme-API", "AITP3001", "No tool 'Acme-API' is in the catalog. Did you mean 'acme-api'?" },
        { "acme-api", "*", "AITP3001", "An exemption names one tool by its id; there are no wildcards, vendors or categories." },
        { "acme-api", "vendor:acme", "AITP3001", "there are no wildcards, vendors or categories." },
        { "acme-api", "acme-api,acme-code", "AITP3001", "No tool 'acme-api,acme-code' is in the catalog." },
        { "acme-api", "\u0430cme-api", "AITP3001", "No tool '\u0430cme-api' is in the catalog. Did you mean 'acme-api'?" },
        { "\"owner\"", "\"rule\": \"AITP1000\", \"owner\"", "AITP3001", "There is no rule 'AITP1000'. Did you mean 'AITP1001'?" },
        { "\"owner\"", "\"rule\": \"aitp1001\", \"owner\"", "AITP3001", "There is no rule 'aitp1001'. Did you mean 'AITP1001'?" },
        { "\"owner\"", "\"rule\": \"AITP*\", \"owner\"", "AITP3001", "There is no rule 'AITP*'." },
        { "\"owner\"", "\"rule\": \"AITP3004\", \"owner\"", "AITP2005", "AITP3004 (Check weakened) cannot be exempted" },
        { "\"owner\"", "\"surface\": \"packages\", \"owner\"", "AITP3001", "'packages' is no surface. Did you mean 'package'?" },
        { "\"owner\"", "\"evidence\": \"*\", \"owner\"", "AITP3001", "there are no wildcards" },
        { "\"owner\"", "\"evidence\": \" \", \"owner\"", "AITP3001", "'evidence' is empty" },
        { "\"owner\"", "\"fingerprint\": \"AITP1001\", \"owner\"", "AITP3001", "'AITP1001' is no fingerprint of a restriction" },
        { "\"owner\"", "\"fingerprint\": \"AITP3004|a|b|c|d\", \"owner\"", "AITP3001", "is no fingerprint of a restriction" },

        // Paths
        { "\"owner\"", "\"paths\": [\"**\"], \"owner\"", "AITP2004", "the path '**' stands for every file" },
        { "\"owner\"", "\"paths\": [\"src/**\", \"**/*.*\"], \"owner\"", "AITP2004", "the path '**/*.*' stands for every file" },
        { "\"owner\"", "\"paths\": [\"\"], \"owner\"", "AITP3001", "'' is no path in the repository" },
        { "\"owner\"", "\"paths\": [\"/src/**\"], \"owner\"", "AITP3001", "'/src/**' is no path in the repository" },
        { "\"owner\"", "\"paths\": [\"../other/**\"], \"owner\"", "AITP3001", "'../other/**' is no path in the repository" },
        { "\"owner\"", "\"paths\": [\"src\\\\App\"], \"owner\"", "AITP3001", "is no path in the repository" },

        // Justification
        { "The importer cannot do without it before October.", "We need it.", "AITP2001", "'justification' has 11 characters; the policy asks for at least 20." },
        { "The importer cannot do without it before October.", "We                need             it.", "AITP2001", "'justification' has 11 characters" },
        { "The importer cannot do without it before October.", "TODO", "AITP2001", "'justification' has 4 characters" },
        { "The importer cannot do without it before October.", "TODO: say why this is needed", "AITP2001", "'justification' is a placeholder" },
        { "The importer cannot do without it before October.", "xxxxxxxxxxxxxxxxxxxxxxxxx", "AITP2001", "'justification' is a placeholder" },
        { "The importer cannot do without it before October.", "asdf asdf asdf asdf asdf", "AITP2001", "'justification' is a placeholder" },
        { "The importer cannot do without it before October.", "........................", "AITP2001", "'justification' is a placeholder" },
        { "The importer cannot do without it before October.", "<why the tool is needed here>", "AITP2001", "'justification' is a placeholder" },
        { "The importer cannot do without it before October.", "justification justification", "AITP2001", "'justification' is a placeholder" },
        { "The importer cannot do without it before October.", "We need it.\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b", "AITP2001", "'justification' holds characters that a reader does not see" },
        { "The importer cannot do without it before October.", "The importer needs it. ##vso[task.complete]", "AITP2001", "or what a pipeline would obey" },

        // Owner, approver, ticket
        { "jane@contoso.example", "TODO", "AITP2001", "'owner' names nobody." },
        { "jane@contoso.example", "-", "AITP2001", "'owner' names nobody." },
        { "jane@contoso.example", "*", "AITP2001", "'owner' names nobody" },
        { "jane@contoso.example", "someone", "AITP2001", "'owner' names nobody." },
        { "jane@contoso.example", "j\u0430ne@contoso.example", "AITP2001", "'owner' mixes letters of different scripts that look alike" },
        { "jane@contoso.example", "\uff4aane@contoso.example", "AITP2001", "'owner' mixes letters of different scripts that look alike" },
        { "jane@contoso.example", "jane\\u202e@contoso.example", "AITP2001", "'owner' holds characters that a reader does not see" },
        { "security@contoso.example", "joe@contoso.example", "AITP2005", "'joe@contoso.example' may not approve it. Approvers: security@contoso.example." },
        { "security@contoso.example", "securty@contoso.example", "AITP2005", "Did you mean 'security@contoso.example'?" },
        { "security@contoso.example", "s\u0435curity@contoso.example", "AITP2005", "may not approve it." },
        { "SEC-12", "OPS-12", "AITP2001", "'ticket' 'OPS-12' does not match the policy's pattern ^SEC-[0-9]+$." },
        { "SEC-12", "SEC-12\\nx", "AITP2001", "'ticket' holds characters that a reader does not see" },

        // Days
        { "2026-09-30", "2026-09-31", "AITP2001", "'expires' is '2026-09-31', which is no day" },
        { "2026-09-30", "31/02/2026", "AITP2001", "'expires' is '31/02/2026', which is no day" },
        { "2026-09-30", "2026-9-30", "AITP2001", "which is no day; write the UTC day as yyyy-MM-dd" },
        { "2026-09-30", "never", "AITP2001", "'expires' is 'never', which is no day" },
        { "2026-09-30", "2026-09-30T12:00:00Z", "AITP2001", "which is no day" },
        { "2026-09-30", "\uff12026-09-30", "AITP2001", "which is no day" },
        { "2026-09-30", "9999-12-31", "AITP2005", "it is to hold for 2912257 days, from 2026-07-05 to 9999-12-31; the policy permits 90." },
        { "2026-09-30", "2026-10-04", "AITP2005", "it is to hold for 91 days, from 2026-07-05 to 2026-10-04; the policy permits 90." },
        { "2026-09-30", "2026-07-09", "AITP2002", "expired: 2026-07-09 was its last day, yesterday." },
        { "2026-09-30", "0001-01-01", "AITP2002", "expired" },
        { "2026-07-05", "2026-07-11", "AITP2005", "'created' is 2026-07-11, a day that has not come yet (2026-07-10 is judged by)." },
        { "2026-07-05", "yesterday", "AITP2001", "'created' is 'yesterday', which is no day" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_exempts_nothing_and_is_reported_at_its_line(string right, string wrong, string rule, string words)
    {
        Assert.Contains(right, Exempting.Valid, StringComparison.Ordinal);
        var text = Exempting.File(Exempting.Valid.Replace(right, wrong, StringComparison.Ordinal));

        var result = Exempting.Check(text);

        Assert.Equal(["AITP1001 Acme"], Exempting.Counting(result));
        Assert.Empty(result.Exempted);
        var found = Assert.Single(result.Findings, finding => finding.Rule.Id == rule && finding.Message.Contains(words, StringComparison.Ordinal));
        Assert.Equal(("ai-tool-exemptions.json", 2), (found.Location.Path, found.Location.Line));
        Assert.Equal(found.Rule.Id == "AITP3001" ? Findings.Severity.Error : Findings.Severity.Warning, found.Severity);
    }

    [Theory]
    [InlineData("", "AITP3001", 1, "The exemption file is empty: it exempts nothing.")]
    [InlineData("[]", "AITP3001", 1, "An exemption file is a JSON object with 'exemptions', found an array.")]
    [InlineData("{ }", "AITP3001", 1, "The key 'exemptions' is missing")]
    [InlineData("{ \"exemption\": [] }", "AITP3001", 1, "Unknown key 'exemption'. Did you mean 'exemptions'?")]
    [InlineData("{ \"exemptions\": {} }", "AITP3001", 1, "'exemptions' must be an array of objects, found an object.")]
    [InlineData("{\n \"exemptions\": [ \"claude-code\" ] }", "AITP3001", 2, "Every entry of 'exemptions' must be an object, found a string.")]
    [InlineData("{\n \"exemptions\": [ {\n \"tool\": \"acme-api\" } ", "AITP3001", 3, "',' or ']'")]
    public void A_file_that_is_none_exempts_nothing(string text, string rule, int line, string words)
    {
        var result = Exempting.Check(text);

        Assert.Equal(["AITP1001 Acme"], Exempting.Counting(result));
        Assert.Single(result.Findings, finding => finding.Rule.Id == rule && finding.Location.Line == line && finding.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_of_a_record_are_reported_at_once()
    {
        var result = Exempting.Check("{ \"exemptions\": [ {\n  \"tool\": \"acme-apy\",\n  \"justification\": \"short\",\n  \"expires\": \"2026-13-01\",\n  \"approvedBy\": \"me\"\n} ] }");

        Assert.Equal(
            [
                ("AITP2001", 1, "Exemption of 'acme-apy': 'owner' is missing." + Last),
                ("AITP3001", 2, "No tool 'acme-apy' is in the catalog. Did you mean 'acme-api'?" + Last),
                ("AITP2001", 3, "Exemption of 'acme-apy': 'justification' has 5 characters; the policy asks for at least 20." + Last),
                ("AITP2001", 4, "Exemption of 'acme-apy': 'expires' is '2026-13-01', which is no day; write the UTC day as yyyy-MM-dd, such as 2026-12-31." + Last),
                ("AITP2001", 5, "Exemption of 'acme-apy': 'approvedBy' names nobody." + Last),
                ("AITP2005", 5, "Exemption of 'acme-apy': 'me' may not approve it. Approvers: security@contoso.example." + Last),
            ],
            result.Findings.Where(f => f.Rule.Id[4] != '1').Select(f => (f.Rule.Id, f.Location.Line, f.Message)));
    }

    [Fact]
    public void A_mistake_in_one_record_costs_no_other()
    {
        var result = Exempting.Check(Exempting.File(Exempting.Valid.Replace("acme-api", "acme-code", StringComparison.Ordinal).Replace("jane@contoso.example", "me", StringComparison.Ordinal), Exempting.Valid));

        Assert.Empty(Exempting.Counting(result));
        Assert.Equal("ai-tool-exemptions.json(2,103): warning AITP2001: Exemption of 'acme-code': 'owner' names nobody." + Last, Exempting.About(result));
    }

    [Fact]
    public void The_same_exemption_twice_counts_once_and_is_reported()
    {
        var result = Exempting.Check(Exempting.File(Exempting.Valid, Exempting.Valid.Replace("2026-09-30", "2026-10-02", StringComparison.Ordinal)));

        Assert.Equal("2026-09-30", Assert.Single(result.Exempted).Exemption!.Expires.ToString());
        Assert.Equal("ai-tool-exemptions.json(3,1): error AITP3001: The same thing is exempted before in this file: keep one of the two." + Last, Exempting.About(result));
    }

    [Theory]
    [InlineData("2026-09-30", "2026-07-06", "AITP2002")]
    [InlineData("jane@contoso.example", "me", "AITP2001")]
    [InlineData("\"tool\"", "\"tol\": 1, \"tool\"", "AITP3001")]
    public void One_that_is_void_takes_the_place_of_no_other(string from, string to, string rule)
    {
        var result = Exempting.Check(Exempting.File(Exempting.Valid.Replace(from, to, StringComparison.Ordinal), Exempting.Valid));

        Assert.Empty(Exempting.Counting(result));
        Assert.Equal(rule, Assert.Single(result.Findings, finding => finding.Rule.Id[4] != '1').Rule.Id);
    }

    [Fact]
    public void A_locked_policy_counts_a_mistake_as_an_error_and_the_end_of_a_term_still_as_a_warning()
    {
        var locked = Exempting.Policy.Replace("{ \"name\"", "{ \"locked\": true, \"name\"", StringComparison.Ordinal);

        var mistake = Exempting.Check(Sample.Today, locked, Exempting.File(Exempting.Valid.Replace("jane@contoso.example", "me", StringComparison.Ordinal)));
        var ended = Exempting.Check(Sample.Today, locked, Exempting.File(Exempting.Valid.Replace("2026-09-30", "2026-07-09", StringComparison.Ordinal)));

        Assert.Contains("error AITP2001", Exempting.About(mistake), StringComparison.Ordinal);
        Assert.Contains("warning AITP2002", Exempting.About(ended), StringComparison.Ordinal);
    }
}
