// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other nodes may send, and what is none of theirs. */
class TolerantInputTest {
  private final ClusterMessageCodec codec = ClusterMessageCodec.create();

  private Envelope read(String json) {
    return codec.decode(json.getBytes(UTF_8));
  }

  private ClusterMessage.Broadcast event(String opts) {
    return (ClusterMessage.Broadcast)
        read("{\"type\":3,\"data\":{\"packet\":{\"type\":2,\"data\":[\"e\"]}" + opts + "}}")
            .message();
  }

  @Test
  void keysThatNobodyKnowsArePassedBy() {
    assertThat(read("{\"nodeId\":\"x\",\"_source\":{},\"uid\":\"u\",\"nsp\":\"/\",\"type\":2}"))
        .isEqualTo(new Envelope("u", "/", new ClusterMessage.Heartbeat()));
  }

  @Test
  void theTypeMayBeWrittenWithAFraction() {
    assertThat(read("{\"type\":13.0}").message()).isEqualTo(new ClusterMessage.AdapterClose());
  }

  @Test
  void withoutOptionsEverybodyIsMeant() {
    assertThat(event("").options()).isEqualTo(BroadcastOptions.ALL);
  }

  @Test
  void withoutFlagsTheyHaveTheirDefaults() {
    assertThat(event(",\"opts\":{\"rooms\":[\"a\",7]}").options().rooms())
        .containsExactly("a", "7");
  }

  @Test
  void nullIsNoRequestForAnswers() {
    assertThat(event(",\"requestId\":null").requestId()).isNull();
  }

  @Test
  void aMissingNamespaceIsLeftToTheChannel() {
    assertThat(read("{\"type\":2}").namespace()).isEmpty();
    assertThat(read("{\"type\":2}").in("/chat").namespace()).isEqualTo("/chat");
  }

  @Test
  void argumentsStayAsTheyCame() {
    ClusterMessage message =
        read("{\"type\":9,\"data\":{\"packet\":[\"e\",{ \"a\" : 1.50 }]}}").message();
    assertThat(((ClusterMessage.ServerSideEmit) message).nameAndArguments())
        .extracting(String::valueOf)
        .containsExactly("e", "{ \"a\" : 1.50 }");
  }

  @Test
  void headersOfSeveralValuesAreJoined() {
    ClusterMessage message =
        read("{\"type\":8,\"data\":{\"requestId\":\"r\",\"sockets\":[{\"id\":\"s\",\"rooms\":[],"
                + "\"handshake\":{\"headers\":{\"x\":[\"1\",\"2\"]}},\"data\":{\"a\":1}}]}}")
            .message();
    assertThat(((ClusterMessage.FetchSocketsResponse) message).sockets().get(0))
        .satisfies(
            socket -> {
              assertThat(socket.handshake().headers()).isEqualTo(Map.of("x", "1, 2"));
              assertThat(socket.data()).isEqualTo(Map.of("a", 1));
            });
  }

  @Test
  void integersOfMessagePackMayHaveAnyWidth() {
    // {"type": 2 as a float of 8 bytes}
    byte[] wide = HexFormat.of().parseHex("81a474797065cb4000000000000000");
    assertThat(codec.decode(wide).message()).isEqualTo(new ClusterMessage.Heartbeat());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"type\":\"3\"}",
        "{\"type\":99}",
        "{\"type\":3}",
        "{\"type\":3,\"data\":1}",
        "{\"type\":3,\"data\":{}}",
        "{\"type\":3,\"data\":{\"packet\":{\"data\":[]}}}",
        "{\"type\":11,\"data\":{\"requestId\":\"r\",\"clientCount\":1.5}}",
        "{\"type\":11,\"data\":{\"requestId\":\"r\",\"clientCount\":99999999999}}",
        "hello"
      })
  void garbageIsRefused(String garbage) {
    assertThatThrownBy(() -> read(garbage)).isInstanceOf(ParseException.class);
  }

  @Test
  void aMessageOverTheLimitIsRefusedEitherWay() {
    ClusterMessageCodec small = codec.maxMessageBytes(50);
    byte[] large =
        "{\"type\":2,\"uid\":\"u\",\"nsp\":\"/a-rather-long-namespace\"}".getBytes(UTF_8);
    assertThatThrownBy(() -> small.decode(large)).hasMessageContaining("maxMessageBytes");
    Envelope envelope = codec.decode(large);
    assertThatThrownBy(() -> small.encode(envelope)).hasMessageContaining("maxMessageBytes");
  }

  @Test
  void binaryDataIsABufferWhereOnlyJsonGoes() {
    assertThat(new String(codec.toJsonWithBuffers(Map.of("b", new byte[] {1, (byte) 255})), UTF_8))
        .isEqualTo("{\"b\":{\"type\":\"Buffer\",\"data\":[1,255]}}");
  }
}
