// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.RegisterExtension;

class SocketIoV5MessagePackOnSockeyeTest extends SocketIoV5MessagePackSuite {
  @RegisterExtension
  static final Target SOCKEYE = new SockeyeServer(ConformanceSuite.SOCKETIO_V5_MSGPACK);

  @Override
  public Target target() {
    return SOCKEYE;
  }
}
