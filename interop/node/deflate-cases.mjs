// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// Sections 12 and 13 of the Autobahn suite with npm's ws: node deflate-cases.mjs <url>, with an
// Engine.IO server that sends back what it gets.
import { WebSocket } from "ws";

const [url] = process.argv.slice(2);

/** Section 13: what the client asks for; section 12 is the first of them with all kinds of data. */
const offers = {
  "13.1": {},
  "13.2": { serverNoContextTakeover: true },
  "13.3": { serverMaxWindowBits: 9 },
  "13.4": { serverMaxWindowBits: 15 },
  "13.5": { serverNoContextTakeover: true, serverMaxWindowBits: 9 },
  "13.6": { serverNoContextTakeover: true, serverMaxWindowBits: 15 },
  "13.8": { clientNoContextTakeover: true, clientMaxWindowBits: 9 },
};

/** Each has as many bytes as asked for. */
const kinds = {
  "12.1": (size, n) => fill(size, (i) => `{"id":${i},"name":"user ${(i * n) % 97}","tags":["a","b"]},`),
  "12.2": (size, n) => Buffer.alloc(size).map((_, i) => (i * n) >> 6),
  "12.3": (size, n) => fill(size, (i) => `Über allen Gipfeln ist Ruh, ${i + n} `),
  "12.4": (size) => "x".repeat(size),
  "12.5": (size, n) => noise(size, n),
};

/** Sizes of messages and of their fragments (0: one frame). */
const shapes = [16, 64, 256, 1024, 4096, 8192, 16384, 32768, 65536, 131072].map((size) => [size, 0]);
for (const size of [8192, 16384, 32768, 65536, 131072]) shapes.push([size, 256]);
for (const fragment of [1024, 4096, 32768]) shapes.push([131072, fragment]);

let failed = 0;
for (const kind of Object.keys(kinds)) await play(kind, {}, kinds[kind]);
for (const offer of Object.keys(offers)) await play(offer, offers[offer], kinds["12.1"]);
process.exitCode = failed ? 1 : 0;

async function play(section, offer, make) {
  const perMessageDeflate = { threshold: 0, zlibDeflateOptions: { level: 1 }, ...offer };
  for (const [number, [size, fragment]] of shapes.entries()) {
    const socket = new WebSocket(`${url}/?EIO=4&transport=websocket`, { perMessageDeflate });
    await once(socket, "message"); // the handshake
    const count = size > 8192 ? 4 : 20;
    let ok = socket.extensions.startsWith("permessage-deflate");
    const echoes = collect(socket, count);
    const sent = [];
    for (let n = 1; n <= count; n++) {
      const data = make(size, n);
      sent.push(data);
      send(socket, data, fragment);
    }
    const received = await echoes;
    ok &&= received.every((message, i) => Buffer.compare(message, asMessage(sent[i])) === 0);
    socket.close();
    if (!ok) failed++;
    if (!ok || number === shapes.length - 1) {
      console.log(`${section}.${number + 1} ${ok ? "ok" : "FAILED"}: ${socket.extensions}`);
    }
  }
}

/** A text is an Engine.IO message, a blob one as it is. */
function asMessage(data) {
  return typeof data === "string" ? Buffer.from("4" + data) : data;
}

function send(socket, data, fragment) {
  const binary = typeof data !== "string";
  const bytes = asMessage(data);
  const step = fragment || bytes.length;
  for (let from = 0; from < bytes.length; from += step) {
    const fin = from + step >= bytes.length;
    socket.send(bytes.subarray(from, from + step), { binary, fin, compress: true });
  }
}

function once(socket, event) {
  return new Promise((resolve, reject) => {
    socket.once(event, resolve);
    socket.once("error", reject);
  });
}

function collect(socket, count) {
  const received = [];
  return new Promise((resolve) => {
    socket.on("message", (data) => received.push(data) === count && resolve(received));
    socket.on("close", () => resolve([...received, ...Array(count - received.length).fill(Buffer.of())]));
  });
}

function fill(size, next) {
  const parts = [];
  for (let i = 0, left = size; left > 0; i++) {
    const part = next(i);
    const length = Buffer.byteLength(part);
    parts.push(length <= left ? part : ".".repeat(left));
    left -= length;
  }
  return parts.join("");
}

/** Bytes that no compressor makes smaller, the same in each run. */
function noise(size, seed) {
  const bytes = Buffer.alloc(size);
  let state = seed;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}
