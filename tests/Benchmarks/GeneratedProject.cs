using System.Globalization;
using System.Text;

namespace AiToolPolicy.Benchmarks;

/// <summary>Writes a C# library of many ordinary files, with the packed package and the analyzer of banned symbols side by side.</summary>
internal static class GeneratedProject
{
    private const int BannedSymbols = 200;

    /// <param name="methods">Of each file; one takes about 1 KiB.</param>
    /// <param name="policy">Null for a project without a policy.</param>
    /// <param name="restricted">A restricted package to reference and to use, or null.</param>
    /// <param name="every">How many files there are to one that uses it.</param>
    /// <returns>The number of characters of the sources.</returns>
    public static int Write(string folder, string feed, int files, int methods, string? policy, string? restricted, int every)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        Add(folder, "nuget.config", $"""<configuration><packageSources><add key="packed" value="{feed}" /></packageSources></configuration>""");
        Add(folder, "Generated.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AiToolPolicy" Version="{BenchPackage.Version}" PrivateAssets="all" />
                <PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" Version="5.6.0" PrivateAssets="all" />
                {(restricted is null ? "" : $"""<PackageReference Include="{restricted.Split('/')[0]}" Version="{restricted.Split('/')[1]}" />""")}
                <AdditionalFiles Include="BannedSymbols.txt" />
              </ItemGroup>
            </Project>
            """);
        Add(folder, "BannedSymbols.txt", Banned());
        if (policy is not null)
        {
            Add(folder, "ai-tool-policy.json", policy);
        }

        var characters = 0;
        for (var i = 0; i < files; i++)
        {
            var source = Source(i, methods, restricted is not null && i % every == 0 ? $"using {restricted.Split('/')[0]};\n" : "");
            characters += source.Length;
            Add(folder, $"File{i}.cs", source);
        }

        if (restricted is not null)
        {
            Add(folder, "Table.cs", Table(restricted.Split('/')[0]));
        }

        return characters;
    }

    // One expression of thousands of names, as programs write it: an analyzer that has it read again for every name takes minutes.
    private static string Table(string used) =>
        $"using {used};\n\npublic static class Table\n{{\n    public static int[] All {{ get; }} =\n    [\n        {string.Join(",\n        ", Enumerable.Range(0, 3000).Select(i => $"System.Math.Max({i}, 1)"))},\n    ];\n}}\n";

    // Real symbols, so that all of them are looked for: types first, then methods without parameters.
    private static string Banned()
    {
        var types = typeof(object).Assembly.GetExportedTypes().Where(type => !type.IsNested && !type.IsGenericType && type.IsClass && type.Namespace != "System").ToList();
        var methods = types.SelectMany(type => type.GetMethods().Where(method => method.DeclaringType == type && method.GetParameters().Length == 0 && !method.IsSpecialName && !method.IsGenericMethod));
        return string.Join('\n', types.Take(BannedSymbols / 2).Select(type => $"T:{type.FullName};no")
            .Concat(methods.Take(BannedSymbols / 2).Select(method => $"M:{method.DeclaringType!.FullName}.{method.Name};no")));
    }

    private static string Source(int file, int methods, string usings)
    {
        var text = new StringBuilder(usings).Append(CultureInfo.InvariantCulture, $$"""
            using System.Text;

            namespace Contoso.Shop.Module{{file % 20}};

            /// <summary>Keeps the orders of department {{file}} at https://orders.contoso.example.</summary>
            public sealed class OrderBook{{file}}(string name, int capacity)
            {
                private readonly Dictionary<string, List<decimal>> _orders = new(StringComparer.Ordinal);

                public event EventHandler? Changed;

                public string Name { get; } = name;

            """);
        for (var i = 0; i < methods; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                    /// <summary>Totals what {{i}} customers have ordered.</summary>
                    public string Total{{i}}(IEnumerable<string> customers, int limit)
                    {
                        var text = new StringBuilder("Report {{i}} of department {{file}}: ");
                        foreach (var customer in customers.Where(customer => customer.Length > {{i}}).Order(StringComparer.Ordinal))
                        {
                            if (!_orders.TryGetValue(customer, out var amounts))
                            {
                                amounts = [.. Enumerable.Range(0, limit).Select(n => n * 1.5m)];
                                _orders.Add(customer, amounts);
                                Changed?.Invoke(this, EventArgs.Empty);
                            }

                            var total = amounts.Sum() + (capacity > limit ? Math.Max(limit, {{i}}) : 0);
                            text.Append($"{customer.Trim()} has ordered {total:F2} until {DateTime.UnixEpoch.AddDays(limit):yyyy-MM-dd}").AppendLine();
                        }

                        Console.WriteLine(string.Format(System.Globalization.CultureInfo.InvariantCulture, "orders/{0}/{1}.json", Name, text.Length));
                        return text.Length > capacity ? "https://orders.contoso.example/api/v1/overflow" : text.ToString();
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }

    private static void Add(string folder, string path, string text) => File.WriteAllText(Path.Combine(folder, path), text);
}
