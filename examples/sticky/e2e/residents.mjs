// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import { createInterface } from "node:readline";
import { io } from "socket.io-client";
import { from } from "./addresses.mjs";

const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const once = (emitter, event) => new Promise((resolve) => emitter.once(event, resolve));

/** Asks whoever started this process to do something, and waits until it is done. */
export async function ask(what) {
  console.log(what);
  const { done } = await answers.next();
  if (done) {
    throw new Error("nobody answers");
  }
}

/** A client that stays, and comes back when it is thrown out. Every other one upgrades. */
export class Resident {
  /** The nodes that it has been on; the last one is where it is. */
  nodes = [];
  disconnects = 0;

  constructor(network, port, index, options) {
    this.upgrades = index % 2 === 1;
    this.socket = io(`http://${network}.1:${port}`, {
      withCredentials: true,
      transports: this.upgrades ? ["polling", "websocket"] : ["polling"],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 500,
      agent: from(network, index),
      ...options,
    });
    this.socket.on("disconnect", () => this.disconnects++);
    this.socket.on("welcome", ({ node }) => this.nodes.push(node));
  }

  get node() {
    return this.nodes.at(-1);
  }

  /** Waits until it is in, on the transport that it wants. */
  async settles() {
    await once(this.socket, "welcome");
    const engine = this.socket.io.engine;
    if (this.upgrades && engine.transport.name !== "websocket") {
      await once(engine, "upgrade");
    }
  }

  /** Waits until it is on another node. */
  async moves(from) {
    while (this.node === from) {
      await once(this.socket, "welcome");
    }
  }

  write = (id) => this.socket.emitWithAck("note", { id });
}
