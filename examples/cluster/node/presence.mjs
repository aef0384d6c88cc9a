// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Tells the pages of this node who is on which node. Whenever that changes, the node where it does says so to the others, and
 * each asks the cluster and tells its own pages. The same as Presence.java.
 */
export class Presence {
  #io;
  #me;
  #asking = false;
  #stale = false; // whether something has changed since that began
  #nodes = 0; // how many there were when the pages were told; 0 if that failed

  constructor(io, me) {
    this.#io = io;
    this.#me = me;
    io.on("changed", () => this.#refresh());
    io.on("who", (answer) => answer(me));
  }

  /** Something has changed on this node. */
  changed() {
    this.#io.serverSideEmit("changed");
    this.#refresh();
  }

  /** A node that crashes doesn't say so, but is counted no more: to be called now and then. */
  async count() {
    const count = await this.#io.of("/").adapter.serverCount().catch(() => 0);
    if (count !== this.#nodes) {
      this.#refresh();
    }
  }

  async #refresh() {
    this.#stale = true;
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    while (this.#stale) {
      this.#stale = false;
      try {
        const nodes = await this.#view();
        this.#io.local.emit("presence", nodes);
        this.#nodes = nodes.length;
      } catch {
        this.#nodes = 0; // a node died meanwhile
      }
    }
    this.#asking = false;
  }

  async #view() {
    const [others, sockets] = await Promise.all([this.#io.serverSideEmitWithAck("who"), this.#io.fetchSockets()]);
    const users = (node) =>
      sockets
        .filter(({ data }) => data.node === node.name)
        .map(({ id, data }) => ({ id, name: data.name, room: data.room }))
        .sort((one, other) => order(one.name, other.name) || order(one.id, other.id));
    return [this.#me, ...others].sort((one, other) => order(one.name, other.name)).map((node) => ({ ...node, users: users(node) }));
  }
}

const order = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
