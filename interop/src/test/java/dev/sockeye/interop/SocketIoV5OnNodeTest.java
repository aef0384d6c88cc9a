// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("reference")
class SocketIoV5OnNodeTest extends SocketIoV5Suite {
  @RegisterExtension static final Target NODE = new ReferenceServer("socketio-v5", "/socket.io/");

  @Override
  public Target target() {
    return NODE;
  }
}
