// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

/** A server with the listeners of {@link PeerServer}, or most of them. */
interface RunningServer extends AutoCloseable {
  String url();

  @Override
  void close();
}
