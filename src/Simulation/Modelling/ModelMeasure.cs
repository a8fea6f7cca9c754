using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// A number that a model reports: one of its results, or a column of one of its series.
/// </summary>
public sealed class ModelMeasure
{
    private ModelMeasure(PropertyInfo property, MeasureAttribute declaration)
    {
        Property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Unit = declaration.Unit;
    }

    /// <summary>The property that holds it; its documentation says what it means.</summary>
    public PropertyInfo Property { get; }

    /// <summary>The name in camelCase.</summary>
    public string Name { get; }

    /// <summary>The unit; empty for a pure number.</summary>
    public string Unit { get; }

    /// <summary>Whether it is estimated from the replications and has an interval.</summary>
    public bool IsEstimate => Property.PropertyType == typeof(Estimate);

    /// <summary>The numbers of a result or of a row of a series, in the order of their declaration.</summary>
    internal static IReadOnlyList<ModelMeasure> Of(Type type) =>
        [.. DeclaredBy(type).Where(declared => !IsSeries(declared.Property)).Select(declared => new ModelMeasure(declared.Property, declared.Declaration))];

    /// <summary>All that a type declares to be reported.</summary>
    internal static IEnumerable<(PropertyInfo Property, MeasureAttribute Declaration)> DeclaredBy(Type type) =>
        from property in type.GetProperties()
        let declaration = property.GetCustomAttribute<MeasureAttribute>()
        where declaration is not null
        select (property, declaration);

    /// <summary>Whether a property holds rows of numbers.</summary>
    internal static bool IsSeries(PropertyInfo property) => typeof(IEnumerable).IsAssignableFrom(property.PropertyType);

    /// <summary>What a result says of it.</summary>
    internal ReportValue ValueOf(object result) => Property.GetValue(result) is Estimate estimate
        ? new(this, Finite(estimate.Mean), Finite(estimate.HalfWidth), estimate.LeftOut)
        : new(this, Finite(NumberOf(result)), null, 0);

    /// <summary>Its value in a row; not-a-number where there is none.</summary>
    internal double NumberOf(object row) => Property.GetValue(row) switch
    {
        null => double.NaN,
        bool flag => flag ? 1 : 0,
        var value => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
