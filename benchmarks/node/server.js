// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official Socket.IO server as ./bench serves it: the same events as every other server of the benchmark.
// With tls=FILE (PKCS #12) it speaks TLS, with deflate it compresses. Prints «PORT n»; a line «gc» on its standard input is answered with «MEMORY heap direct» (bytes), its end ends the process.
const { readFileSync } = require("node:fs");
const { createServer } = require("node:http");
const https = require("node:https");
const { createInterface } = require("node:readline");
const { Server } = require("socket.io");

const keys = process.argv.find((argument) => argument.startsWith("tls="));
const http = keys ? https.createServer({ pfx: readFileSync(keys.slice(4)), passphrase: "benchmark" }) : createServer();
// The level and the threshold that every server has here; by default ws compresses at level 6.
const perMessageDeflate = process.argv.includes("deflate") && { threshold: 1024, zlibDeflateOptions: { level: 1 } };
const io = new Server(http, { serveClient: false, perMessageDeflate, httpCompression: false });

io.on("connection", (socket) => {
  // What the official guide on memory recommends: let the first HTTP request go.
  socket.conn.request = null;
  socket.on("echo", (message, ack) => ack(message));
  socket.on("typed", (message, ack) => ack(message));
  socket.on("blob", (bytes, ack) => ack(bytes));
  socket.on("join", (room, ack) => {
    socket.join(room);
    socket.data.room = room;
    ack();
  });
  socket.on("move", (message) => socket.to(socket.data.room).emit("move", message));
  socket.on("news", (message) => io.emit("news", message));
});

http.listen(0, "127.0.0.1", () => console.log(`PORT ${http.address().port}`));

createInterface({ input: process.stdin })
  .on("line", () => {
    for (let i = 0; i < 3; i++) global.gc();
    const { heapUsed, external } = process.memoryUsage();
    console.log(`MEMORY ${heapUsed} ${external}`);
  })
  .on("close", () => process.exit(0));
