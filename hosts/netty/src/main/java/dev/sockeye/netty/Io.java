// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/** How the host talks to the operating system. */
public enum Io {
  /** {@link #EPOLL} where it is available, else {@link #NIO}. */
  AUTO,
  /** Linux's epoll by a native library: fewer system calls and less garbage than {@link #NIO}. */
  EPOLL,
  /**
   * Linux's io_uring: many operations with one system call. Needs {@code
   * io.netty:netty-transport-native-io_uring} on the class path, which this library doesn't bring
   * along, and a kernel that allows it; many containers don't. Whether it pays depends on the load:
   * measure. Younger in Netty than the others, so experimental: it passes the same tests.
   */
  IO_URING,
  /** The JDK's selectors; everywhere. */
  NIO;

  /** This one, or for {@link #AUTO} what it stands for on this machine. */
  Io resolve() {
    if (this != AUTO) {
      return this;
    }
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  /** Whether this machine, its kernel and the class path have what it needs. */
  public boolean isAvailable() {
    return switch (this) {
      case AUTO, NIO -> true;
      case EPOLL -> Epoll.isAvailable();
      case IO_URING -> Uring.isAvailable();
    };
  }

  /**
   * @throws IllegalStateException if it isn't available
   */
  IoHandlerFactory handlers() {
    return switch (resolve()) {
      case EPOLL -> epoll();
      case IO_URING -> Uring.handlers();
      case AUTO, NIO -> NioIoHandler.newFactory();
    };
  }

  private static IoHandlerFactory epoll() {
    if (!Epoll.isAvailable()) {
      throw new IllegalStateException(
          "epoll is not available here; use Io.AUTO or Io.NIO", Epoll.unavailabilityCause());
    }
    return EpollIoHandler.newFactory();
  }

  Class<? extends ServerChannel> serverChannel() {
    return switch (resolve()) {
      case EPOLL -> EpollServerSocketChannel.class;
      case IO_URING -> Uring.serverChannel();
      case AUTO, NIO -> NioServerSocketChannel.class;
    };
  }
}
