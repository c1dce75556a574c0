using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers.Tests.Verifiers;

/// <summary>A text with marked places: <c>[|…|]</c> for the verifier's default id, <c>{|ID:…|}</c> for any.</summary>
internal sealed record Markup(string Text, IReadOnlyList<(string Id, TextSpan Span)> Places)
{
    private static readonly Regex Mark = new(@"\[\||\{\|(?<id>[A-Z]+[0-9]+):|\|\]|\|\}", RegexOptions.CultureInvariant);

    public static Markup Parse(string marked, string defaultId)
    {
        var text = new StringBuilder();
        var places = new List<(string, TextSpan)>();
        var open = new Stack<(string Id, int Start)>();
        var position = 0;
        foreach (Match mark in Mark.Matches(marked))
        {
            text.Append(marked, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (mark.Value is "|]" or "|}")
            {
                var (id, start) = open.Pop();
                places.Add((id, TextSpan.FromBounds(start, text.Length)));
            }
            else
            {
                open.Push((mark.Value == "[|" ? defaultId : mark.Groups["id"].Value, text.Length));
            }
        }

        return new Markup(text.Append(marked, position, marked.Length - position).ToString(), places);
    }
}
