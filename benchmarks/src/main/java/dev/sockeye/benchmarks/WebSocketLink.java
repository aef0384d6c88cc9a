// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client's WebSocket: the handshakes of WebSocket, Engine.IO and Socket.IO, heartbeats, and then
 * frames to and from its listener. What is sent during a read loop leaves in one write. Confined to
 * the load generator's event loop.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // What fails closes the connection, and that is noticed.
final class WebSocketLink extends ChannelInboundHandlerAdapter implements FrameReader.Sink {
  /** What a workload does with a connection. */
  interface Listener {
    /** The namespace is joined (or, for an upgrade, the WebSocket is open). */
    void ready(WebSocketLink link);

    /** A data frame; the payload is valid during the call only. */
    void message(WebSocketLink link, int opcode, ByteBuf bytes, int offset, int length);

    /** All that was there to read has been read. */
    default void readComplete(WebSocketLink link) {}

    void closed(WebSocketLink link);
  }

  private enum State {
    UPGRADING,
    OPENING,
    CONNECTING,
    READY
  }

  private static final ByteBuf HEAD_END = ascii("\r\n\r\n");
  private static final byte[] CONNECT = Frames.masked("40");
  private static final byte[] PONG = Frames.masked("3");

  private final byte[] request;
  private final boolean joins;
  private final Listener listener;
  private final Meter meter;
  private final FrameReader reader = new FrameReader();
  private State state = State.UPGRADING;
  private @Nullable ChannelHandlerContext context;

  /** The response head as far as it has been read; null before and after. */
  private @Nullable ByteBuf head;

  /** What has been sent since the last flush; null if nothing. */
  private @Nullable ByteBuf out;

  private long readAt;

  /** Whether this side has had enough: what happens to the connection then is no failure. */
  private boolean closing;

  /**
   * @param request the HTTP request that opens the WebSocket
   * @param joins whether the link opens an Engine.IO session and joins the main namespace before it
   *     is ready
   */
  WebSocketLink(byte[] request, boolean joins, Listener listener, Meter meter) {
    this.request = request;
    this.joins = joins;
    this.listener = listener;
    this.meter = meter;
  }

  /** When the bytes that are being read arrived, by {@link System#nanoTime()}. */
  long readAt() {
    return readAt;
  }

  /**
   * Sends a frame with the next {@link #flush()}, or when all that is there to read has been read.
   */
  void send(byte[] frame) {
    if (out == null) {
      out = context().alloc().directBuffer(Math.max(4096, frame.length));
    }
    out.writeBytes(frame);
  }

  void flush() {
    if (out != null) {
      context().writeAndFlush(out, context().voidPromise());
      out = null;
    }
  }

  void close() {
    closing = true;
    if (context != null) {
      context.close();
    }
  }

  /** Stops reading, as a client does that can't keep up. */
  void stall() {
    context().channel().config().setAutoRead(false);
  }

  /** Reads a little now and then, once stalled, as a client does that is too slow. */
  void sipEvery(int millis) {
    var sips =
        context()
            .executor()
            .scheduleAtFixedRate(context()::read, millis, millis, TimeUnit.MILLISECONDS);
    context().channel().closeFuture().addListener(closed -> sips.cancel(false));
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    context = ctx;
    send(request);
    flush();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    readAt = System.nanoTime();
    var in = (ByteBuf) message;
    if (state != State.UPGRADING) {
      reader.read(in, this);
      return;
    }
    head = head == null ? ctx.alloc().buffer(1024) : head;
    head.writeBytes(in);
    in.release();
    int end = ByteBufUtil.indexOf(HEAD_END, head);
    if (end >= 0) {
      upgraded(head, end);
    }
  }

  private void upgraded(ByteBuf response, int end) {
    head = null;
    if (!response.toString(0, 12, ISO_8859_1).equals("HTTP/1.1 101")) {
      fail(
          "the WebSocket was refused: "
              + response.toString(0, end, ISO_8859_1).lines().findFirst().orElse(""));
      response.release();
      return;
    }
    state = joins ? State.OPENING : State.READY;
    if (!joins) {
      listener.ready(this);
    }
    reader.read(response.skipBytes(end + 4), this);
  }

  @Override
  public void frame(int opcode, ByteBuf bytes, int offset, int length, int mask) {
    if (opcode == Frames.CLOSE) {
      context().close();
    } else if (opcode == Frames.TEXT && length == 1 && bytes.getByte(offset) == '2') {
      send(PONG);
    } else if (state == State.READY) {
      listener.message(this, opcode, bytes, offset, length);
    } else {
      handshake(bytes, offset, length);
    }
  }

  private void handshake(ByteBuf bytes, int offset, int length) {
    String text = FrameReader.text(bytes, offset, length);
    if (state == State.OPENING && text.startsWith("0{")) {
      state = State.CONNECTING;
      send(CONNECT);
    } else if (state == State.CONNECTING && text.startsWith("40{")) {
      state = State.READY;
      listener.ready(this);
    } else {
      fail("while " + state + " came «" + text + "»");
    }
  }

  private void fail(String reason) {
    meter.fail(reason);
    context().close();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (state == State.READY) {
      listener.readComplete(this);
    }
    flush();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    reader.release();
    listener.closed(this);
  }

  /** A connection that was reset is a connection that was closed. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!closing && !(cause instanceof IOException)) {
      meter.fail("a connection failed: " + cause);
    }
    ctx.close();
  }

  private ChannelHandlerContext context() {
    if (context == null) {
      throw new IllegalStateException("not connected yet");
    }
    return context;
  }

  private static ByteBuf ascii(String text) {
    return Unpooled.unreleasableBuffer(Unpooled.copiedBuffer(text, ISO_8859_1));
  }
}
