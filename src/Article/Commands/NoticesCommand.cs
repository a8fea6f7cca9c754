using System.CommandLine;
using System.Text;
using InteractiveArticle.Article.Notices;
using InteractiveArticle.Files;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// "article notices": writes the notices of the software that ships with the article, and its bill of materials.
/// </summary>
internal static class NoticesCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--output", "-o") { Description = "Folder to write to; by default that of the page's assets.", HelpName = "folder" };
        var command = new Command("notices", "Write the licence notices of all software that ships with the article, and its bill of materials, from what the restored packages say.") { output };
        command.SetAction(parsed =>
        {
            string solution = Project.Folder();
            string folder = parsed.GetValue(output) ?? Path.Combine(solution, "src", "Article", "Site", "Assets");
            var components = ShippedSoftware.Find(solution);
            (string Name, string Text)[] files = [("licences.txt", NoticeText.Of(components)), ("bom.cdx.json", BillOfMaterials.Of(components))];
            foreach (var (name, text) in files)
            {
                string path = Path.Combine(folder, name);
                AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
                Console.WriteLine($"wrote {path}");
            }

            return 0;
        });
        return command;
    }
}
