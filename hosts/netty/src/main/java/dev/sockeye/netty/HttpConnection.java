// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.netty.HttpClock.Phase;
import dev.sockeye.netty.ResponseWriter.Persistence;
import dev.sockeye.websocket.LingeringClose;
import dev.sockeye.websocket.LoopScheduler;
import dev.sockeye.websocket.Wire;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP/1.1 connection (RFC 9112): hands requests to the handler as they come and sends the
 * answers in the order of the requests. Everything but the constructor runs on the channel's event
 * loop, which alone touches the fields.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter {
  private static final Logger log = LoggerFactory.getLogger(HttpConnection.class);
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private enum State {
    OPEN,
    /** The last answer was sent; the rest of its request's body is read, so that it arrives. */
    ENDING,
    /** Nothing more is answered: the connection closes, or is a WebSocket's. */
    DONE
  }

  private final Channel channel;
  private final HttpHandler handler;
  private final HostOptions options;
  private final LoopScheduler scheduler;
  private final Peer peer;
  private final RequestDecoder decoder;
  private final HttpClock clock;
  private final ExchangeQueue queue = new ExchangeQueue();

  /** The request whose body is still arriving; null between bodies. */
  private @Nullable NettyExchange receiving;

  private boolean served;
  private boolean inRead;

  private State state = State.OPEN;

  /** What comes next can't be understood. */
  private boolean broken;

  HttpConnection(
      Channel channel,
      HttpHandler handler,
      HostOptions options,
      LoopScheduler scheduler,
      Peer peer) {
    this.channel = channel;
    this.handler = handler;
    this.options = options;
    this.scheduler = scheduler;
    this.peer = peer;
    this.decoder = new RequestDecoder(options, this::takesMore);
    this.clock = new HttpClock(channel, options, this::onTimeout);
  }

  RequestDecoder decoder() {
    return decoder;
  }

  Channel channel() {
    return channel;
  }

  HostOptions options() {
    return options;
  }

  LoopScheduler scheduler() {
    return scheduler;
  }

  Peer peer() {
    return peer;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    watchTheClock();
  }

  /**
   * Whether the decoder may go on: not while a body has no reader or an upgrade no answer, nor
   * while the client leaves answers unread, of which it could ask for more and more.
   */
  private boolean takesMore() {
    if (receiving != null) {
      return receiving.takesBody();
    }
    return state == State.OPEN
        && channel.isWritable()
        && queue.size() < options.maxPipelined()
        && !(queue.last() instanceof NettyUpgrade);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    inRead = true;
    try {
      if (broken) {
        return;
      }
      if (message instanceof HttpRequest request) {
        onHead(request);
      }
      if (message instanceof HttpContent content) {
        onContent(content);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    inRead = false;
    channel.flush();
    watchTheClock();
    goOn();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (channel.isWritable()) {
      // Later, as it is told in the midst of a flush.
      scheduler.execute(this::goOn);
    }
  }

  private void onHead(HttpRequest request) {
    served = true;
    clock.waitFor(Phase.ANSWER);
    int refusal = RequestHead.refusal(request);
    RequestHead head;
    try {
      head = RequestHead.of(request);
    } catch (IllegalArgumentException e) {
      request.headers().clear();
      head = RequestHead.of(request);
      refusal = 400;
    }
    NettyExchange exchange =
        head.asksForWebSocket() && refusal == RequestHead.OK
            ? new NettyUpgrade(this, head)
            : new NettyExchange(this, head);
    queue.add(exchange);
    if (refusal != RequestHead.OK) {
      broken = true;
      exchange.fail(refusal);
    } else {
      receiving = exchange;
      if (head.hasBody()) {
        dispatch(exchange);
      }
    }
  }

  private void onContent(HttpContent content) {
    NettyExchange exchange = receiving;
    if (exchange == null) {
      return;
    }
    if (content.decoderResult().isFailure()) {
      receiving = null;
      breakOff(exchange, 400);
      return;
    }
    try {
      exchange.onBody(content.content());
      if (content instanceof LastHttpContent) {
        receiving = null;
        exchange.onBodyEnd();
      }
    } catch (RuntimeException e) {
      onHandlerFailure(exchange, e);
    }
    if (receiving == null && !exchange.head().hasBody()) {
      // Only now, so that a WebSocket may take over right behind the request.
      dispatch(exchange);
    }
    boolean isAnswered = queue.last() != exchange;
    if (isAnswered && (receiving == null ? state == State.ENDING : !exchange.takesBody())) {
      finish();
    }
  }

  private void dispatch(NettyExchange exchange) {
    try {
      handler.handle(exchange);
    } catch (RuntimeException e) {
      onHandlerFailure(exchange, e);
    }
  }

  private static void onHandlerFailure(NettyExchange exchange, RuntimeException failure) {
    log.error("the handler of {} {} failed", exchange.method(), exchange.path(), failure);
    exchange.fail(500);
  }

  /** The client did something after which nothing it sends makes sense. */
  private void breakOff(NettyExchange exchange, int status) {
    broken = true;
    exchange.fail(status);
    if (queue.isEmpty()) {
      finish();
    }
  }

  /** A reader for the body has come. */
  void onBodyWanted() {
    permitBody();
    if (!inRead) {
      scheduler.execute(this::goOn);
    }
  }

  /** Sends a 100 once it is the turn of the request that waits for it. */
  private void permitBody() {
    if (receiving != null && receiving == queue.first() && receiving.takesContinue()) {
      Wire.write(channel, Unpooled.wrappedBuffer(CONTINUE));
      flush();
    }
  }

  /** Sends the answers whose turn has come. */
  void drain() {
    NettyExchange first = queue.first();
    while (state == State.OPEN && first != null && first.isReady()) {
      queue.remove(first);
      first.complete();
      first = queue.first();
    }
    if (state == State.OPEN) {
      permitBody();
      if (!inRead) {
        watchTheClock();
        goOn();
      }
    }
  }

  /** Sends an answer; only to be called in its turn. */
  void write(NettyExchange exchange, HttpResponse response) {
    boolean close = response.close() || !exchange.keepsAlive() || (broken && queue.isEmpty());
    Persistence persistence =
        close
            ? Persistence.CLOSE
            : exchange.head().isHttp10() ? Persistence.KEEP_ALIVE : Persistence.IMPLIED;
    ResponseWriter.write(channel, response, "HEAD".equals(exchange.method()), persistence);
    if (close) {
      state = State.ENDING;
      queue.loseAll();
      if (receiving == null || !receiving.takesBody()) {
        finish();
      }
    }
    flush();
  }

  private void flush() {
    if (!inRead) {
      channel.flush();
    }
  }

  private void goOn() {
    if (!inRead) {
      decoder.goOn(channel);
    }
  }

  /** Closes the connection behind the last answer. */
  private void finish() {
    if (state == State.DONE) {
      return;
    }
    endHttp();
    if (receiving == null && !broken) {
      channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
      if (!Wire.isAllSent(channel)) {
        // Not for ever, if the client doesn't read it.
        clock.waitFor(Phase.IDLE);
      }
    } else {
      LingeringClose.replace(this, channel, options.closeTimeout());
      channel.pipeline().remove(decoder);
    }
  }

  /**
   * Ends HTTP on this connection: nothing more is answered, and further bytes stay with the decoder
   * until it is removed.
   */
  void endHttp() {
    state = State.DONE;
    clock.stop();
  }

  private void watchTheClock() {
    if (state != State.DONE) {
      clock.waitFor(phase());
    }
  }

  private Phase phase() {
    if (receiving != null) {
      return receiving.takesBody() ? Phase.BODY : Phase.ANSWER;
    }
    if (decoder.isMidHead() || !served) {
      return Phase.HEAD;
    }
    return queue.isEmpty() ? Phase.IDLE : Phase.ANSWER;
  }

  private void onTimeout() {
    log.debug("{}: timed out in phase {}", peer.address(), clock.phase());
    if (state == State.DONE) {
      Wire.close(channel);
    } else if (receiving != null) {
      NettyExchange exchange = receiving;
      receiving = null;
      breakOff(exchange, 408);
    } else if (decoder.isMidHead() && queue.isEmpty()) {
      broken = true;
      ResponseWriter.write(channel, HttpResponse.empty(408), false, Persistence.CLOSE);
      finish();
    } else {
      Wire.close(channel);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    endHttp();
    receiving = null;
    queue.loseAll();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException || cause instanceof DecoderException) {
      log.debug("{}: {}", peer.address(), cause.toString());
    } else {
      log.error("the connection of {} failed", peer.address(), cause);
    }
    Wire.close(channel);
  }
}
