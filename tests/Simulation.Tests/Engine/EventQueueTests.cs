using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Engine;

namespace InteractiveArticle.Simulation.Tests.Engine;

public class EventQueueTests
{
    private const int TakeOperation = -1;

    [Fact]
    public void Take_OnANewQueue_SaysThereIsNone()
    {
        var queue = new EventQueue<int>();

        Assert.False(queue.Peek(out _));
        Assert.False(queue.Take(out _, out _));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void Take_GivesEventsByTime()
    {
        var queue = new EventQueue<char>();
        queue.Add(3, 'c');
        queue.Add(1, 'a');
        queue.Add(2, 'b');

        Assert.Equal([(1, 'a'), (2, 'b'), (3, 'c')], Drain(queue));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Take_AmongEqualTimes_KeepsTheOrderOfAdding(int events)
    {
        var queue = new EventQueue<int>();
        for (int i = 0; i < events; i++)
        {
            queue.Add(7, i);
        }

        Assert.Equal(Enumerable.Range(0, events).Select(i => (7.0, i)), Drain(queue));
    }

    [Fact]
    public void Take_TreatsBothZerosAsOneTime()
    {
        var queue = new EventQueue<int>();
        queue.Add(0.0, 0);
        queue.Add(-0.0, 1);
        queue.Add(0.0, 2);

        Assert.Equal([0, 1, 2], Drain(queue).Select(taken => taken.Happening));
    }

    [Fact]
    public void Take_OrdersNegativeTinyHugeAndEndlessTimes()
    {
        double[] times = [double.NegativeInfinity, double.MinValue, -1, -double.Epsilon, 0, double.Epsilon, 1, Math.BitIncrement(1), double.MaxValue, double.PositiveInfinity];
        var queue = new EventQueue<int>();
        foreach (double time in times.Reverse())
        {
            queue.Add(time, 0);
        }

        Assert.Equal(times, Drain(queue).Select(taken => taken.Time));
    }

    [Fact]
    public void Add_AfterTake_TakesThePlaceOfTheTakenEventInOrder()
    {
        var queue = new EventQueue<char>();
        queue.Add(1, 'a');
        queue.Add(2, 'b');
        queue.Add(2, 'c');
        Assert.True(queue.Take(out _, out _));

        queue.Add(2, 'd');

        Assert.Equal(3, queue.Count);
        Assert.Equal([(2, 'b'), (2, 'c'), (2, 'd')], Drain(queue));
    }

    [Fact]
    public void Add_AfterTheOnlyEventWasTaken_StartsAgain()
    {
        var queue = new EventQueue<char>();
        for (char letter = 'a'; letter <= 'z'; letter++)
        {
            queue.Add(letter, letter);
            Assert.Equal(1, queue.Count);
            Assert.True(queue.Take(out _, out char taken));
            Assert.Equal(letter, taken);
            Assert.Equal(0, queue.Count);
        }

        Assert.False(queue.Take(out _, out _));
    }

    [Fact]
    public void Add_AfterAFailedTake_StillWorks()
    {
        var queue = new EventQueue<char>();
        queue.Add(1, 'a');
        queue.Take(out _, out _);
        Assert.False(queue.Take(out _, out _));
        Assert.False(queue.Take(out _, out _));

        queue.Add(2, 'b');

        Assert.Equal([(2, 'b')], Drain(queue));
    }

    // Few distinct times make ties the rule; times may lie before those already taken.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    [InlineData(1_000_000)]
    public void AnySequenceOfOperations_BehavesLikeASortedList(int distinctTimes)
    {
        var operation = Gen.Frequency((3, Gen.Choose(0, distinctTimes - 1)), (2, Gen.Constant(TakeOperation)));
        var operations = Gen.Choose(0, 600).SelectMany(length => Gen.ListOf(operation, length)).ToArbitrary();

        Prop.ForAll(operations, list => BehavesLikeASortedList(list))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20170228UL, 937UL));
    }

    // Delays that make a future event list that guesses their distribution guess wrong.
    public static TheoryData<string, Func<Random, int, double>> Delays => new()
    {
        { "exponential", (random, _) => -Math.Log(1 - random.NextDouble()) },
        { "constant", (_, _) => 1 },
        { "nearly constant", (random, _) => 1 + (1e-14 * random.Next(10)) },
        { "whole ticks", (random, _) => random.Next(1, 4) },
        { "mostly none", (_, i) => i % 10 == 0 ? 1 : 0 },
        { "far apart", (random, _) => Math.Pow(2, random.Next(-60, 60)) },
        { "short and long", (random, _) => random.NextDouble() * (random.Next(10) == 0 ? 1e6 : 1e-3) },
        { "sometimes never", (random, _) => random.Next(10) == 0 ? double.PositiveInfinity : random.NextDouble() },
        { "almost never", (random, _) => random.Next(10) != 0 ? double.PositiveInfinity : random.NextDouble() },
        { "with a last day", (random, _) => random.Next(50) == 0 ? 1e300 : random.NextDouble() },
        { "ever shorter", (random, i) => random.NextDouble() / (1 + i) },
        { "ever longer", (random, i) => random.NextDouble() * (1 + i) },
        { "far in the future", (random, _) => 1e15 + random.Next(100) },
        { "tiny", (random, _) => random.Next(1000) * double.Epsilon },
    };

    [Theory]
    [MemberData(nameof(Delays))]
    public void AnyDelays_AsManyEventsComeAndGo_KeepTimeAndOrder(string name, Func<Random, int, double> delay)
    {
        var random = new Random(1);
        var queue = new EventQueue<int>();
        var model = new PriorityQueue<int, (double Time, int Order)>();
        int added = 0;
        double now = 0;
        void Add()
        {
            double time = now + delay(random, added);
            queue.Add(time, added);
            model.Enqueue(added, (time, added++));
            AssertNext();
        }

        // To look changes nothing, however often.
        void AssertNext()
        {
            Assert.True(queue.Peek(out double next));
            Assert.True(model.TryPeek(out _, out var key) && key.Time == next, $"{name}: next at {next:R} instead of {key.Time:R}");
        }

        void Take()
        {
            Assert.True(queue.Take(out double time, out int taken));
            Assert.True(model.TryDequeue(out int expected, out var key));
            Assert.True(key.Time == time && expected == taken, $"{name}: {taken} at {time:R} instead of {expected} at {key.Time:R}");
            Assert.Equal(model.Count, queue.Count);
            now = double.IsFinite(time) ? time : now;
        }

        // Up to many events, hold, down to a few, hold, up again, and out.
        foreach (var (adds, holds, takes) in ((int, int, int)[])[(3000, 6000, 2980), (0, 300, 0), (500, 3000, 480), (3000, 100, 0)])
        {
            for (int i = 0; i < adds; i++)
            {
                Add();
            }

            for (int i = 0; i < holds; i++)
            {
                Take();
                Add();
            }

            for (int i = 0; i < takes; i++)
            {
                Take();
            }
        }

        while (model.Count > 0)
        {
            Take();
        }

        Assert.False(queue.Take(out _, out _));
    }

    [Fact]
    public void HundredThousandPending_KeepTimeAndOrder()
    {
        var random = new Random(1);
        var queue = new EventQueue<int>();
        var model = new PriorityQueue<int, (double Time, int Order)>();
        for (int i = 0; i < 300_000; i++)
        {
            double now = 0;
            if (i >= 100_000)
            {
                queue.Take(out now, out int taken);
                Assert.Equal(model.Dequeue(), taken);
            }

            double time = now - Math.Log(1 - random.NextDouble());
            queue.Add(time, i);
            model.Enqueue(i, (time, i));
        }
    }

    [Fact]
    public void AddAndTake_InSteadyState_AllocateNothing()
    {
        var queue = new EventQueue<long>();
        for (int i = 0; i < 1000; i++)
        {
            queue.Add(i, i);
        }

        Hold(queue, 10_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Hold(queue, 100_000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Hold(EventQueue<long> queue, int events)
    {
        for (int i = 0; i < events; i++)
        {
            queue.Take(out double time, out long happening);
            queue.Add(time + 1000, happening);
        }
    }

    private static bool BehavesLikeASortedList(IEnumerable<int> operations)
    {
        var queue = new EventQueue<int>();
        var sorted = new List<(double Time, int Order)>();
        int added = 0;
        foreach (int operation in operations)
        {
            if (operation != TakeOperation)
            {
                queue.Add(operation, added);
                sorted.Add((operation, added++));
                sorted.Sort();
            }
            else if (sorted.Count == 0)
            {
                Assert.False(queue.Take(out _, out _));
            }
            else
            {
                Assert.True(queue.Take(out double time, out int taken));
                Assert.Equal(sorted[0], (time, taken));
                sorted.RemoveAt(0);
            }

            Assert.Equal(sorted.Count, queue.Count);
        }

        Assert.Equal(sorted, Drain(queue));
        return true;
    }

    private static List<(double Time, T Happening)> Drain<T>(EventQueue<T> queue)
        where T : struct
    {
        var taken = new List<(double, T)>();
        while (queue.Take(out double time, out var happening))
        {
            taken.Add((time, happening));
        }

        return taken;
    }
}
