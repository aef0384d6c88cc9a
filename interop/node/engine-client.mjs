// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official Engine.IO client: node engine-client.mjs <url> <transport>, with a server that sends
// back what it gets.
import { Socket } from "engine.io-client";

const [url, transport] = process.argv.slice(2);
const transports = transport === "upgrade" ? ["polling", "websocket"] : [transport];
const socket = new Socket(url, { path: "/engine.io", transports });
socket.binaryType = "arraybuffer";

/** What is sent, and must come back; the second half once the transport has settled. */
const messages = [];
for (let number = 0; number < 1000; number++) {
  messages.push(number % 10 === 0 ? Uint8Array.of(number >> 8, number).buffer : `héllo ${number}`);
}

const received = [];
socket.on("message", (message) => {
  received.push(message);
  if (received.length === messages.length / 2) whenSettled(() => send(messages.length / 2));
  if (received.length === messages.length) socket.close();
});
socket.on("open", () => send(0));
socket.on("close", () => {
  const same = JSON.stringify(received.map(plain)) === JSON.stringify(messages.map(plain));
  const settled = socket.transport.name === transports.at(-1);
  console.log(`each of ${messages.length} messages came back, once and in order: ${same}`);
  console.log(`the transport is ${socket.transport.name}, the wanted one: ${settled}`);
  process.exitCode = same && settled ? 0 : 1;
});

function send(from) {
  messages.slice(from, from + messages.length / 2).forEach((message) => socket.send(message));
}

function whenSettled(action) {
  if (socket.transport.name === transports.at(-1)) action();
  else socket.once("upgrade", action);
}

function plain(message) {
  return typeof message === "string" ? message : [...new Uint8Array(message)];
}
