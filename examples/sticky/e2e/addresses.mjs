// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// All of 127.0.0.0/8 is this machine: enough addresses for as many clients as one likes.
import { Agent } from "node:http";
import { connect, createServer } from "node:net";

const address = (network, index) => `${network}.${100 + (index % 100)}`;

/** What makes a client on Node.js come from an address of its own. */
export function from(network, index) {
  return new Agent({ keepAlive: true, localAddress: address(network, index) });
}

/** A home with an address of its own, of which nothing is seen from outside but that: a browser there connects to <network>.<11 + index>. */
export function home(network, index, port) {
  const inside = `${network}.${11 + index}`;
  const router = createServer((client) => {
    const server = connect({ host: `${network}.1`, port, localAddress: address(network, index) });
    client.pipe(server).pipe(client);
    client.on("error", () => server.destroy()).on("close", () => server.destroy());
    server.on("error", () => client.destroy()).on("close", () => client.destroy());
  });
  return new Promise((resolve, reject) => router.once("error", reject).listen(port, inside, () => resolve(inside)));
}
