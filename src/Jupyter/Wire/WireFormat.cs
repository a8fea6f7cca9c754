using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using NetMQ;

namespace InteractiveArticle.Jupyter.Wire;

/// <summary>
/// Messages as frames: the route, a delimiter, the signature, then header, parent, metadata and content as JSON
/// (https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol).
/// </summary>
/// <param name="key">The key of the signatures; empty for none.</param>
internal sealed class WireFormat(string key)
{
    private const int SignedFrames = 4;

    // Front ends read plain UTF-8; escaping all that a web page might trip over would double some figures.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] delimiter = "<IDS|MSG>"u8.ToArray();
    private readonly byte[] key = Encoding.UTF8.GetBytes(key);

    /// <summary>Reads what came over a socket.</summary>
    /// <exception cref="WireException">It is not a message, or nobody who knows the key has sent it.</exception>
    public Message Read(NetMQMessage frames)
    {
        byte[][] all = [.. frames.Select(frame => frame.ToByteArray())];
        int end = Array.FindIndex(all, frame => frame.AsSpan().SequenceEqual(delimiter));
        if (end < 0 || all.Length < end + 2 + SignedFrames)
        {
            throw new WireException("it is not made of the frames of a message");
        }

        byte[][] signed = all[(end + 2)..(end + 2 + SignedFrames)];
        if (key.Length > 0 && !CryptographicOperations.FixedTimeEquals(all[end + 1], Sign(signed)))
        {
            throw new WireException("its signature is wrong");
        }

        var header = Parse(signed[0], "header");
        if (header["msg_type"] is not JsonValue type || !type.TryGetValue<string>(out _))
        {
            throw new WireException("its header has no msg_type");
        }

        return new Message(all[..end], header, Parse(signed[1], "parent header"), Node(signed[3]) as JsonObject) { Metadata = Node(signed[2]) as JsonObject ?? [] };
    }

    /// <summary>Lays a message out for a socket.</summary>
    public NetMQMessage Write(Message message)
    {
        byte[][] signed = [Bytes(message.Header), Bytes(message.Parent), Bytes([]), Bytes(message.Content)];
        return new NetMQMessage([.. message.Route, delimiter, key.Length > 0 ? Sign(signed) : [], .. signed]);
    }

    private static JsonObject Parse(byte[] json, string what) =>
        Node(json) as JsonObject ?? throw new WireException($"its {what} is not a JSON object");

    private static JsonNode? Node(byte[] json)
    {
        try
        {
            return StrictJson.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Bytes(JsonObject? json)
    {
        if (json is null)
        {
            return [];
        }

        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private byte[] Sign(byte[][] frames)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (byte[] frame in frames)
        {
            hash.AppendData(frame);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
