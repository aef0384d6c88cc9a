// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.time.Duration;

/** Knows what an HTTP connection waits for, and for how long it may. For its event loop. */
final class HttpClock {
  /** What is being waited for. */
  enum Phase {
    HEAD,
    BODY,
    /** The next request; the last answer may still be on its way. */
    IDLE,
    /** The application, which has all the time it wants. */
    ANSWER
  }

  private final Channel channel;
  private final HostOptions options;
  private final Runnable onTimeout;
  private final Deadline deadline;
  private Phase phase = Phase.ANSWER;

  /** What was left to be sent when the clock was last looked at. */
  private long unsent;

  HttpClock(Channel channel, HostOptions options, Runnable onTimeout) {
    this.channel = channel;
    this.options = options;
    this.onTimeout = onTimeout;
    this.deadline = new Deadline(channel.eventLoop(), this::look);
  }

  Phase phase() {
    return phase;
  }

  /** Starts the time of a phase, unless it is running already. */
  void waitFor(Phase next) {
    if (next != phase) {
      phase = next;
      unsent = 0;
      if (next == Phase.ANSWER) {
        deadline.clear();
      } else {
        deadline.set(timeout());
      }
    }
  }

  /** Lets go of the timer. */
  void stop() {
    phase = Phase.ANSWER;
    deadline.cancel();
  }

  private Duration timeout() {
    return switch (phase) {
      case HEAD -> options.headTimeout();
      case BODY -> options.bodyTimeout();
      case IDLE, ANSWER -> options.idleTimeout();
    };
  }

  private void look() {
    if (phase == Phase.IDLE && isSending()) {
      deadline.set(timeout());
    } else {
      onTimeout.run();
    }
  }

  /** Whether some of an answer has left since the last look: a slow reader is not an idle one. */
  private boolean isSending() {
    ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
    long before = unsent;
    unsent = 0;
    if (out != null && !out.isEmpty()) {
      unsent = out.totalPendingWriteBytes();
      if (out.current() instanceof ByteBuf current) {
        unsent += current.readableBytes();
      }
    }
    return unsent > 0 && unsent != before;
  }
}
