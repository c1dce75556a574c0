using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Judging;

/// <summary>One way in which a policy says more or less than another.</summary>
/// <param name="IsLoosening">False: it tightens.</param>
/// <param name="What">In words, safe to print.</param>
/// <param name="Old">The line of the old policy; null where nothing stood there.</param>
/// <param name="New">The line of the new policy; null where nothing stands there.</param>
public sealed record PolicyChange(bool IsLoosening, string What, Location? Old, Location? New);
