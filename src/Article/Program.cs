using InteractiveArticle.Article.Checkout;
using InteractiveArticle.Article.Commands;

NotebookLibrary.Attach();

// Not by returning: a cell may have started threads that would hold the process for ever.
Environment.Exit(await ArticleCommand.InvokeAsync(args).ConfigureAwait(false));
