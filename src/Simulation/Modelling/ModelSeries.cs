using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// A table that a model reports, such as a time series, with its columns.
/// </summary>
public sealed class ModelSeries
{
    private ModelSeries(PropertyInfo property)
    {
        Property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Columns = ModelMeasure.Of(property.PropertyType.GetGenericArguments()[0]);
    }

    /// <summary>The property that holds it; its documentation says what it means.</summary>
    public PropertyInfo Property { get; }

    /// <summary>The name in camelCase.</summary>
    public string Name { get; }

    /// <summary>The columns, in their order.</summary>
    public IReadOnlyList<ModelMeasure> Columns { get; }

    /// <summary>The series of a result, in the order of their declaration.</summary>
    internal static IReadOnlyList<ModelSeries> Of(Type type) =>
        [.. ModelMeasure.DeclaredBy(type).Where(declared => ModelMeasure.IsSeries(declared.Property)).Select(declared => new ModelSeries(declared.Property))];

    /// <summary>Its rows in a result.</summary>
    internal ReportSeries RowsOf(object result) =>
        new(this, [.. ((IEnumerable)Property.GetValue(result)!).Cast<object>().Select(row => Columns.Select(column => column.NumberOf(row)).ToArray())]);
}
