// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.Collection;

/** A socket that is nothing but a name. */
record NamedSocket(String id) implements LocalSocket {
  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public SocketSnapshot snapshot() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void join(Collection<String> rooms) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void leave(Collection<String> rooms) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void disconnect(boolean close) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    return id;
  }
}
