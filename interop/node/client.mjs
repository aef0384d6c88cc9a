// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official client on Node.js: node client.mjs <url> <transport> <scenario>.
import { io } from "socket.io-client";
import { Peer, scenarios } from "./scenarios.mjs";

const [url, transport, scenario] = process.argv.slice(2);
const peer = new Peer(io, url, transport);
try {
  await scenarios[scenario](peer);
} catch (failure) {
  console.log(failure.message);
  process.exitCode = 1;
} finally {
  peer.close();
}
