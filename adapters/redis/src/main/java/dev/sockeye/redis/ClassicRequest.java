// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.spi.JsonObject;

/**
 * A request of {@link ClassicProtocol}.
 *
 * @param type its number
 * @param uid who asks; "" where nobody wants an answer
 * @param requestId its id; "" where nobody wants an answer
 * @param fields all of it
 */
record ClassicRequest(int type, String uid, String requestId, JsonObject fields) {
  String requireId() {
    if (requestId.isEmpty()) {
      throw new ParseException("a request that can't be answered, for it has no requestId");
    }
    return requestId;
  }
}
