// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.spi.Frame;
import dev.sockeye.engineio.spi.WebSocketConnection;
import java.util.function.Consumer;

/** A WebSocket whose outgoing messages are shown. */
final class RawConnection implements WebSocketConnection {
  private final WebSocketConnection connection;
  private final Consumer<String> show;

  RawConnection(WebSocketConnection connection, Consumer<String> show) {
    this.connection = connection;
    this.show = show;
  }

  @Override
  public void send(Frame frame) {
    show.accept(
        frame.isBinary()
            ? RawPackets.ofBinary(frame.data())
            : RawPackets.ofText(
                (frame.prefix() == Frame.NO_PREFIX ? "" : (char) frame.prefix())
                    + frame.data().text()));
    connection.send(frame);
  }

  @Override
  public void flush() {
    connection.flush();
  }

  @Override
  public boolean isWritable() {
    return connection.isWritable();
  }

  @Override
  public void setReadable(boolean readable) {
    connection.setReadable(readable);
  }

  @Override
  public void close(int code) {
    show.accept("close with code " + code);
    connection.close(code);
  }

  @Override
  public void abort() {
    connection.abort();
  }
}
