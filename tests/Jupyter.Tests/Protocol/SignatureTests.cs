using System.Text;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Protocol;

public sealed class SignatureTests
{
    private const string Delimiter = "<IDS|MSG>";
    private static readonly string[] Rest = ["{}", "{}", """{"code":"Console.Write(1)"}"""];

    /// <summary>What is dropped gets no answer, so the next proper message must be the next that is answered.</summary>
    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    public void AWrongSignature_IsDropped(string signature)
    {
        using var session = new KernelSession();
        string[] frames = [KernelClient.Header("forged", "execute_request"), .. Rest];
        session.Client.SendRaw([Delimiter, signature, .. frames]);

        Assert.Equal(1, (int)session.Client.Execute("1").Reply["execution_count"]!);
        Assert.Empty(session.Client.Seen("forged"));
    }

    [Fact]
    public void AChangedMessage_IsDropped()
    {
        using var session = new KernelSession();
        string[] frames = [KernelClient.Header("forged", "execute_request"), .. Rest];
        session.Client.SendRaw([Delimiter, session.Client.Sign(frames), frames[0], "{}", "{}", """{"code":"Console.Write(2)"}"""]);

        Assert.Equal(1, (int)session.Client.Execute("1").Reply["execution_count"]!);
        Assert.Empty(session.Client.Seen("forged"));
    }

    [Fact]
    public void WithoutAKey_NothingIsSigned()
    {
        using var session = new KernelSession(key: "");

        Assert.Equal("ok", session.Client.Execute("1").Status);
    }

    public static TheoryData<string[]> Malformed => new(
        [[], ["x"], [Delimiter], [Delimiter, "signature", "{}"], [Delimiter, "", "no json", "{}", "{}", "{}"], [Delimiter, "", "[]", "{}", "{}", "{}"], [Delimiter, "", "{}", "{}", "{}", "{}"], [Delimiter, "", """{"msg_type":"\ud800"}""", "{}", "{}", "{}"], [Delimiter, "", """{"msg_type":"execute_request","msg_id":"\ud800"}""", "{}", "{}", """{"code":"1"}"""], [Delimiter, "", """{"msg_type":"execute_request"}""", "{}", "{}", """{"\ud800":"1"}"""]]);

    [Theory]
    [MemberData(nameof(Malformed))]
    public void WhatIsNoMessage_IsDropped(string[] frames)
    {
        using var session = new KernelSession();
        session.Client.SendRaw([.. frames.Take(1), .. frames.Length > 2 ? [session.Client.Sign(frames[2..])] : frames.Skip(1), .. frames.Skip(2), ""]);

        Assert.Equal("ok", session.Client.Execute("1").Status);
    }

    [Fact]
    public void WhatIsNotUtf8_IsDropped()
    {
        using var session = new KernelSession(key: "");
        session.Client.SendRaw([Delimiter, "", """{"msg_type":"ÿ"}""", "{}", "{}", "{}"], encoding: Encoding.Latin1);

        Assert.Equal("ok", session.Client.Execute("1").Status);
    }
}
