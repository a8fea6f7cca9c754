namespace InteractiveArticle.Article.Terminal;

/// <summary>How a report is printed.</summary>
internal enum ReportFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For spreadsheets.</summary>
    Csv,
}
