using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Parameters;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Modelling;

/// <summary>Every model at the ends of what it takes, and anywhere between them.</summary>
public class ModelRangeTests
{
    // Short runs, in which what is at an end weighs.
    private static readonly Dictionary<string, string> Short = new()
    {
        ["queue"] = "customers=500 warmup=50",
        ["bare-metal"] = "days=3",
        ["shared-link"] = "minutes=1 crawlerPause=1",
        ["hypervisor"] = "seconds=1",
        ["placement"] = "lives=2 warmupLives=1",
        ["elasticity"] = "days=3",
        ["pooling"] = "hours=100",
        ["bill"] = "",
        ["composition"] = "requests=100",
        ["market"] = "",
        ["cascade"] = "services=200",
        ["outage"] = "",
        ["retry-storm"] = "horizon=700 load=5 clients=20",
        ["availability"] = "failures=500",
        ["sites-vs-cloud"] = "sites=100 years=0.1",
        ["multi-region"] = "years=100",
    };

    // A run is as long as these say; at their upper end it takes minutes or hours, which is what was asked for.
    public static TheoryData<string> Lengths =>
    [
        "queue.customers", "queue.warmup", "shared-link.bandwidth", "shared-link.minutes", "shared-link.crawlerPause", "hypervisor.seconds", "placement.lives", "placement.warmupLives",
        "pooling.hours", "composition.requests", "availability.failures", "sites-vs-cloud.years", "multi-region.years",
    ];

    private static readonly string[] MayBeNegative = ["multi-region.extraCost", "pooling.saving"];

    // A report has no value where a number is infinite or not a number at all. These may be so: what never happened in a
    // run has no mean, one year has no deviation, nothing is no share of nothing, and some things never pay.
    private static readonly string[] MayBeMissing =
    [
        "shared-link.pageTime", "shared-link.p95PageTime", "shared-link.slowdown", "hypervisor.slowdown", "hypervisor.p95Burst", "placement.refusedShare", "placement.largestRefusedShare", "placement.machinesPerHost",
        "retry-storm.outlived", "retry-storm.recoverySeconds", "retry-storm.wastedShare", "retry-storm.hiddenCapacity", "availability.meanTimeToFailure", "availability.meanTimeToFailureInTheory",
        "bare-metal.refusedInSpike", "bare-metal.utilisation", "bare-metal.failuresPerServerYear",
        "multi-region.breakEvenRate", "multi-region.breakEvenLoss", "multi-region.oneRegionDeviation", "multi-region.twoRegionsDeviation",
    ];

    public static TheoryData<string> Models => [.. ModelCatalog.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void EachParameter_AtEitherEnd_GivesASoundResult_OrIsRefusedInOneLine(string name)
    {
        var model = ModelCatalog.Find(name);
        foreach (var parameter in model.Parameters)
        {
            IReadOnlyList<string> ends = EndsOf(parameter.Allowed);
            foreach (string end in IsLength(name, parameter) ? ends.SkipLast(1) : ends)
            {
                var settings = Settings(name);
                settings[parameter.Name] = end;
                Check(model, settings, new() { Replications = 2 });
            }
        }
    }

    // What is allocated, counted or multiplied by the length would fail before long.
    [Theory]
    [MemberData(nameof(Lengths))]
    public void ALength_AtItsUpperEnd_IsTaken_AndTheRunCanBeStoppedOnceItHasBegun(string length)
    {
        string[] names = length.Split('.');
        var model = ModelCatalog.Find(names[0]);
        var settings = Settings(model.Name);
        settings[names[1]] = Text(model.Parameters.Single(parameter => parameter.Name == names[1]).Allowed.Maximum!.Value);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var end = Record.Exception(() => model.Run(settings, new() { Replications = 2, Cancellation = source.Token }));

        Assert.True(end is null or OperationCanceledException, $"{length}: {end}");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void AnyOptions_GiveASoundResult_OrAreRefusedInOneLine(string name)
    {
        var model = ModelCatalog.Find(name);
        ModelParameter[] free = [.. model.Parameters.Where(parameter => !Settings(name).ContainsKey(parameter.Name) && !IsLength(name, parameter))];

        // A number from 0 to 999 for each: an end, the default, or a place in between.
        var cases = Gen.Choose(0, 999).ArrayOf(free.Length).ToArbitrary();
        Prop.ForAll(cases, places =>
        {
            var settings = Settings(name);
            foreach (var (parameter, place) in free.Zip(places).Where(pair => pair.Second >= 300))
            {
                settings[parameter.Name] = At(parameter.Allowed, place);
            }

            Check(model, settings, new() { Replications = 1 });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20170228UL, 937UL));
    }

    private static bool IsLength(string model, ModelParameter parameter) => Lengths.Any(row => row.Data == $"{model}.{parameter.Name}");

    private static Dictionary<string, string> Settings(string model) =>
        Short[model].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static IReadOnlyList<string> EndsOf(AllowedValues allowed) =>
        allowed is { Minimum: { } minimum, Maximum: { } maximum } ? [Text(minimum), Text(maximum)] : allowed.Choices;

    private static string At(AllowedValues allowed, int place)
    {
        if (allowed is not { Minimum: { } minimum, Maximum: { } maximum })
        {
            return allowed.Choices[place % allowed.Choices.Count];
        }

        double share = (place - 700) / 299.0;
        double value = place switch
        {
            < 500 => minimum,
            < 700 => maximum,
            _ when place % 2 == 0 && minimum > 0 => minimum * Math.Pow(maximum / minimum, share),
            _ => minimum + (share * (maximum - minimum)),
        };
        return Text(allowed.Kind == ParameterKind.WholeNumber ? Math.Round(value) : Math.Clamp(value, minimum, maximum));
    }

    private static void Check(Model model, Dictionary<string, string> settings, Experiment experiment)
    {
        string words = $"{model.Name} {string.Join(' ', settings.Select(setting => $"{setting.Key}={setting.Value}"))}";
        ModelReport report;
        try
        {
            report = model.Run(settings, experiment);
        }
        catch (ModelOptionsException refusal)
        {
            Assert.True(model.Parameters.Any(parameter => refusal.Message.StartsWith(parameter.Name + " = ", StringComparison.Ordinal)), $"{words}: {refusal.Message}");
            Assert.DoesNotContain('\n', refusal.Message);
            return;
        }

        Assert.All(report.Results, result =>
        {
            bool isShare = result.Unit.Length == 0 && (result.Name.EndsWith("Share", StringComparison.Ordinal) || result.Name.EndsWith("vailability", StringComparison.Ordinal));
            double least = MayBeNegative.Contains($"{model.Name}.{result.Name}") ? double.MinValue : 0;
            bool isSound = result.Value is { } value ? value >= least && value <= (isShare ? 1 + 1e-12 : double.MaxValue) : MayBeMissing.Contains($"{model.Name}.{result.Name}");
            Assert.True(isSound, $"{words}: {result.Name} = {result.Value}");
        });

        // A single replication has no interval, and a minute without pages no time.
        Assert.All(report.Series, series => Assert.All(series.Rows, row => Assert.True(
            row.Zip(series.Columns).All(cell => double.IsFinite(cell.First) || cell.Second is "halfWidth" or "pageTime"), $"{words}: {series.Name} has {string.Join(' ', row)}")));
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
