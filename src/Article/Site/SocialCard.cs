using System.Net;
using System.Text;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// What a link to a page looks like where people share it, in the words of the Open Graph protocol (ogp.me).
/// </summary>
/// <param name="Page">The page's file.</param>
/// <param name="Type">"article" for a text, "website" for what leads to texts.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">One sentence about it.</param>
/// <param name="Picture">A picture for it; null where there is none.</param>
internal sealed record SocialCard(string Page, string Type, string Title, string Description, SiteFile? Picture)
{
    /// <summary>Renders the card for a page's head.</summary>
    /// <param name="frame">
    /// What the site is. Without its address, which ends with a slash, the card leaves out where the page is, and gives the
    /// picture relative to the page, which some readers of cards do not follow.
    /// </param>
    public string Render(SiteFrame frame)
    {
        var html = new StringBuilder();
        var site = frame.Address;
        Add("og:site_name", frame.Imprint.Title);
        Add("og:type", Type);
        Add("og:title", Title);
        if (Description.Length > 0)
        {
            Add("og:description", Description);
        }

        if (Picture is not null)
        {
            Add("og:image", site is null ? SiteAddress.Of(Picture.Path) : new Uri(site, SiteAddress.Of(Picture.Path)).AbsoluteUri);
        }

        if (site is not null)
        {
            string address = Page == SiteFolder.FrontPage ? site.AbsoluteUri : new Uri(site, SiteAddress.Of(Page)).AbsoluteUri;
            Add("og:url", address);
            html.Append($"<link rel=\"canonical\" href=\"{WebUtility.HtmlEncode(address)}\">\n");
        }

        return html.Append($"<meta name=\"twitter:card\" content=\"{(Picture is null ? "summary" : "summary_large_image")}\">").ToString();

        void Add(string property, string content) => html.Append($"<meta property=\"{property}\" content=\"{WebUtility.HtmlEncode(content)}\">\n");
    }
}
