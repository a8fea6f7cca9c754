using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>
/// Simulations in Python, written from what the command line says of a model and not from its code, agree with it: the
/// descriptions tell enough, and the model does what they tell.
/// </summary>
public sealed class IndependentTests
{
    // Two means whose 95 % half-widths combine to h differ by more than 1.7 h by chance about once in a thousand comparisons:
    // 1.7 times the 1.96 standard errors in h are 3.3, and Student's wider tails of few replications are in h already. The seeds
    // are fixed, so that chance has spoken once, and a difference that appears later is one.
    private const double Tolerance = 1.7;

    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    [Theory]
    [InlineData("retry_storm.py", "retry-storm", 10, "horizon=120")]
    [InlineData("retry_storm.py", "retry-storm", 20, "load=150", "triggerShare=0.5", "discipline=lifo", "policy=exponential", "timeout=0.5", "retries=5", "herd=false", "horizon=120")]
    [InlineData("retry_storm.py", "retry-storm", 20, "load=400", "deadlinePropagation=true", "discipline=lifo", "queueLimit=30", "timeout=0.3", "policy=fixed", "retries=1", "horizon=100")]
    [InlineData("retry_storm.py", "retry-storm", 20, "load=370", "budget=true", "budgetRefill=0.2", "budgetSize=20", "clients=50", "queueLimit=150", "horizon=90", "triggerLength=0")]
    [InlineData("shared_link.py", "shared-link", 20)]
    [InlineData("shared_link.py", "shared-link", 100, "crawlerPause=1", "crawlerStart=5", "sizes=exponential", "arrivalRate=15", "minutes=5")]
    [InlineData("shared_link.py", "shared-link", 200, "crawlerPause=60", "crawlerConnections=30", "sizes=equal", "arrivalRate=5", "bandwidth=5", "minutes=1")]
    [InlineData("bare_metal.py", "bare-metal", 100)]
    [InlineData("bare_metal.py", "bare-metal", 100, "zones=4", "zoneOutageRate=50", "zoneOutageHours=50", "mtbf=2000", "days=31", "headroom=1", "spikeHours=2.5")]
    [InlineData("bare_metal.py", "bare-metal", 100, "mtbf=1000", "lifeShape=3", "ageYears=0.3", "leadTimeDays=10", "spares=5", "crew=2", "mttr=8", "nightDepth=0.3")]
    public async Task AProgramWrittenFromTheDescription_FindsTheSame(string program, string model, int replications, params string[] settings)
    {
        var differences = await CompareAsync(program, model, replications, settings, settings);

        Assert.True(differences.Count >= 5);
        Assert.All(differences, difference => Assert.True(difference.Size <= Tolerance, difference.ToString()));
    }

    [Theory]
    [InlineData("retry_storm.py", "retry-storm", 10, "horizon=120", "retryDelay=1.3")]
    [InlineData("shared_link.py", "shared-link", 20, "crawlerPause=0", "crawlerPause=0.5")]
    [InlineData("bare_metal.py", "bare-metal", 100, "mttr=12", "mttr=18")]
    public async Task AnotherSetting_WouldBeNoticed(string program, string model, int replications, string common, string other)
    {
        var differences = await CompareAsync(program, model, replications, [common], [common, other]);

        Assert.Contains(differences, difference => difference.Size > Tolerance);
    }

    /// <summary>How far apart the two programs are in each result that both give.</summary>
    private static async Task<IReadOnlyList<Difference>> CompareAsync(string program, string model, int replications, string[] settings, string[] independentSettings)
    {
        string count = replications.ToString(CultureInfo.InvariantCulture);
        var independent = Read(await PythonAsync(["-B", Repository.PathOf("tests", "Independent", program), .. independentSettings, "--seed", "1", "--replications", count]));
        var results = Read(await ArticleProcess.RunAsync(["simulate", model, "--format", "json", "--replications", count, .. settings.SelectMany(setting => (string[])["--set", setting])]))["results"]!;
        return
        [
            .. from result in independent.AsObject()
               let value = (double?)results[result.Key]
               let mean = (double?)result.Value!["mean"]
               where value is not null || mean is not null
               select new Difference(result.Key, value, (double?)results[result.Key + "HalfWidth"], mean, (double?)result.Value["halfWidth"]),
        ];
    }

    private static JsonNode Read(Outcome outcome)
    {
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }

    private static async Task<Outcome> PythonAsync(string[] arguments)
    {
        foreach (string interpreter in Interpreters)
        {
            try
            {
                return await ArticleProcess.RunAsync(new ProcessStartInfo(interpreter, arguments));
            }
            catch (Win32Exception)
            {
                // It is not there; perhaps the next one is.
            }
        }

        const string Complaint = "Python is not installed: install the package python3 to compare the models with independent programs.";
        Assert.True(Environment.GetEnvironmentVariable("CI") is null, Complaint);
        Assert.Skip(Complaint);
        return null!;
    }

    private sealed record Difference(string Result, double? Value, double? HalfWidth, double? IndependentValue, double? IndependentHalfWidth)
    {
        /// <summary>How many combined half-widths the two values are apart; infinite where only one of them is a number.</summary>
        public double Size
        {
            get
            {
                double apart = Math.Abs(Value - IndependentValue ?? double.PositiveInfinity);
                // Both add up the same terms in different orders.
                bool same = apart <= 1e-9 * Math.Abs(Value ?? 0);
                return same ? 0 : apart / Math.Sqrt(Math.Pow(HalfWidth ?? 0, 2) + Math.Pow(IndependentHalfWidth ?? 0, 2));
            }
        }
    }
}
