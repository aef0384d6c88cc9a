// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official client on Node.js: node client.mjs <url> <transport> [extension], which plays every
// scenario; the extension is what its WebSockets must have agreed on.
import { io } from "socket.io-client";
import { Peer, scenarios } from "./scenarios.mjs";

const [url, transport, extension] = process.argv.slice(2);
for (const [name, play] of Object.entries(scenarios)) {
  console.log(name);
  const peer = new Peer(io, url, transport, extension);
  try {
    await play(peer);
  } catch (failure) {
    console.log(failure.message);
    process.exitCode = 1;
  } finally {
    peer.close();
  }
}
