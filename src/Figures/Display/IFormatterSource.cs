namespace InteractiveArticle.Figures.Display;

/// <summary>
/// Knows the forms that a type is shown in. Kernels call the member by its name.
/// </summary>
public interface IFormatterSource
{
    /// <summary>One <see cref="TypeFormatter{T}"/> for each form.</summary>
    IEnumerable<object> CreateTypeFormatters();
}
