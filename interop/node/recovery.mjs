// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// npm's client when it loses its connection: node recovery.mjs <url> <transport> <client>. The
// server's side is RecoveryClientTest.java.
import { clients } from "./clients.mjs";
import { equal, next } from "./scenarios.mjs";

const [url, transport, name] = process.argv.slice(2);
const { io, options } = clients[name]();
const transports = transport === "upgrade" ? ["polling", "websocket"] : [transport];

/** What the server sends while nobody is there; each event ends with its offset. */
const MISSED = [[1], [Uint8Array.of(2), "with text"], [3]];

async function connect() {
  const socket = io(url, { ...options, transports, forceNew: true, reconnectionDelay: 200 });
  const news = [];
  socket.on("news", (...args) => news.push(args.slice(0, -1)));
  await next(socket, "connect");
  const { engine } = socket.io;
  if (transport === "upgrade" && engine.transport.name === "polling") await next(engine, "upgrade");
  return { socket, news };
}

/** Waits for what is still coming: the server may be telling it when the client is back. */
async function heard(socket, news, count) {
  while (news.length < count) await next(socket, "news");
  return news;
}

const scenarios = {
  async lostByTheServer() {
    const { socket, news } = await connect();
    const { id } = socket;
    equal(socket.recovered, false, "a new client has nothing to recover");
    socket.emit("news", 0);
    await next(socket, "news");
    socket.emit("cut");
    await next(socket, "disconnect");
    await next(socket, "connect");
    equal([socket.recovered, socket.id === id], [true, true], "the client is who it was");
    equal(await heard(socket, news, 4), [[0], ...MISSED], "what it missed comes in order, once");
    equal(await socket.emitWithAck("visits"), 2, "its data are there");
    socket.emit("news", 4);
    await next(socket, "news");
    equal(news, [[0], ...MISSED, [4]], "it is in its rooms");
    return socket;
  },

  async lostBeforeTheFirstEvent() {
    const { socket, news } = await connect();
    socket.emit("cut");
    await next(socket, "connect");
    equal(socket.recovered, true, "a client that never got an event is recovered, too");
    equal(await heard(socket, news, 3), MISSED, "and gets those that it missed");
    return socket;
  },

  async lostTwice() {
    const { socket, news } = await connect();
    for (const times of [1, 2]) {
      socket.emit("cut");
      await next(socket, "connect");
      equal([socket.recovered, (await heard(socket, news, 3 * times)).length], [true, 3 * times], `after loss ${times} nothing comes twice`);
    }
    return socket;
  },

  async lostByTheClient() {
    const { socket, news } = await connect();
    const { engine } = socket.io;
    // Nobody tells the server.
    if (transport === "polling") engine.transport.onError("the network is gone");
    else engine.transport.ws.terminate();
    await next(socket, "connect");
    equal(socket.recovered, true, "a loss that only the client knows of is recovered");
    equal(await heard(socket, news, 3), MISSED, "with what was missed");
    return socket;
  },

  async sentAway() {
    const { socket } = await connect();
    socket.emit("leave-me");
    await next(socket, "disconnect");
    socket.connect();
    await next(socket, "connect");
    equal(socket.recovered, false, "who was disconnected is somebody new");
    return socket;
  },
};

for (const [name, play] of Object.entries(scenarios)) {
  console.log(name);
  try {
    (await play()).disconnect();
  } catch (failure) {
    console.log(failure.message);
    process.exitCode = 1;
  }
}
// Those that failed would stay connected.
process.exit();
