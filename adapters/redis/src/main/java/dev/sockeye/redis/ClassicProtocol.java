// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

/**
 * The numbers and the channels of npm {@code @socket.io/redis-adapter}.
 *
 * <pre>
 * socket.io#/chat#             events for everybody, or for several rooms
 * socket.io#/chat#room1#       events for one room
 * socket.io-request#/chat#     what all nodes are to do or to answer
 * socket.io-response#/chat#    answers, which all nodes hear
 * socket.io-response#/chat#u#  answers for the node u alone
 * </pre>
 *
 * <p>An event is the MessagePack array {@code [uid, packet, opts]}. Requests and answers are maps,
 * in JSON but for the two that carry an application's data as it is.
 */
final class ClassicProtocol {
  /** The ids of the sockets in rooms, as nodes before version 8 asked. */
  static final int SOCKETS = 0;

  static final int ALL_ROOMS = 1;
  static final int REMOTE_JOIN = 2;
  static final int REMOTE_LEAVE = 3;
  static final int REMOTE_DISCONNECT = 4;
  static final int REMOTE_FETCH = 5;
  static final int SERVER_SIDE_EMIT = 6;

  /** An event that wants answers; in MessagePack. */
  static final int BROADCAST = 7;

  static final int BROADCAST_CLIENT_COUNT = 8;

  /** In MessagePack. */
  static final int BROADCAST_ACK = 9;

  private ClassicProtocol() {}

  static String eventChannel(String key, String namespace) {
    return key + "#" + namespace + "#";
  }

  static String requestChannel(String key, String namespace) {
    return key + "-request#" + namespace + "#";
  }

  static String responseChannel(String key, String namespace) {
    return key + "-response#" + namespace + "#";
  }
}
