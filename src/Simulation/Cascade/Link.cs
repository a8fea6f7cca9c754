namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// One dependency as it was drawn, whatever the levers say of it.
/// </summary>
/// <param name="On">The service that is depended on, by its place in the web.</param>
/// <param name="From">It is there while the mean number of dependencies is greater than this.</param>
/// <param name="Softness">It is hard while the share of the hard ones is greater than this.</param>
internal readonly record struct Link(int On, double From, double Softness);
