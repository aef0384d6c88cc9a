// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringIoHandlerConfig;
import io.netty.channel.uring.IoUringServerSocketChannel;

/** What {@link Io#IO_URING} needs: a class of its own, since the library is optional. */
final class Uring {
  /** A broadcast submits one write per connection at once; Netty's 128 make it wait in between. */
  private static final int SUBMISSIONS = 4096;

  /** Room for the completions of several such broadcasts; Netty's 4096 overflow. */
  private static final int COMPLETIONS = 32_768;

  private Uring() {}

  static boolean isAvailable() {
    try {
      return IoUring.isAvailable();
    } catch (NoClassDefFoundError absent) {
      return false;
    }
  }

  /**
   * @throws IllegalStateException if the library is missing, or the kernel doesn't allow it
   */
  static IoHandlerFactory handlers() {
    try {
      if (!IoUring.isAvailable()) {
        throw new IllegalStateException(
            "io_uring is not available here (the kernel is too old, or forbids it); use Io.AUTO",
            IoUring.unavailabilityCause());
      }
      return IoUringIoHandler.newFactory(
          new IoUringIoHandlerConfig().setRingSize(SUBMISSIONS).setCqSize(COMPLETIONS));
    } catch (NoClassDefFoundError absent) {
      throw new IllegalStateException(
          "io_uring needs io.netty:netty-transport-native-io_uring on the class path; use Io.AUTO",
          absent);
    }
  }

  static Class<? extends ServerChannel> serverChannel() {
    return IoUringServerSocketChannel.class;
  }
}
