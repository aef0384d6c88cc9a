// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official server for our client: node client-server.mjs <kind> <address> <port>. Prints its port (0 takes
// a free one), and ends when its standard input does.
import { createServer } from "node:http";
import msgpack from "socket.io-msgpack-parser";
import { servePeers } from "./peer-server.mjs";

const kinds = {
  plain: {},
  msgpack: { parser: msgpack },
  deflate: { perMessageDeflate: { threshold: 0 }, httpCompression: { threshold: 0 } },
  cookie: { cookie: { name: "node", path: "/", httpOnly: true, sameSite: "lax" } },
  recovery: { connectionStateRecovery: {} },
  "recovery-msgpack": { connectionStateRecovery: {}, parser: msgpack },
  impatient: { pingInterval: 300, pingTimeout: 2_000 },
};

const [kind, address, port] = process.argv.slice(2);
const http = createServer((request, response) => response.writeHead(404).end());
const io = servePeers(http, kinds[kind]);
io.on("connection", remember);
io.on("connection", listen);
if (kind === "cookie") setCookies(io.engine);
http.listen(Number(port), address, () => console.log(http.address().port));
process.stdin.on("end", () => process.exit()).resume();

/** As RecoveryClientTest.java: what happens while the client is away is told to its room. */
function remember(socket) {
  const readers = `readers of ${socket.id}`;
  socket.join(readers);
  socket.on("news", (number) => io.to(readers).emit("news", number));
  socket.on("disconnect", () => {
    io.to(readers).emit("news", 1);
    io.volatile.to(readers).emit("news", -1);
    io.to(readers).emit("news", Buffer.of(2), "with text");
    socket.emit("news", 3);
  });
}

/** Of those events that are answered late or not at all. */
function listen(socket) {
  const asked = new Set();
  const saved = new Set();
  socket.on("silence", () => {});
  // Each number is answered from the second time on that it comes.
  socket.on("save", (number, ack) => {
    if (asked.has(number)) ack(saved.add(number).size);
    asked.add(number);
  });
  socket.on("saved", (ack) => ack([...saved]));
  socket.on("cookies", (ack) => ack(socket.request.headers.cookie ?? ""));
}

/** Besides the session's: one of the handshake, and one that changes with each response. */
function setCookies(engine) {
  let count = 0;
  const add = (headers, cookie) => (headers["Set-Cookie"] ??= []).push(cookie);
  engine.on("initial_headers", (headers) => add(headers, "first=1; Path=/"));
  engine.on("headers", (headers) => add(headers, `turn=${++count}; Path=/`));
}
