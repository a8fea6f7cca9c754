namespace InteractiveArticle.Article.Tests.Chapters;

public sealed class WordingRulesTests
{
    [Theory]
    [InlineData("It takes NaN hours.")]
    [InlineData("Once in ∞ years.")]
    [InlineData("A loss of −0 %.")]
    [InlineData("A loss of -0.0 h.")]
    [InlineData("It earns -83 % of it.")]
    [InlineData("after 1 minutes")]
    [InlineData("from 1 cells on")]
    [InlineData("after 2 minute")]
    [InlineData("80% of it")]
    [InlineData("1048 of the sites")]
    [InlineData("2000 h a year")]
    [InlineData("3,069.0 %")]
    [InlineData("22,449.54 machines")]
    [InlineData("It needs 83.98 machines.")]
    [InlineData("served 99.0045 % of it")]
    [InlineData("257 ± 0 minutes")]
    [InlineData("between 0 min and 0 min")]
    [InlineData("darkens 0 % instead of 0 %")]
    [InlineData("It is 120 % of all.")]
    public void WhatAReaderStumblesOver_IsAFault(string words) => Assert.NotEmpty(WordingRules.Faults(words));

    [Theory]
    [InlineData("It takes 1 minute, or 2 minutes, or 1,047 minutes.")]
    [InlineData("In 2017 it earned −83 %; now it is −0.5 % and 0 h.")]
    [InlineData("Of 300 services 1 goes dark in us-east-1 at 13:54 on 28 February 2017.")]
    [InlineData("99.9975 % of the time, 99.99 % of a year, 12.9 machines, 0.166 cents")]
    [InlineData("257 ± 3 minutes, between 4 h and 4 h 17 min, 12 % instead of 13 %")]
    [InlineData("With 300 % of headroom nobody is turned away.")]
    [InlineData("16,264.43")]
    public void WhatReadsWell_IsNone(string words) => Assert.Empty(WordingRules.Faults(words));
}
