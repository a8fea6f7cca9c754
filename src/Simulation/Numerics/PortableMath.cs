namespace InteractiveArticle.Simulation.Numerics;

/// <summary>
/// Elementary functions whose results are the same bits on every platform.
/// </summary>
/// <remarks>
/// <see cref="Math"/> hands logarithms and exponentials to the platform's C library, whose last bit differs from one
/// platform to the next; one such bit is enough to reorder two events and to change a whole run. These functions use
/// only addition, multiplication, division and square root, which IEEE 754 fixes exactly. Their error stays within
/// 10⁻¹⁵ of the result, where a function says nothing else.
/// </remarks>
public static class PortableMath
{
    private const double InverseLn2 = 1.44269504088896340736;

    // Ln2 cut so that any exponent times the high part is exact; the low part carries the rest.
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    private const int MantissaBits = 52;
    private const long ExponentMask = 0x7FF0_0000_0000_0000;
    private const long SmallestNormal = 0x0010_0000_0000_0000;

    private const int LogTableBits = 7;
    private const int LogTableSize = 1 << LogTableBits;
    private const int LogCellBits = MantissaBits - LogTableBits;

    // Mantissas are taken from about 0.69 to 1.38, half a cell beside a round number, so that 1 is the centre of a cell.
    private const long LogTableStart = 0x3FE6_1000_0000_0000;

    private static readonly (double Centre, double Inverse, double Log)[] LogTable = BuildLogTable();

    /// <summary>The natural logarithm of <paramref name="x"/>.</summary>
    /// <param name="x">A number of at least 0.</param>
    /// <returns>ln x; negative infinity for 0, not-a-number below 0.</returns>
    /// <remarks>
    /// With x = 2ᵏ z and c the centre of z's table cell, ln x = k ln 2 + ln c + ln(1 + r), r = (z − c) / c. The
    /// difference is exact and r stays below 1/256, where a short Taylor polynomial does. Around 1 both k and ln c are
    /// 0, so that nothing cancels there.
    /// </remarks>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        if ((ulong)(bits - SmallestNormal) >= ExponentMask - SmallestNormal)
        {
            return LogOfUnusual(x);
        }

        long fromStart = bits - LogTableStart;
        double k = fromStart >> MantissaBits;
        double z = BitConverter.Int64BitsToDouble(bits - (fromStart & (-1L << MantissaBits)));
        ref readonly var cell = ref LogTable[(int)(fromStart >> LogCellBits) & (LogTableSize - 1)];
        double r = (z - cell.Centre) * cell.Inverse;
        double r2 = r * r;
        double tail = ((1.0 / 3) - (r * 0.25)) + (r2 * ((0.2 - (r * (1.0 / 6))) + (r2 * (1.0 / 7))));
        double polynomial = r - (r2 * (0.5 - (r * tail)));
        return (k * Ln2High) + (cell.Log + (polynomial + (k * Ln2Low)));
    }

    /// <summary>e raised to <paramref name="x"/>.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>eˣ; 0 below about −745 and infinity above about 709.78; subnormal results are rounded twice.</returns>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > 709.782712893384)
        {
            return double.PositiveInfinity;
        }

        if (x < -745.2)
        {
            return 0;
        }

        double k = Math.Floor((x * InverseLn2) + 0.5);
        double r = (x - (k * Ln2High)) - (k * Ln2Low);

        // The Taylor polynomial of degree 13, even and odd powers apart.
        double r2 = r * r;
        double even = 1 + (r2 * (0.5 + (r2 * ((1.0 / 24) + (r2 * ((1.0 / 720) + (r2 * ((1.0 / 40_320) + (r2 * ((1.0 / 3_628_800) + (r2 * (1.0 / 479_001_600))))))))))));
        double odd = 1 + (r2 * ((1.0 / 6) + (r2 * ((1.0 / 120) + (r2 * ((1.0 / 5040) + (r2 * ((1.0 / 362_880) + (r2 * ((1.0 / 39_916_800) + (r2 * (1.0 / 6_227_020_800))))))))))));
        double sum = even + (r * odd);

        // Two steps, so that the smallest results do not pass through a scale that underflows.
        int half = (int)k / 2;
        return sum * PowerOfTwo(half) * PowerOfTwo((int)k - half);
    }

    /// <summary><paramref name="x"/> raised to <paramref name="y"/>.</summary>
    /// <param name="x">A number of at least 0.</param>
    /// <param name="y">Any number.</param>
    /// <returns>xʸ, with 0⁰ = 1; not-a-number for negative x. The relative error grows with |y ln x| · 2⁻⁵³.</returns>
    public static double Pow(double x, double y) => y == 0 ? 1 : x == 0 ? (y > 0 ? 0 : double.PositiveInfinity) : Exp(y * Log(x));

    /// <summary>The arc tangent of <paramref name="x"/>.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>An angle from −π/2 to π/2 radians.</returns>
    public static double Atan(double x)
    {
        if (Math.Abs(x) > 1)
        {
            return Math.CopySign(Math.PI / 2, x) - Atan(1 / x);
        }

        // Each halving of the angle turns tan 2θ into tan θ; three of them leave a series that converges at once.
        double t = x;
        for (int i = 0; i < 3; i++)
        {
            t /= 1 + Math.Sqrt(1 + (t * t));
        }

        double square = t * t;
        double sum = 0;
        for (int n = 27; n >= 1; n -= 2)
        {
            sum = (1.0 / n) - (square * sum);
        }

        return 8 * t * sum;
    }

    /// <summary>The sine of a whole turn's fraction: sin(2π · <paramref name="turns"/>).</summary>
    /// <param name="turns">A number of turns; 1 is a full circle. Any finite number.</param>
    /// <returns>A number from −1 to 1.</returns>
    /// <remarks>Rhythms are counted in turns (days, weeks), and turns can be reduced exactly where radians cannot.</remarks>
    public static double SineOfTurns(double turns)
    {
        double t = turns - Math.Floor(turns + 0.5);
        if (t > 0.25)
        {
            t = 0.5 - t;
        }
        else if (t < -0.25)
        {
            t = -0.5 - t;
        }

        double angle = 2 * Math.PI * t;
        double square = angle * angle;

        // The Taylor polynomial of degree 21.
        double low = 1 - (square * ((1.0 / 6) - (square * ((1.0 / 120) - (square * ((1.0 / 5040) - (square * (1.0 / 362_880))))))));
        double high = (1.0 / 39_916_800) - (square * ((1.0 / 6_227_020_800) - (square * ((1.0 / 1_307_674_368_000) - (square * ((1.0 / 355_687_428_096_000) - (square * ((1.0 / 121_645_100_408_832_000) - (square * (1.0 / 51_090_942_171_709_440_000.0))))))))));
        double fifth = square * square * square * square * square;
        return angle * (low - (fifth * high));
    }

    private static double LogOfUnusual(double x)
    {
        const double Scale = 18014398509481984; // 2^54 lifts a subnormal number into the normal range.
        return x switch
        {
            0 => double.NegativeInfinity,
            double.PositiveInfinity => x,
            > 0 => Log(x * Scale) - (54 * (Ln2High + Ln2Low)),
            _ => double.NaN,
        };
    }

    private static (double Centre, double Inverse, double Log)[] BuildLogTable()
    {
        var table = new (double, double, double)[LogTableSize];
        for (int i = 0; i < LogTableSize; i++)
        {
            long fromStart = ((long)i << LogCellBits) + (1L << (LogCellBits - 1));
            double centre = BitConverter.Int64BitsToDouble(LogTableStart + fromStart);
            table[i] = (centre, 1 / centre, LogBySeries(centre));
        }

        return table;
    }

    // ln x = 2 artanh((x − 1) / (x + 1)), slow and accurate: only for the table.
    private static double LogBySeries(double x)
    {
        double s = (x - 1) / (x + 1);
        double square = s * s;
        double sum = 0;
        for (int n = 41; n >= 1; n -= 2)
        {
            sum = (1.0 / n) + (square * sum);
        }

        return 2 * s * sum;
    }

    private static double PowerOfTwo(int exponent) =>
        BitConverter.Int64BitsToDouble((long)(exponent + 1023) << MantissaBits);
}
