// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// An official emitter, driven by JSON lines (see lines.mjs): {"adapter":"classic|postgres","url":"…","options":{…}}
import { Emitter as PostgresEmitter } from "@socket.io/postgres-emitter";
import { Emitter as RedisEmitter } from "@socket.io/redis-emitter";
import pg from "pg";
import { createClient } from "redis";
import { obey, say } from "./lines.mjs";

const { adapter, url, options } = JSON.parse(process.argv[2]);

async function open() {
  if (adapter === "postgres") {
    return new PostgresEmitter(new pg.Pool({ connectionString: url }), options);
  }
  const client = createClient({ url });
  await client.connect();
  return new RedisEmitter(client, options);
}

const emitter = await open();
say({ ready: true });

function operator({ nsp, rooms = [], except = [], flags = {} }) {
  let chosen = (nsp ? emitter.of(nsp) : emitter).to(rooms).except(except);
  chosen = flags.volatile ? chosen.volatile : chosen;
  return flags.compress === undefined ? chosen : chosen.compress(flags.compress);
}

obey({
  emit: (options) => void operator(options).emit(...options.args),
  socketsJoin: (options) => void operator(options).socketsJoin(options.to),
  socketsLeave: (options) => void operator(options).socketsLeave(options.from),
  disconnectSockets: (options) => void operator(options).disconnectSockets(options.close),
  serverSideEmit: ({ nsp, args }) => void (nsp ? emitter.of(nsp) : emitter).serverSideEmit(...args),
});
