// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import java.time.Duration;

/** Plays a {@link ScriptedServer} on a thread of its own: lets clients in, echoes, answers. */
final class EchoServer {
  private final ScriptedServer server;
  private final Thread thread = new Thread(this::play, "echo-server");

  /** Whether it answers nothing. */
  volatile boolean isSilent;

  /** Whether it lets nobody in. */
  volatile boolean isRefusing;

  private volatile boolean isStopped;
  private volatile Duration toPass = Duration.ZERO;

  EchoServer(ScriptedServer server) {
    this.server = server;
    thread.setDaemon(true);
    thread.start();
  }

  /** Lets time pass on the server's thread. */
  void letTimePass(Duration time) {
    toPass = time;
  }

  void stop() {
    isStopped = true;
  }

  private void play() {
    int opened = 0;
    while (!isStopped) {
      server.run();
      if (server.peers.size() > opened) {
        server.peers.get(opened++).open();
      }
      for (ScriptedPeer peer : server.peers) {
        peer.receive().forEach(text -> answer(peer, text));
      }
      if (!toPass.isZero() && server.scheduler.pendingTimers() > 1) {
        server.advance(toPass);
        toPass = Duration.ZERO;
      }
      Thread.onSpinWait();
    }
  }

  private void answer(ScriptedPeer peer, String text) {
    if (text.equals("40")) {
      peer.send(isRefusing ? "44{\"message\":\"no\"}" : "40{\"sid\":\"simple\"}");
    } else if (text.contains("\"leave\"")) {
      peer.send("41");
    } else if (text.contains("\"echo\"")) {
      peer.send(text);
    } else if (text.startsWith("420[") && !isSilent) {
      peer.send("430[\"answered\"]");
    }
  }
}
