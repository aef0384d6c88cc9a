// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.benchmarks.Note;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Socket.IO events with an argument of about 100 bytes of JSON, or 1 KiB of binary data. */
@State(Scope.Thread)
public class ParserInAndOut {
  private static final byte[] EVENT = ("210[\"echo\"," + Note.json(1000) + "]").getBytes(UTF_8);
  private static final byte[] BINARY_EVENT =
      "51-10[\"blob\",{\"_placeholder\":true,\"num\":0}]".getBytes(UTF_8);
  private static final byte[] BLOB = new byte[1024];

  private final Parser parser = JsonParser.create();
  private final Parser.Decoder decoder = parser.newDecoder();
  private final Note note = new Note(1000, "ada.lovelace", "the quick brown fox", 1763800000000L);
  private final Packet typed = Packet.ack("/", 10, List.of(note));
  private final Packet binary = Packet.ack("/", 10, List.of(BLOB));

  private DecodedPacket event() {
    return complete(decoder.addText(EVENT, 0, EVENT.length));
  }

  private static DecodedPacket complete(@Nullable DecodedPacket packet) {
    return Objects.requireNonNull(packet, "the packet is complete");
  }

  @Benchmark
  public DecodedPacket decode() {
    return event();
  }

  @Benchmark
  public @Nullable Note decodeToRecord() {
    return event().args().get(0, Note.class);
  }

  @Benchmark
  public EncodedPacket decodeAndEncodeRaw() {
    return parser.encode(Packet.ack("/", 10, List.of(raw(event()))));
  }

  private static Object raw(DecodedPacket packet) {
    return Objects.requireNonNull(packet.args().raw(0), "the argument isn't null");
  }

  @Benchmark
  public EncodedPacket encodeRecord() {
    return parser.encode(typed);
  }

  @Benchmark
  public byte[] decodeBinary() {
    decoder.addText(BINARY_EVENT, 0, BINARY_EVENT.length);
    return complete(decoder.addBinary(BLOB, 0, BLOB.length)).args().bytes(0);
  }

  @Benchmark
  public EncodedPacket encodeBinary() {
    return parser.encode(binary);
  }
}
