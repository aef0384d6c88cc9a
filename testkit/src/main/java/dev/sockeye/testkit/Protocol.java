// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Speaks Engine.IO 4 and Socket.IO 5 over one WebSocket for a {@link TestClient}. */
final class Protocol implements MemoryUpgrade.Client {
  private static final byte OPEN = '0';
  private static final byte PING = '2';
  private static final byte MESSAGE = '4';

  private final Inbox inbox;
  private final Parser parser;
  private final String namespace;
  private final Map<String, ?> auth;
  private final CompletableFuture<String> connected = new CompletableFuture<>();
  private final AtomicLong asked = new AtomicLong();
  private final Map<Long, CompletableFuture<Args>> questions = new ConcurrentHashMap<>();

  /** For the loop. */
  private final Parser.Decoder decoder;

  /** Set once, on the loop; null before. */
  private volatile @Nullable MemoryWebSocket socket;

  Protocol(Inbox inbox, Parser parser, String namespace, Map<String, ?> auth) {
    this.inbox = inbox;
    this.parser = parser;
    this.namespace = namespace;
    this.auth = auth;
    this.decoder = parser.newDecoder();
  }

  String namespace() {
    return namespace;
  }

  /** The id of the server's socket, once there is one. */
  CompletableFuture<String> connected() {
    return connected;
  }

  // --- out

  /** Sends an event that wants an answer. */
  CompletableFuture<Args> ask(List<@Nullable Object> nameAndArguments) {
    long id = asked.getAndIncrement();
    CompletableFuture<Args> answer = new CompletableFuture<>();
    questions.put(id, answer);
    send(Packet.event(namespace, id, nameAndArguments));
    if (inbox.hasEnded()) {
      failQuestions();
    }
    return answer;
  }

  void send(Packet packet) {
    EncodedPacket encoded = parser.encode(packet);
    List<RawData> messages = new ArrayList<>();
    messages.add(encoded.binary() ? RawData.binary(encoded.first()) : text(encoded.first()));
    encoded.attachments().forEach(blob -> messages.add(RawData.binary(blob)));
    sendAll(messages);
  }

  private static RawData text(ByteBuffer packet) {
    byte[] utf8 = new byte[1 + packet.remaining()];
    utf8[0] = MESSAGE;
    packet.duplicate().get(utf8, 1, packet.remaining());
    return RawData.text(utf8, 0, utf8.length);
  }

  private void sendAll(List<RawData> messages) {
    MemoryWebSocket open = socket;
    if (open != null) {
      open.sendAll(messages);
    }
  }

  /** Closes the connection. */
  void close() {
    MemoryWebSocket open = socket;
    if (open != null && !inbox.hasEnded()) {
      open.closeByClient();
    }
  }

  // --- in, on the loop

  @Override
  public void onOpen(MemoryWebSocket socket) {
    this.socket = socket;
  }

  @Override
  public void onRefused(HttpResponse response) {
    String body = new String(response.body(), UTF_8);
    connected.completeExceptionally(
        new ConnectErrorException("HTTP " + response.status() + ": " + body, null));
  }

  @Override
  public void onMessage(RawData message) {
    if (message.isBinary()) {
      take(decoder.addBinary(message.array(), message.offset(), message.length()));
    } else if (message.length() > 0) {
      switch (message.byteAt(0)) {
        case OPEN -> send(Packet.connect(namespace, auth.isEmpty() ? null : auth));
        case PING -> sendAll(List.of(RawData.text("3")));
        case MESSAGE -> take(decoder.addText(message.array(), 1, message.length() - 1));
        default -> {}
      }
    }
  }

  private void take(@Nullable DecodedPacket packet) {
    if (packet == null || !packet.namespace().equals(namespace)) {
      return;
    }
    Args args = packet.args();
    switch (packet.type()) {
      case CONNECT -> connected.complete(String.valueOf(member(args, "sid")));
      case CONNECT_ERROR ->
          connected.completeExceptionally(
              new ConnectErrorException(
                  String.valueOf(member(args, "message")), member(args, "data")));
      case EVENT -> inbox.add(event(packet));
      case ACK -> answer(packet);
      case DISCONNECT -> end("io server disconnect");
      default -> throw new IllegalStateException("a decoder gives no " + packet.type());
    }
  }

  private ReceivedEvent event(DecodedPacket packet) {
    long id = packet.id();
    Consumer<List<@Nullable Object>> answer =
        id == Packet.NO_ID ? null : args -> send(Packet.ack(namespace, id, args));
    return new ReceivedEvent(
        Objects.requireNonNull(packet.event(), "an event has a name"), packet.args(), answer);
  }

  private static @Nullable Object member(Args args, String name) {
    return args.get(0) instanceof Map<?, ?> map ? map.get(name) : null;
  }

  private void answer(DecodedPacket packet) {
    CompletableFuture<Args> question = questions.remove(packet.id());
    if (question != null) {
      question.complete(packet.args());
    }
  }

  @Override
  public void onEnd() {
    end("transport close");
  }

  private void end(String reason) {
    inbox.end(reason);
    connected.completeExceptionally(
        new ConnectErrorException("the connection has ended before the server answered", null));
    failQuestions();
  }

  private void failQuestions() {
    IllegalStateException disconnected = new IllegalStateException("disconnected");
    questions.values().forEach(question -> question.completeExceptionally(disconnected));
  }
}
