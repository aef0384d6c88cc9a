// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketFormatException;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.PayloadCodec;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * HTTP long-polling: a GET that waits until there is something to send, and POSTs with what the
 * peer sends, one of each at a time. Implements "HTTP long-polling" of the Engine.IO protocol.
 *
 * <p>The requests of one session come on the threads of different connections. What touches the
 * session's state hops to the session's thread; a POST's body is gathered where it arrives.
 */
final class PollingTransport implements SessionTransport {
  private final Session session;
  private final boolean base64;
  private final @Nullable String key;

  /** Null unless the peer can only load scripts. */
  private final @Nullable Jsonp jsonp;

  /** The GET that waits; null if there is none. Session's thread only. */
  private @Nullable PendingPoll poll;

  /** The POST in progress; set by compare-and-set on that request's thread. */
  private final AtomicReference<@Nullable HttpExchange> post = new AtomicReference<>();

  /** Whether {@link #post} was taken in and only waits for its answer. Session's thread only. */
  private boolean postHeld;

  /**
   * @param base64 whether the peer wants blobs as text
   * @param key what each request must carry to belong to the session; null if it needs nothing
   */
  PollingTransport(Session session, boolean base64, @Nullable String key) {
    this.session = session;
    this.jsonp = Jsonp.of(session.request().rawQuery());
    this.base64 = base64 || jsonp != null;
    this.key = key;
  }

  @Nullable String key() {
    return key;
  }

  @Override
  public Transport kind() {
    return Transport.POLLING;
  }

  // --- GET

  /** Takes a GET. On the exchange's thread. */
  void onGet(HttpExchange exchange) {
    Poll arrived = new Poll(exchange);
    exchange.onAbort(
        () -> {
          arrived.isLost = true;
          session.loop().execute(() -> onPollLost(arrived));
        });
    session.loop().run(() -> awaitOutput(arrived));
  }

  private void awaitOutput(Poll arrived) {
    if (!session.isOn(this)) {
      session.server().refuseLate(arrived.exchange, session);
    } else if (poll != null) {
      arrived.exchange.respond(HttpResponse.empty(400));
      session.end(CloseReason.TRANSPORT_ERROR, new TransportException("overlap from client"));
    } else {
      onPoll(arrived);
    }
  }

  /** Takes a GET that waits, while there is no other. On the session's thread. */
  void onPoll(PendingPoll arrived) {
    poll = arrived;
    session.onPoll();
  }

  private void onPollLost(PendingPoll lost) {
    if (poll == lost) {
      poll = null;
      session.end(
          CloseReason.TRANSPORT_ERROR,
          new TransportException("poll connection closed prematurely"));
    }
  }

  @Override
  public boolean isReady() {
    return poll != null;
  }

  @Override
  public boolean offer(Message message) {
    // One response carries all that a tick produces.
    return false;
  }

  @Override
  public void flush(SendQueue queue) {
    if (poll != null && !queue.isEmpty()) {
      answerPoll(queue.takeAll());
    }
  }

  /** Answers the GET that waits, with a noop if there is nothing else. */
  void releasePoll(SendQueue queue) {
    flush(queue);
    answerPoll(List.of(Message.NOOP));
  }

  @Override
  public boolean finish(SendQueue queue) {
    if (poll == null) {
      return false;
    }
    queue.append(Message.CLOSE);
    flush(queue);
    return true;
  }

  private void answerPoll(List<Message> messages) {
    PendingPoll waiting = poll;
    if (waiting == null) {
      return;
    }
    if (waiting.isLost()) {
      onPollLost(waiting);
      return;
    }
    poll = null;
    waiting.answer(messages);
  }

  // --- POST

  /** Takes a POST. On the exchange's thread. */
  void onPost(HttpExchange exchange) {
    if (!post.compareAndSet(null, exchange)) {
      refusePost(exchange, "data request overlap from client");
      return;
    }
    boolean binary = PostBody.isBinary(exchange);
    if (binary && session.protocol() == ProtocolVersion.V4) {
      post.set(null);
      refusePost(exchange, "invalid content");
      return;
    }
    exchange.onAbort(() -> session.loop().run(() -> onPostLost(exchange)));
    int maxBytes = session.options().maxPayload();
    exchange.readBody(new PostBody(binary, maxBytes, () -> onBodyTooLarge(exchange), this::onBody));
  }

  private void refusePost(HttpExchange exchange, String why) {
    exchange.respond(HttpResponse.empty(400));
    session.loop().run(() -> session.end(CloseReason.TRANSPORT_ERROR, new TransportException(why)));
  }

  private void onPostLost(HttpExchange exchange) {
    if (post.compareAndSet(exchange, null)) {
      postHeld = false;
      session.end(
          CloseReason.TRANSPORT_ERROR,
          new TransportException("data request connection closed prematurely"));
    }
  }

  /** The body is larger than {@code maxPayload}; the session lives on. On the exchange's thread. */
  private void onBodyTooLarge(HttpExchange exchange) {
    post.set(null);
    exchange.respond(HttpResponse.empty(413));
  }

  /** The body is complete. On the exchange's thread. */
  private void onBody(RawData body) {
    session.loop().run(() -> takeIn(body));
  }

  private void takeIn(RawData body) {
    postHeld = true;
    RawData payload = jsonp == null ? body : Jsonp.payload(body);
    if (payload != null) {
      try {
        PayloadCodec.of(session.protocol())
            .decode(payload, session.options().maxPacketsPerPayload(), this::takeIn);
      } catch (PacketFormatException e) {
        session.end(CloseReason.PARSE_ERROR, e);
      }
    }
    if (session.isReadable() || !session.isOn(this)) {
      answerPost();
    }
  }

  private void takeIn(Packet packet) {
    if (packet.type() == PacketType.CLOSE && poll == null && session.isOn(this)) {
      session.server().rememberFarewell(session);
    }
    session.receive(packet);
  }

  private void answerPost() {
    if (postHeld) {
      postHeld = false;
      HttpExchange exchange = post.getAndSet(null);
      if (exchange != null) {
        session.server().respond(session, exchange, PollingResponses.ok(exchange));
      }
    }
  }

  @Override
  public void setReadable(boolean readable) {
    if (readable) {
      answerPost();
    }
  }

  // --- the end

  /** The session goes on over another transport. */
  void discard() {
    answerPoll(List.of(Message.CLOSE));
    answerPost();
  }

  @Override
  public void close(CloseReason reason) {
    // The client that has said goodbye wants no goodbye.
    answerPoll(List.of(reason == CloseReason.TRANSPORT_CLOSE ? Message.NOOP : Message.CLOSE));
    answerPost();
  }

  /** A GET that waits here. */
  private final class Poll implements PendingPoll {
    final HttpExchange exchange;

    /** Set on the exchange's thread; seen before the session hears of it in its turn. */
    volatile boolean isLost;

    Poll(HttpExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public boolean isLost() {
      return isLost;
    }

    @Override
    public void answer(List<Message> messages) {
      PayloadCodec codec = PayloadCodec.of(session.protocol());
      HttpResponse response =
          PollingResponses.messages(messages, codec, base64, jsonp, session.options(), exchange);
      session.server().respond(session, exchange, response);
    }
  }
}
