// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open WebSocket and the only handler of its channel but for TLS. Lives on the channel's event
 * loop, which alone touches the fields.
 */
public final class NettyWebSocket extends ChannelInboundHandlerAdapter
    implements WebSocketConnection, WebSocketReader.Sink {
  private static final Logger log = LoggerFactory.getLogger(NettyWebSocket.class);

  private enum State {
    OPEN,
    /** A close frame was sent, and the peer's is awaited; or the connection was aborted. */
    CLOSING,
    /** The listener knows. */
    CLOSED
  }

  private final Side side;
  private final Channel channel;
  private final WebSocketListener listener;
  private final WebSocketReader reader;
  private final WebSocketWriter writer;
  private final Duration closeTimeout;
  private State state = State.OPEN;
  private boolean flushAfterRead;

  /** What the channel said of its writability last: to ask it anew would touch three objects. */
  private boolean writable;

  /** The payload of the last ping that came while nothing could be written; null if answered. */
  private byte @Nullable [] owedPong;

  /** Ends the wait for the peer's close frame; null unless that is awaited. */
  private @Nullable Future<?> closeTimer;

  /** What the network reported; null if all is well. */
  private @Nullable Throwable failure;

  /**
   * @param side which end this is
   * @param channel what has done the handshake, and has no other handlers but for TLS
   * @param maxMessage the size of the largest message that is accepted, inflated
   * @param closeTimeout how long the peer's answer to a close is awaited
   * @param listener what is told; called on the channel's event loop
   * @param deflate what was agreed on compression; null if nothing was
   */
  public NettyWebSocket(
      Side side,
      Channel channel,
      int maxMessage,
      @Nullable DeflateTerms deflate,
      Duration closeTimeout,
      WebSocketListener listener) {
    this.side = side;
    this.channel = channel;
    this.listener = listener;
    this.closeTimeout = closeTimeout;
    this.reader =
        new WebSocketReader(
            side,
            maxMessage,
            deflate == null ? null : new MessageInflater(maxMessage, deflate.receiveTakeover()));
    this.writer =
        new WebSocketWriter(side, channel, deflate == null ? null : new MessageDeflater(deflate));
  }

  /** Tells the listener; the answer to the handshake is on its way by then. */
  public void open() {
    try {
      listener.onOpen(this);
      writer.flush();
    } catch (RuntimeException e) {
      failListener(e);
    }
  }

  @Override
  public void send(Frame frame) {
    if (state == State.OPEN) {
      writer.append(frame);
    }
  }

  @Override
  public void flush() {
    writer.flush();
  }

  @Override
  public boolean isWritable() {
    return writable;
  }

  @Override
  public void setReadable(boolean readable) {
    if (state == State.OPEN) {
      channel.config().setAutoRead(readable);
    }
  }

  @Override
  public void close(int code) {
    if (code != NO_CODE && !WebSocketProtocol.isCloseCode(code)) {
      throw new IllegalArgumentException("close code " + code + " must not be sent");
    }
    if (state != State.OPEN) {
      return;
    }
    state = State.CLOSING;
    writer.appendClose(code);
    writer.flush();
    // The answer has to be read, even where messages were not wanted any more.
    channel.config().setAutoRead(true);
    closeTimer =
        channel
            .eventLoop()
            .schedule(() -> Wire.close(channel), closeTimeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void abort() {
    if (state == State.OPEN) {
      state = State.CLOSING;
    }
    Wire.close(channel);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (state != State.CLOSED && message instanceof ByteBuf in) {
        reader.read(in, this);
      }
    } catch (WebSocketException e) {
      fail(e);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (flushAfterRead) {
      flushAfterRead = false;
      writer.flush();
    }
  }

  @Override
  public void onText(byte[] utf8) {
    if (state == State.OPEN) {
      listener.onText(utf8);
    }
  }

  @Override
  public void onBinary(byte[] bytes) {
    if (state == State.OPEN) {
      listener.onBinary(bytes);
    }
  }

  @Override
  public void onPing(byte[] payload) {
    if (state != State.OPEN) {
      return;
    }
    if (channel.isWritable()) {
      writer.appendControl(WebSocketProtocol.PONG, payload);
      flushAfterRead = true;
    } else {
      // To one who pings without reading the answers, none are piled up (section 5.5.3).
      owedPong = payload;
    }
  }

  @Override
  public void onClose(int code) {
    if (state == State.OPEN) {
      writer.appendClose(code);
    }
    writer.flush();
    if (side == Side.SERVER && Wire.isAllSent(channel)) {
      Wire.close(channel);
    } else {
      // To close now would throw away what the peer may still be reading. And it is the server that
      // is to close first (section 7.1.1).
      LingeringClose.replace(this, channel, closeTimeout);
    }
    end(code, null);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    writable = channel.isWritable();
    if (state == State.OPEN && writable) {
      payPong();
      listener.onWritable();
    }
  }

  private void payPong() {
    if (owedPong != null) {
      writer.appendControl(WebSocketProtocol.PONG, owedPong);
      owedPong = null;
      writer.flush();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    end(WebSocketProtocol.ABNORMAL, failure);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    writable = channel.isWritable();
    writer.writeTo(ctx);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    writer.release();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException || cause instanceof DecoderException) {
      failure = cause;
      Wire.close(channel);
    } else {
      failListener(cause);
    }
  }

  private void failListener(Throwable cause) {
    log.error("a WebSocket's listener failed", cause);
    fail(new WebSocketException(WebSocketProtocol.INTERNAL_ERROR, "a listener failed: " + cause));
  }

  /** Tells the peer what is wrong and the listener that it is over. */
  private void fail(WebSocketException violation) {
    if (state == State.CLOSED) {
      return;
    }
    if (state == State.OPEN) {
      writer.appendClose(violation.code());
    }
    writer.flush();
    LingeringClose.replace(this, channel, closeTimeout);
    end(WebSocketProtocol.ABNORMAL, violation);
  }

  private void end(int code, @Nullable Throwable error) {
    if (closeTimer != null) {
      closeTimer.cancel(false);
      closeTimer = null;
    }
    writer.release();
    if (state != State.CLOSED) {
      state = State.CLOSED;
      reader.close();
      writer.close();
      listener.onClose(code, error);
    }
  }
}
