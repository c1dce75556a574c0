namespace AiToolPolicy.Feeds.Tests.Infrastructure;

/// <summary>Tests that set what belongs to the whole process: the current folder, the environment.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
