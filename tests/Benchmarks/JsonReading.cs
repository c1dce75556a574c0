using System.Globalization;
using System.Text;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using BenchmarkDotNet.Attributes;
using Stj = System.Text.Json;

namespace AiToolPolicy.Benchmarks;

/// <summary>Our reader, which keeps places, beside the framework's, which does not.</summary>
[MemoryDiagnoser]
public class JsonReading
{
    private string _text = "";

    [Params(100, 5000)]
    public int Members { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < Members; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}\n  \"Package.{i}/1.{i}.0\": {{ \"type\": \"package\", \"dependencies\": {{ \"A\": \"1.0\" }} }}");
        }

        _text = text.Append("\n}").ToString();
    }

    [Benchmark(Baseline = true)]
    public int Framework()
    {
        using var document = Stj.JsonDocument.Parse(_text);
        return document.RootElement.EnumerateObject().Count();
    }

    [Benchmark]
    public int Ours() => ((JsonObject)JsonReader.Read(new SourceFile("a.json", _text), JsonOptions.Relaxed).Root!).Members.Count;
}
