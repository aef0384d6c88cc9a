// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The clients of npm, by the name that the tests have for them.
import { createRequire } from "node:module";
import { oldScenarios } from "./old-scenarios.mjs";
import { scenarios } from "./scenarios.mjs";

const require = createRequire(import.meta.url);

export const clients = {
  "socket.io-client 4": () => ({ io: require("socket.io-client").io, scenarios }),
  "socket.io-client 4 with msgpack": () => ({
    io: require("socket.io-client").io,
    options: { parser: require("socket.io-msgpack-parser") },
    roomInEcho: roomInPackedEcho,
    scenarios,
  }),
  "socket.io-client 3": () => ({ io: require("socket.io-client-3").io, scenarios }),
  "socket.io-client 2": () => ({ io: require("socket.io-client-2"), scenarios: oldScenarios }),
};

/** A packet of MessagePack goes as base64 over polling: "b", and 4 characters for 3 bytes. */
function roomInPackedEcho(transport, maxPayload) {
  const { Encoder } = require("socket.io-msgpack-parser");
  const echo = { type: 2, data: ["echo", "x".repeat(0x10000)], options: { compress: true }, nsp: "/" };
  const around = new Encoder().encode(echo)[0].length - 0x10000;
  return (transport === "polling" ? Math.floor((maxPayload - 1) / 4) * 3 : maxPayload) - around;
}
