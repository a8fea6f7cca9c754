namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// How many of one unit of time make another, the same for every model, figure and notebook.
/// </summary>
/// <remarks>
/// A year is 365 days, without leap days. That is the year in which rates are usually quoted: "53 minutes a year" for
/// 99.99 % is a share of 8760 hours, and a cloud's month is billed as 730, a twelfth of them. The mean Gregorian year
/// has 8765.8 hours; what is quoted per year would differ by 0.07 %, far less than any model here claims to know.
/// </remarks>
public static class TimeUnits
{
    /// <summary>Seconds in a minute.</summary>
    public const int SecondsPerMinute = 60;

    /// <summary>Seconds in an hour.</summary>
    public const int SecondsPerHour = SecondsPerMinute * MinutesPerHour;

    /// <summary>Seconds in a day.</summary>
    public const int SecondsPerDay = SecondsPerHour * HoursPerDay;

    /// <summary>Seconds in a year.</summary>
    public const int SecondsPerYear = SecondsPerDay * DaysPerYear;

    /// <summary>Minutes in an hour.</summary>
    public const int MinutesPerHour = 60;

    /// <summary>Minutes in a day.</summary>
    public const int MinutesPerDay = MinutesPerHour * HoursPerDay;

    /// <summary>Hours in a day.</summary>
    public const int HoursPerDay = 24;

    /// <summary>Hours in a week.</summary>
    public const int HoursPerWeek = HoursPerDay * DaysPerWeek;

    /// <summary>Hours in a month, a twelfth of a year.</summary>
    public const int HoursPerMonth = HoursPerYear / MonthsPerYear;

    /// <summary>Hours in a year.</summary>
    public const int HoursPerYear = HoursPerDay * DaysPerYear;

    /// <summary>Days in a week.</summary>
    public const int DaysPerWeek = 7;

    /// <summary>Days in a month, a twelfth of a year; about 30.42.</summary>
    public const double DaysPerMonth = (double)DaysPerYear / MonthsPerYear;

    /// <summary>Days in a year.</summary>
    public const int DaysPerYear = 365;

    /// <summary>Weeks in a year; about 52.14.</summary>
    public const double WeeksPerYear = (double)DaysPerYear / DaysPerWeek;

    /// <summary>Months in a year.</summary>
    public const int MonthsPerYear = 12;
}
