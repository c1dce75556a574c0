namespace Microsoft.Build.Framework;

/// <summary>
/// Tells a multithreaded MSBuild that a task may run in its own process. MSBuild finds it by full name in any assembly; older versions ignore it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
