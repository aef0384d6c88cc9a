// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.spi.Scheduler;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request and its response. Belongs to the connection's event loop but for the answering. */
class NettyExchange implements HttpExchange {
  private final HttpConnection connection;
  private final RequestHead head;

  /** Set by the first answer, from whatever thread. */
  private final AtomicBoolean answered = new AtomicBoolean();

  /** Set by the event loop when the host answers by itself; later answers are ignored then. */
  private volatile boolean failed;

  /** The next request of the connection; null for the last one. */
  @Nullable NettyExchange next;

  /** Null until there is a response, and still null after an upgrade. */
  private @Nullable HttpResponse response;

  /** Null until the body is asked for. */
  private @Nullable BodyReader reader;

  /** Null while nobody wants to know. */
  private @Nullable Runnable abortAction;

  /** Whether the reader is at work: only then is it known whether it wants to stop. */
  private boolean inChunk;

  private int discarded;
  private boolean stopped;
  private boolean bodyEnded;
  private boolean continued;
  private boolean lost;

  NettyExchange(HttpConnection connection, RequestHead head) {
    this.connection = connection;
    this.head = head;
    this.bodyEnded = !head.hasBody();
  }

  final RequestHead head() {
    return head;
  }

  final HttpConnection connection() {
    return connection;
  }

  @Override
  public final String method() {
    return head.method();
  }

  @Override
  public final String path() {
    return head.path();
  }

  @Override
  public final String query() {
    return head.query();
  }

  @Override
  public final Headers headers() {
    return head.headers();
  }

  @Override
  public final InetSocketAddress remoteAddress() {
    return connection.peer().address();
  }

  @Override
  public final boolean isSecure() {
    return connection.peer().secure();
  }

  @Override
  public final List<X509Certificate> clientCertificates() {
    return connection.peer().certificates();
  }

  @Override
  public final Scheduler scheduler() {
    return connection.scheduler();
  }

  @Override
  public final void readBody(BodyReader bodyReader) {
    if (reader != null) {
      throw new IllegalStateException("the body was asked for already");
    }
    reader = Objects.requireNonNull(bodyReader, "reader");
    if (bodyEnded) {
      bodyReader.onEnd();
    } else {
      connection.onBodyWanted();
    }
  }

  @Override
  public final void onAbort(Runnable action) {
    if (lost) {
      action.run();
    } else {
      abortAction = action;
    }
  }

  @Override
  public final void respond(HttpResponse answer) {
    Objects.requireNonNull(answer, "response");
    if (!failed) {
      claimAnswer();
      onLoop(() -> answer(answer));
    }
  }

  /** Makes sure that there is one answer. */
  final void claimAnswer() {
    if (!answered.compareAndSet(false, true) && !failed) {
      throw new IllegalStateException(
          "there was an answer to " + head.method() + " " + head.path() + " already");
    }
  }

  final void onLoop(Runnable task) {
    if (scheduler().inThread()) {
      task.run();
      return;
    }
    try {
      scheduler().execute(task);
    } catch (RejectedExecutionException e) {
      // The host has stopped, and with it all connections: nobody is there to hear the answer.
    }
  }

  private void answer(HttpResponse answer) {
    response = answer;
    if (!inChunk) {
      connection.drain();
    }
  }

  /** Answers in the place of a handler that has not, or has failed to, and tells it so. */
  final void fail(int status) {
    failed = true;
    if (answered.compareAndSet(false, true)) {
      lose();
      answer(new HttpResponse(status, Headers.create(), new byte[0], true));
    }
  }

  final boolean isLost() {
    return lost;
  }

  /** The connection is lost. */
  void lose() {
    lost = true;
    Runnable action = abortAction;
    abortAction = null;
    if (action != null) {
      action.run();
    }
  }

  /** Whether there is an answer to be sent when its turn has come. */
  boolean isReady() {
    return response != null;
  }

  /** Sends the answer; its turn has come. */
  void complete() {
    abortAction = null;
    connection.write(this, Objects.requireNonNull(response));
  }

  /**
   * Whether more of the body may come now: to the reader or, once there is an answer, to nobody.
   */
  final boolean takesBody() {
    return response != null ? !isGivenUp() : reader != null && !stopped;
  }

  /**
   * Whether the body is not worth waiting for: too much of it was thrown away, or the client may
   * well not send it, having got an answer instead of a 100.
   */
  private boolean isGivenUp() {
    return !bodyEnded
        && (discarded > connection.options().maxDiscardedBody()
            || (head.expectsContinue() && !continued));
  }

  /** Whether the connection may serve another request after this one. */
  final boolean keepsAlive() {
    return head.keepAlive() && !stopped && !isGivenUp();
  }

  /** Whether the client waits for leave to send the body, and may be given it: called once true. */
  final boolean takesContinue() {
    boolean now = head.expectsContinue() && !continued && reader != null && !bodyEnded;
    continued |= now;
    return now;
  }

  final void onBody(ByteBuf content) {
    int length = content.readableBytes();
    if (reader == null || stopped || response != null) {
      discarded += length;
    } else if (length > 0) {
      continued = true;
      inChunk = true;
      try {
        stopped = !reader.onChunk(ByteBufUtil.getBytes(content));
      } finally {
        inChunk = false;
      }
      if (response != null) {
        connection.drain();
      }
    }
  }

  final void onBodyEnd() {
    bodyEnded = true;
    if (reader != null && !stopped && response == null) {
      reader.onEnd();
    }
  }
}
