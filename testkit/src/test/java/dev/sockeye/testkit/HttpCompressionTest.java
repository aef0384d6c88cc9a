// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.EngineOptions;
import dev.sockeye.engineio.server.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** The answers to polls are compressed: rule by rule as the reference's own tests. */
class HttpCompressionTest {
  private static final String LONG = "a".repeat(1023);

  private static LocalExchange poll(
      Consumer<EngineOptions.Builder> settings, String accepted, Message... messages) {
    TestEngine server = TestEngine.with(settings);
    RawPeer peer = server.peer().open().header("Accept-Encoding", accepted);
    for (Message message : messages) {
      server.session().send(message);
    }
    server.host.runPending();
    return peer.get();
  }

  private static LocalExchange poll(String accepted, String... texts) {
    Message[] messages = List.of(texts).stream().map(TestEngine::message).toArray(Message[]::new);
    return poll(options -> {}, accepted, messages);
  }

  private static Message uncompressed(String text) {
    return Message.of(List.of(RawData.text(text)), false, false, false);
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), UTF_8);
  }

  private static InputStream bodyOf(LocalExchange answer) {
    return new ByteArrayInputStream(answer.response().body());
  }

  @Test
  void aLongAnswerIsZipped() throws IOException {
    LocalExchange answer = poll("gzip, deflate", LONG);
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(read(new GZIPInputStream(bodyOf(answer)))).isEqualTo("4" + LONG);
  }

  @Test
  void orDeflatedIfTheClientLikesThatBetter() throws IOException {
    LocalExchange answer = poll("deflate", LONG);
    assertThat(answer.header("Content-Encoding")).isEqualTo("deflate");
    assertThat(read(new InflaterInputStream(bodyOf(answer)))).isEqualTo("4" + LONG);
  }

  @Test
  void theOtherHeadersStayAsTheyAre() {
    assertThat(poll("gzip", LONG).response().headers().toString())
        .isEqualTo(
            "Content-Type: text/plain; charset=UTF-8\n"
                + "cache-control: no-store\n"
                + "Content-Encoding: gzip\n");
  }

  @Test
  void anAnswerBelowTheThresholdStaysAsItIs() {
    LocalExchange answer = poll("gzip", LONG.substring(1));
    assertThat(answer.header("Content-Encoding")).isEmpty();
    assertThat(answer.body()).isEqualTo("4" + LONG.substring(1));
  }

  @Test
  void theThresholdCanBeChanged() {
    LocalExchange answer =
        poll(
            options -> options.httpCompressionThreshold(0),
            "gzip",
            TestEngine.message("aaaaaaaaaa"));
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
  }

  @Test
  void severalPacketsCountTogether() {
    String half = "a".repeat(511);
    assertThat(poll("gzip", half, half).header("Content-Encoding")).isEqualTo("gzip");
    assertThat(poll("gzip", half, half.substring(2)).header("Content-Encoding")).isEmpty();
  }

  @Test
  void nothingIsCompressedIfTheServerDoesNotWantIt() {
    LocalExchange answer =
        poll(options -> options.httpCompression(false), "gzip", TestEngine.message(LONG));
    assertThat(answer.body()).isEqualTo("4" + LONG);
  }

  @Test
  void aMessageThatSaysNoKeepsItsWholePayloadAsItIs() {
    LocalExchange answer =
        poll(options -> {}, "gzip", uncompressed("secret"), TestEngine.message(LONG));
    assertThat(answer.body()).isEqualTo("4secret" + RS + "4" + LONG);
  }

  @Test
  void aClientThatDoesNotUnderstandItIsNotBothered() {
    assertThat(poll("br", LONG).body()).isEqualTo("4" + LONG);
  }

  @Test
  void whatClientsPostIsNotInflated() throws IOException {
    TestEngine server = TestEngine.create();
    RawPeer peer = server.peer().open().header("Content-Encoding", "gzip");
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write("4hello".getBytes(UTF_8));
    }
    peer.post(zipped.toByteArray());
    assertThat(server.recorder.events()).last().asString().startsWith("close parse error");
  }
}
