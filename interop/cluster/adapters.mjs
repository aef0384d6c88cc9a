// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official adapters, each on connections of its own, which bear the node's name.
import { createAdapter as createPostgresAdapter } from "@socket.io/postgres-adapter";
import { createAdapter, createShardedAdapter } from "@socket.io/redis-adapter";
import { createAdapter as createStreamsAdapter } from "@socket.io/redis-streams-adapter";
import pg from "pg";
import { createClient, createCluster } from "redis";

const REDIS = {
  classic: {
    create: async (client, options) => createAdapter(client, await duplicate(client), options),
    isReady: (connections) => connections.some((each) => each.psub >= 1 && each.sub >= 3),
  },
  sharded: {
    create: async (client, options) => createShardedAdapter(client, await duplicate(client), options),
    isReady: (connections) => connections.some((each) => each.ssub >= 2),
  },
  streams: {
    create: async (client, options) => createStreamsAdapter(client, options),
    isReady: (connections) =>
      connections.some((each) => each.sub + each.ssub >= 2) && connections.some((each) => each.cmd === "xread"),
  },
};

/** The adapter, and what says when it hears the others. */
export async function open({ adapter, name, url, cluster, options }) {
  if (adapter === "postgres") {
    // One connection listens. With more than one other the adapter doesn't keep the order of what it sends.
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    pool.on("error", () => {});
    return { adapter: createPostgresAdapter(pool, options), ready: async () => {} };
  }
  const client = cluster
    ? createCluster({ rootNodes: cluster.map((port) => ({ url: `redis://127.0.0.1:${port}` })) })
    : createClient({ url, name });
  client.on("error", () => {});
  await client.connect();
  const { create, isReady } = REDIS[adapter];
  return {
    adapter: await create(client, options),
    ready: async () => {
      while (!cluster && !isReady(await connections(client, name))) {
        // each look is a round trip
      }
    },
  };
}

async function duplicate(client) {
  const other = client.duplicate();
  other.on("error", () => {});
  await other.connect();
  return other;
}

/** What the server says of the connections that bear a name. */
async function connections(client, name) {
  const lines = (await client.sendCommand(["CLIENT", "LIST"])).trim().split("\n");
  return lines
    .map((line) => Object.fromEntries(line.split(" ").map((pair) => pair.split(/=(.*)/s))))
    .filter((each) => each.name === name)
    .map((each) => ({ cmd: each.cmd, sub: +each.sub, psub: +each.psub, ssub: +(each.ssub ?? 0) }));
}
