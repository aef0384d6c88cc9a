// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official Socket.IO server as one node of a cluster, as ./bench cluster serves it.
// Arguments: the address of Redis; classic, sharded or streams; how many nodes there are with this one. Prints «PORT n» once it
// hears the others; the end of its standard input ends the process.
const { createServer } = require("node:http");
const { createAdapter, createShardedAdapter } = require("@socket.io/redis-adapter");
const { createAdapter: createStreamsAdapter } = require("@socket.io/redis-streams-adapter");
const { createClient } = require("redis");
const { Server } = require("socket.io");

const [url, bus, nodes] = process.argv.slice(2);

async function connect() {
  const client = createClient({ url });
  await client.connect();
  return client;
}

async function adapter() {
  switch (bus) {
    case "classic":
      return createAdapter(await connect(), await connect());
    case "sharded":
      return createShardedAdapter(await connect(), await connect());
    default:
      return createStreamsAdapter(await connect());
  }
}

async function start() {
  const http = createServer();
  const io = new Server(http, { serveClient: false, httpCompression: false, adapter: await adapter() });
  io.on("connection", (socket) => {
    socket.conn.request = null;
    socket.on("news", (message) => io.emit("news", message));
    socket.on("fetch", async (ack) => {
      const sockets = await io.fetchSockets();
      ack(sockets.length, new Set(sockets.map((each) => each.id)).size);
    });
  });
  while ((await io.of("/").adapter.serverCount()) < Number(nodes)) {
    // each look is a question to Redis; the adapter for streams needs the event loop in between
    await new Promise(setImmediate);
  }
  http.listen(0, "127.0.0.1", () => console.log(`PORT ${http.address().port}`));
}

process.stdin.on("end", () => process.exit(0)).resume();
start();
