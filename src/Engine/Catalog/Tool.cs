namespace AiToolPolicy.Engine.Catalog;

/// <summary>Who makes a tool.</summary>
/// <param name="Jurisdiction">Country of the headquarters, ISO 3166 alpha-2, or null when not known.</param>
/// <param name="Parent">Id of the owning vendor, or null.</param>
public sealed record Vendor(string Id, string Name, string? Jurisdiction, string? Parent);

/// <summary>One AI product, whatever surface it shows itself on.</summary>
/// <param name="ModelVendor">Id of the vendor whose model it runs on, when there is one certain answer.</param>
public sealed record Tool(string Id, string Name, Vendor Vendor, string Category, string? ModelVendor, string? Homepage);
