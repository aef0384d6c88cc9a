// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// A node of an official cluster, driven by JSON lines (see lines.mjs). Its one argument is JSON:
//   {"adapter":"classic|sharded|streams|postgres","name":"n1","url":"redis://…","options":{…},"namespaces":["/"],"recovery":false}
// It says {"port":…} when it hears the other nodes, then {"heard":[event,…args]} for each event of another server, which it
// answers with "<name> heard <event>" where an answer is wanted.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { open } from "./adapters.mjs";
import { obey, say } from "./lines.mjs";

const config = JSON.parse(process.argv[2]);
const { adapter, ready } = await open(config);
const http = createServer();
const io = new Server(http, {
  adapter,
  connectionStateRecovery: config.recovery ? {} : undefined,
  pingInterval: config.pingInterval ?? 25_000,
  pingTimeout: config.pingTimeout ?? 20_000,
});
for (const name of config.namespaces ?? ["/"]) {
  const namespace = io.of(name);
  namespace.on("connection", (socket) => {
    if (!socket.recovered) {
      socket.data.home = config.name;
    }
  });
  for (const event of ["news", "question"]) {
    namespace.on(event, (...args) => {
      const ack = typeof args.at(-1) === "function" ? args.pop() : undefined;
      say({ heard: [event, ...args] });
      ack?.(`${config.name} heard ${event}`);
    });
  }
}
await ready();
http.listen(0, "127.0.0.1", () => say({ port: http.address().port }));

/** Whom a command means: {"nsp":"/","rooms":[…],"except":[…],"flags":{"local":true,"volatile":true,"compress":false}} */
function operator({ nsp = "/", rooms = [], except = [], flags = {} }) {
  let chosen = io.of(nsp).in(rooms).except(except);
  chosen = flags.local ? chosen.local : chosen;
  chosen = flags.volatile ? chosen.volatile : chosen;
  return flags.compress === undefined ? chosen : chosen.compress(flags.compress);
}

function socket({ nsp = "/", sid }) {
  return io.of(nsp).sockets.get(sid);
}

function describe({ id, rooms, data, handshake }) {
  return { id, rooms: [...rooms], data, handshake };
}

obey({
  emit: (options) => void operator(options).emit(...options.args),
  ask: (options) =>
    new Promise((resolve) =>
      operator(options)
        .timeout(options.timeout)
        .emit(...options.args, (error, answers) => resolve({ answers, error: error?.message ?? null })),
    ),
  fetchSockets: async (options) => (await operator(options).fetchSockets()).map(describe),
  socketsJoin: (options) => void operator(options).socketsJoin(options.to),
  socketsLeave: (options) => void operator(options).socketsLeave(options.from),
  disconnectSockets: (options) => void operator(options).disconnectSockets(options.close),
  serverSideEmit: ({ nsp = "/", args }) => void io.of(nsp).serverSideEmit(...args),
  serverSideAsk: ({ nsp = "/", args }) =>
    new Promise((resolve) =>
      io.of(nsp).serverSideEmit(...args, (error, answers) => resolve({ answers, error: error?.message ?? null })),
    ),
  serverCount: ({ nsp = "/" }) => io.of(nsp).adapter.serverCount(),
  allRooms: async ({ nsp = "/" }) => [...(await io.of(nsp).adapter.allRooms())],
  join: (options) => void socket(options).join(options.rooms),
  leave: (options) => void options.rooms.forEach((room) => socket(options).leave(room)),
  rooms: (options) => [...(socket(options)?.rooms ?? [])],
  data: (options) => void Object.assign(socket(options).data, options.data),
  socketEmit: (options) => void socket(options).emit(...options.args),
  recovered: (options) => socket(options).recovered,
  cut: (options) => void socket(options).conn.close(),
  sockets: ({ nsp = "/" }) => [...io.of(nsp).sockets.keys()],
  close: () => io.close(),
});
