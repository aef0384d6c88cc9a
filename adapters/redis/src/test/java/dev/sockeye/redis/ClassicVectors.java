// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Messages of npm's {@code @socket.io/redis-adapter} 8.3, as Redis has carried them. */
final class ClassicVectors {
  static final String HELLO =
      "93a64966624b556283a47479706502a46461746197a568656c6c6f01a132910382a161c0a162c3cb3ff8000000000000c0"
          + "a36e7370a12f83a5726f6f6d7390a665786365707490a5666c61677380";
  static final String BINARY =
      "93a64966624b556283a47479706502a46461746194a362696ec403010203d7ff1d5353006553f100d6ff6553f100"
          + "a36e7370a12f83a5726f6f6d7392a27231a27232a665786365707491a27233a5666c61677382a8636f6d7072657373c2"
          + "a8766f6c6174696c65c3";
  static final String QUESTION =
      "85a3756964a64966624b5562a9726571756573744964a6556748697a65a47479706507a67061636b6574"
          + "83a47479706502a46461746191a171a36e7370a12fa46f70747383a5726f6f6d7390a665786365707490"
          + "a5666c61677381a774696d656f7574cd0320";
  static final String ANSWER =
      "83a47479706509a9726571756573744964a6556748697a65a67061636b6574a566726f6d42";
  static final String EMITTED =
      "93a7656d697474657283a47479706502a46461746192a2686901a36e7370a12f83a5726f6f6d7391a27231"
          + "a5666c61677380a665786365707490";

  private ClassicVectors() {}

  static Packet hello() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", null);
    map.put("b", true);
    return event("hello", 1, "2", List.of(3), map, 1.5, null);
  }

  static Packet binary() {
    return event(
        "bin",
        new byte[] {1, 2, 3},
        Instant.ofEpochMilli(1_700_000_000_123L),
        Instant.ofEpochMilli(1_700_000_000_000L));
  }

  static BroadcastOptions binaryOptions() {
    BroadcastFlags flags = BroadcastFlags.DEFAULTS.withCompress(false).withVolatile();
    return new BroadcastOptions(ordered("r1", "r2"), Set.of("r3"), flags);
  }

  static BroadcastOptions within(long millis) {
    return new BroadcastOptions(
        Set.of(), Set.of(), BroadcastFlags.DEFAULTS.withTimeout(Duration.ofMillis(millis)));
  }

  static Packet event(Object... nameAndArguments) {
    return Packet.event(
        "/", Packet.NO_ID, Collections.unmodifiableList(Arrays.asList(nameAndArguments)));
  }

  static Set<String> ordered(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
