namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// Where a service runs.
/// </summary>
/// <param name="Provider">The provider: 0 for Amazon Web Services, 1 for Microsoft Azure, 2 for Google Cloud, and from 3 on the smaller ones; as <see cref="CloudProvider"/> as far as that goes.</param>
/// <param name="Region">The region of the provider, from 0 for the largest.</param>
/// <param name="Second">Where else it runs.</param>
public readonly record struct ServiceHome(int Provider, int Region, SecondHome Second);

/// <summary>Where a service runs besides its home.</summary>
public enum SecondHome
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>In another region of the same provider.</summary>
    OtherRegion,

    /// <summary>At another provider.</summary>
    OtherProvider,
}
