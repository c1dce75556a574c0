using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>Does what a project asked for; runs in the helper project, once per build for equal requests.</summary>
[MSBuildMultiThreadableTask]
public sealed class RunRequest : GuardedTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    [Required]
    public string Request { get; set; } = "";

    /// <summary>What the check of the repository has found and checks of projects may find too, to be asked for as they ask for it.</summary>
    [Output]
    public ITaskItem[] Requests { get; private set; } = [];

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();

    protected override void Run()
    {
        var request = HelperRequest.Decode(Request);
        TaskReporter.LogAll(Log, request.Entries, request.IsInventory);
        if (request.Repository is { } repository)
        {
            var check = new RepositoryCheck(repository, Log, BuildFeeds.Sources(BuildEngine4, repository.Root, repository.Layers, repository.Cache));
            Requests = [.. check.Run(_cancellation.Token).Select(entry => new HelperRequest(null, [entry]).ToItem())];
        }
    }
}
