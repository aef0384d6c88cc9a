// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("reference")
class SocketIoV5MessagePackOnNodeTest extends SocketIoV5MessagePackSuite {
  @RegisterExtension
  static final Target NODE = new ReferenceServer("socketio-v5-msgpack", "/socket.io/");

  @Override
  public Target target() {
    return NODE;
  }
}
