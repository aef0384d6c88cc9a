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
  /** The JDK's selectors; everywhere. */
  NIO;

  /** This one, or for {@link #AUTO} what it stands for on this machine. */
  Io resolve() {
    if (this != AUTO) {
      return this;
    }
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  /**
   * @throws IllegalStateException if there is no native library for this machine
   */
  IoHandlerFactory handlers() {
    if (resolve() == NIO) {
      return NioIoHandler.newFactory();
    }
    if (!Epoll.isAvailable()) {
      throw new IllegalStateException(
          "epoll is not available here; use Io.AUTO or Io.NIO", Epoll.unavailabilityCause());
    }
    return EpollIoHandler.newFactory();
  }

  Class<? extends ServerChannel> serverChannel() {
    return resolve() == NIO ? NioServerSocketChannel.class : EpollServerSocketChannel.class;
  }
}
