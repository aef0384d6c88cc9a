// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/** A session that hears which node serves it, and has a few notes kept there. Runs on Node.js and in pages. */
export class Visit {
  static NOTES = 5;
  static PATIENCE = 60_000;

  /** @param options further options of the client */
  constructor(io, url, transport, options) {
    this.upgrades = transport === "upgrade";
    this.socket = io(url, {
      withCredentials: true,
      transports: this.upgrades ? ["polling", "websocket"] : ["polling"],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      ...options,
    });
    this.failure = new Promise((resolve, reject) => {
      this.socket.on("connect_error", (error) => reject(new Error(said(error.message, error))));
      this.socket.on("disconnect", (reason, details) => reject(new Error(said(reason, details))));
      this.timer = setTimeout(() => reject(new Error("takes too long")), Visit.PATIENCE);
    });
    this.failure.catch(() => {}); // whoever waits for something hears of it
  }

  /** Connects, and upgrades where that is wanted; the answer is the node's name. */
  enter() {
    return this.#unlessItFails(this.#enter());
  }

  async #enter() {
    const welcome = new Promise((resolve) => this.socket.once("welcome", resolve));
    this.socket.connect();
    const { node } = await welcome;
    if (this.upgrades) {
      await this.#upgrade();
    }
    return node;
  }

  #upgrade() {
    const engine = this.socket.io.engine;
    return new Promise((resolve, reject) => {
      engine.on("upgradeError", (error) => reject(new Error(said("upgrade", error))));
      engine.on("upgrade", resolve);
      if (engine.transport.name === "websocket") {
        resolve();
      }
    });
  }

  /** Has notes kept, one after the other; the answer is the names of the nodes that did. */
  async writes() {
    const nodes = new Set();
    for (let number = 0; number < Visit.NOTES; number++) {
      const kept = this.socket.emitWithAck("note", { id: `${this.socket.id}.${number}` });
      nodes.add((await this.#unlessItFails(kept)).node);
    }
    return [...nodes];
  }

  leave() {
    clearTimeout(this.timer);
    this.socket.close();
  }

  #unlessItFails(act) {
    return Promise.race([act, this.failure]);
  }
}

/** What went wrong, with the answer of the server if there is one. */
function said(reason, details) {
  const parts = [reason, details?.message, details?.description?.message ?? details?.description, details?.context?.responseText];
  return parts.filter((part) => part !== undefined && part !== "").join(": ");
}

/** Visits alone or together: those that follow the first come with what it has learnt. The answer is a line for each: node or problem. */
export async function together(visits) {
  const nodes = [];
  try {
    for (const visit of visits) {
      nodes.push(await visit.enter());
    }
    const keepers = await Promise.all(visits.map((visit) => visit.writes()));
    return keepers.map((names, i) => (names.join() === nodes[i] ? { node: nodes[i] } : { problem: `${nodes[i]} became ${names}` }));
  } catch (failure) {
    return visits.map(() => ({ problem: failure.message }));
  } finally {
    visits.forEach((visit) => visit.leave());
  }
}

/** What came of all visits. */
export function report(results) {
  const nodes = {};
  for (const { node } of results.filter((result) => result.node)) {
    nodes[node] = (nodes[node] ?? 0) + 1;
  }
  const problems = results.map((result) => result.problem).filter(Boolean);
  return { sessions: results.length, nodes, problems };
}
