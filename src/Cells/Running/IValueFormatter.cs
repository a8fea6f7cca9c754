using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Running;

/// <summary>Turns the value of a cell into the forms that a front end can show.</summary>
public interface IValueFormatter
{
    /// <summary>Formats the value of a cell's trailing expression.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its forms; <see langword="null"/> where the value stands for what is shown already.</returns>
    /// <exception cref="InvalidOperationException">The value's formatter failed, or gave JSON that is none.</exception>
    MimeBundle? Format(object? value);
}
