using InteractiveArticle.Article.Commands;

return await ArticleCommand.InvokeAsync(args).ConfigureAwait(false);
