// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// A client of npm on Node.js: node client.mjs <url> <transport> <client> [extension] [scenario,…], which plays
// every scenario or those that are named; the extension is what its WebSockets must have agreed on.
import { clients } from "./clients.mjs";
import { Peer } from "./scenarios.mjs";

const [url, transport, name, extension, only] = process.argv.slice(2);
const client = clients[name]();
for (const [name, play] of Object.entries(client.scenarios)) {
  if (only && !only.split(",").includes(name)) {
    continue;
  }
  console.log(name);
  const peer = new Peer(client, url, transport, extension);
  try {
    await play(peer);
  } catch (failure) {
    console.log(failure.message);
    process.exitCode = 1;
  } finally {
    peer.close();
  }
}
// Older clients leave the timer of a heartbeat behind, which would keep this process for 45 seconds.
process.exit();
