using System.Reflection;

namespace AiToolPolicy.Build;

/// <summary>The version that these tasks were built as.</summary>
internal static class ProductVersion
{
    /// <summary>Three numbers, for formats that want no more.</summary>
    public static string Short { get; } = typeof(ProductVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>The package's version, without the commit.</summary>
    public static string Full { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? Short;
}
