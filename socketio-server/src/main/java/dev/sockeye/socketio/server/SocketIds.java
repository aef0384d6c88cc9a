// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids of sockets: 15 random bytes as 20 characters, unrelated to the secret id of the session. */
final class SocketIds {
  private static final int BYTES = 15;

  private final SecureRandom random = new SecureRandom();

  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
