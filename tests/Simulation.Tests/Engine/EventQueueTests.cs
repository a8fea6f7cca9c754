using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Engine;

namespace InteractiveArticle.Simulation.Tests.Engine;

public sealed class EventQueueTests
{
    [Fact]
    public void Take_OnAnEmptyQueue_SaysSo()
    {
        var queue = new EventQueue<int>();

        Assert.False(queue.Take(out _, out _));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void Take_AmongEqualTimes_KeepsTheOrderOfAdding()
    {
        var queue = new EventQueue<int>();
        for (int i = 0; i < 1000; i++)
        {
            queue.Add(i % 3, i);
        }

        var taken = Drain(queue);

        Assert.Equal(Enumerable.Range(0, 1000).OrderBy(i => i % 3).ThenBy(i => i), taken);
    }

    [Fact]
    public void AnyMixOfAddingAndTaking_BehavesLikeASortedList()
    {
        // Each number is an operation: 0 and below take, others add at that time.
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), operations =>
        {
            var queue = new EventQueue<int>();
            var model = new List<(double Time, int Order)>();
            int order = 0;
            foreach (int operation in operations)
            {
                if (operation > 0)
                {
                    double time = operation % 7;
                    model.Add((time, order));
                    queue.Add(time, order++);
                }
                else
                {
                    bool expected = model.Count > 0;
                    if (queue.Take(out double time, out int happening) != expected)
                    {
                        return false;
                    }

                    if (expected)
                    {
                        var first = model.Min();
                        model.Remove(first);
                        if (first != (time, happening))
                        {
                            return false;
                        }
                    }
                }

                if (queue.Count != model.Count)
                {
                    return false;
                }
            }

            return Drain(queue).SequenceEqual(model.Order().Select(entry => entry.Order));
        });

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(200).WithReplay(20170228UL, 1UL));
    }

    private static List<int> Drain(EventQueue<int> queue)
    {
        var taken = new List<int>();
        while (queue.Take(out _, out int happening))
        {
            taken.Add(happening);
        }

        return taken;
    }
}
