namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// One word for many numbers, different when any bit of any of them is: FNV-1a over their bytes (G. Fowler, L. C. Noll and
/// K.-P. Vo, RFC 9923).
/// </summary>
internal struct Fingerprint
{
    private const ulong Basis = 0xCBF2_9CE4_8422_2325;
    private const ulong Prime = 0x0000_0100_0000_01B3;

    private ulong state = Basis;

    public Fingerprint()
    {
    }

    // Processors disagree on the bits of what is not a number.
    public void Add(double? number) => Add(number is { } value && !double.IsNaN(value) ? BitConverter.DoubleToUInt64Bits(value) : ~0UL);

    public void Add(ulong word)
    {
        for (int shift = 0; shift < 64; shift += 8)
        {
            state = (state ^ (byte)(word >> shift)) * Prime;
        }
    }

    public override readonly string ToString() => state.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
