namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// One notable outage of Amazon Web Services.
/// </summary>
/// <param name="Day">The day it began, local to Amazon's account of it.</param>
/// <param name="What">What failed, in a few words.</param>
/// <param name="Where">Where: a region, or a part of it, or all of them.</param>
/// <param name="Hours">How long it lasted; to the hour where no account says more.</param>
/// <param name="InVirginia">Whether it was an outage of us-east-1, whole or in part.</param>
/// <param name="Source">The address of Amazon's own account; null where there is none and the duration comes from the press.</param>
public sealed record RecordedOutage(DateOnly Day, string What, string Where, double Hours, bool InVirginia, Uri? Source);
