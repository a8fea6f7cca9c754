using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Simulation.Tests.Outage;

/// <summary>Typical days: of given options, and of any that a region could have, for what has to hold on all of them.</summary>
internal static class Days
{
    private const int Levers = 16;

    /// <summary>Checks what has to hold on a typical day with any options.</summary>
    public static void CheckAny(Action<OutageOptions> property, int days = 150) =>
        Prop.ForAll(Gen.Choose(0, 1000).ArrayOf(Levers).ToArbitrary(), places => property(Options(places)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(days).WithReplay(20170228UL, 937UL));

    /// <summary>Runs a day and one that varies; most tests look at the first.</summary>
    public static OutageResult Run(OutageOptions options) => OutageSimulation.Run(options, new() { Replications = 1 });

    // A restart takes longer than putting servers back: otherwise it would be the better way out of an overload.
    private static OutageOptions Options(int[] places)
    {
        int next = 0;
        double between(double least, double most) => least + ((most - least) * places[next++] / 1000);
        return new()
        {
            Variability = 0,
            Removed = between(0, 0.95),
            Guard = between(0, 0.6),
            RemovalRate = between(0.01, 2),
            Servers = (int)between(50, 2000),
            Utilisation = between(0.2, 0.9),
            SafeUtilisation = between(0.7, 1),
            PatienceMinutes = between(0.5, 10),
            ReactionMinutes = between(0, 10),
            UndoMinutes = between(0, 20),
            DecisionMinutes = between(30, 60),
            CheckRate = between(0.2, 5),
            Cells = (int)between(1, 40),
            Trigger = (CollapseTrigger)(places[next++] % 3),
            Tolerant = between(0, 0.8),
            Writers = between(0, 1),
            Deferred = places[next] < 200 ? 0 : between(0, 1),
        };
    }
}
