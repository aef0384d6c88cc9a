// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official servers, set up for our tests: node reference-server.mjs <suite>.
// Prints a port for each pace, and ends when its standard input does.
import { createServer } from "node:http";
import { attach } from "engine.io";
import { Server } from "socket.io";
import msgpack from "socket.io-msgpack-parser";
import { servePeers } from "./peer-server.mjs";

const cors = { origin: "*" };
const asListed = { cors, pingInterval: 300, pingTimeout: 200, connectTimeout: 1_000 };
const patient = { cors, pingInterval: 300, pingTimeout: 2_000 };
const unhurried = { cors };

const suites = {
  "engineio-v4": (http, options) => serveEngine(http, options),
  "engineio-v3": (http, options) => serveEngine(http, { ...options, allowEIO3: true }),
  "socketio-v5": (http, options) => serveSockets(http, options),
  "socketio-v5-msgpack": (http, options) => serveSockets(http, { ...options, parser: msgpack }),
  peers: (http) => servePeers(http),
  "peers-msgpack": (http) => servePeers(http, { parser: msgpack }),
};

function serveEngine(http, options) {
  const engine = attach(http, { ...options, maxHttpBufferSize: 1e6 });
  engine.on("connection", (socket) => socket.on("data", (data) => socket.send(data)));
}

function serveSockets(http, options) {
  const io = new Server(http, options);
  io.on("connection", (socket) => {
    socket.emit("auth", socket.handshake.auth);
    socket.on("message", (...args) => socket.emit("message-back", ...args));
    socket.on("message-with-ack", (...args) => {
      const ack = args.pop();
      ack(...args);
    });
  });
  io.of("/custom").on("connection", (socket) => socket.emit("auth", socket.handshake.auth));
}

async function listen(serve, options) {
  const http = createServer((request, response) => response.writeHead(404).end());
  serve(http, options);
  await new Promise((listening) => http.listen(0, listening));
  console.log(http.address().port);
}

const suite = suites[process.argv[2]];
await listen(suite, asListed);
await listen(suite, patient);
await listen(suite, unhurried);
process.stdin.on("end", () => process.exit()).resume();
