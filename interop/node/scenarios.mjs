// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// What a client of the official kind does with a server, the same in Node.js and in a browser.
// The server's side is PeerServer.java.

/** The server's limit for one message or payload. */
const MAX_PAYLOAD = 100_000;

export class Peer {
  #client;
  #url;
  #transport;
  #extension;
  #sockets = [];

  /**
   * @param client its io function, the options for it, and roomInEcho where that isn't JSON's
   * @param transport polling, websocket, upgrade or, where the client can, jsonp
   * @param extension what WebSockets must have agreed on; nothing if it is not given
   */
  constructor(client, url, transport, extension = "") {
    this.#client = client;
    this.#url = url;
    this.#transport = transport;
    this.#extension = extension;
  }

  /** A client that isn't yet connected. */
  open(namespace = "/", options = {}) {
    return this.#kept(
      this.#client.io(this.#url + namespace, {
        transports: this.transports,
        forceJSONP: this.#transport === "jsonp",
        forceNew: true,
        reconnectionDelay: 10,
        perMessageDeflate: { threshold: 0 },
        ...this.#client.options,
        ...options,
      }),
    );
  }

  /** A client of another namespace on the connection of one. */
  beside(socket, namespace, options) {
    return this.#kept(socket.io.socket(namespace, options));
  }

  #kept(socket) {
    this.#sockets.push(socket);
    return socket;
  }

  /** A client that is connected, and has changed its transport if it will. */
  async connect(namespace, options) {
    const socket = this.open(namespace, options);
    await next(socket, "connect");
    await this.settled(socket);
    return socket;
  }

  async settled(socket) {
    const { engine } = socket.io;
    if (engine.transport.name !== this.lastTransport) {
      await next(engine, "upgrade");
    }
  }

  /** Whether compression was agreed on as it was to be. */
  isCompressedAsWanted(socket) {
    const { ws } = socket.io.engine.transport;
    return !ws || (this.#extension ? ws.extensions.startsWith(this.#extension) : ws.extensions === "");
  }

  get transports() {
    switch (this.#transport) {
      case "upgrade":
        return ["polling", "websocket"];
      case "jsonp":
        return ["polling"];
      default:
        return [this.#transport];
    }
  }

  get lastTransport() {
    return this.transports.at(-1);
  }

  /** How long a text may be for its echo to be of just the allowed size. */
  get roomInEcho() {
    return this.#client.roomInEcho?.(this.lastTransport, MAX_PAYLOAD) ?? MAX_PAYLOAD - '42["echo",""]'.length;
  }

  close() {
    this.#sockets.forEach((socket) => socket.disconnect());
  }
}

export const scenarios = {
  async auth(peer) {
    const socket = peer.open("/", { auth: { token: "abc", roles: ["a", "b"] } });
    const [auth] = await next(socket, "auth");
    equal(auth, { token: "abc", roles: ["a", "b"] }, "the server sees the auth payload");
    await peer.settled(socket);
    equal(socket.io.engine.transport.name, peer.lastTransport, "the transport is the wanted one");
  },

  async echo(peer) {
    const socket = await peer.connect();
    const args = [1, -2.5, "héllo \u{1f600} \u2028", true, null, { a: [{ b: {} }] }, []];
    socket.emit("echo", ...args);
    equal(await next(socket, "echo"), args, "arguments of each kind come back");
    socket.emit("echo");
    equal(await next(socket, "echo"), [], "no arguments come back as none");
  },

  async acks(peer) {
    const socket = await peer.connect();
    equal(await ask(socket, "echo-ack", { a: 1 }), { a: 1 }, "the server acknowledges");
    const replies = await Promise.all([1, 2, 3].map((n) => ask(socket, "echo-ack", n)));
    equal(replies, [1, 2, 3], "each ack finds its event");
    socket.once("question", (a, b, ack) => ack([b, a]));
    socket.emit("ask-me", "one", 2);
    equal(await next(socket, "you-said"), [[2, "one"]], "the client acknowledges");
  },

  async binary(peer) {
    const socket = await peer.connect();
    const args = [bytes(1, 2, 3), { deep: [bytes(), { deeper: bytes(255, 0) }] }, "text", bytes(7)];
    socket.emit("echo", ...args);
    equal(await next(socket, "echo"), args, "blobs come back from where they were");
    equal(await ask(socket, "echo-ack", args[1]), args[1], "the server acknowledges with blobs");
    socket.once("question", (blob, ack) => ack({ blob }));
    socket.emit("ask-me", args[0]);
    equal(await next(socket, "you-said"), [{ blob: args[0] }], "the client acknowledges with blobs");
  },

  async compression(peer) {
    const [socket, other] = [await peer.connect(), await peer.connect()];
    equal(peer.isCompressedAsWanted(socket), true, "messages are compressed if they should be");
    const heard = [socket, other].map(hearing);
    for (let round = 0; round < 3; round++) {
      const args = ["again and ".repeat(100 + round), bytes(...Array(2000).keys()), { ["k".repeat(50)]: round }];
      socket.emit("echo", ...args);
      equal(await next(socket, "echo"), args, "what repeats itself comes back");
      socket.emit("to-all", args[0], args[1]);
      await flush([socket, other]);
    }
    const texts = [0, 1, 2].map((round) => "again and ".repeat(100 + round));
    equal(heard, [texts, texts], "and reaches all");
  },

  async rooms(peer) {
    const [anna, ben, cleo] = await three(peer);
    const heard = [anna, ben, cleo].map(hearing);
    await ask(anna, "join", "room");
    await ask(ben, "join", "room");
    anna.emit("to-room", "room", "to");
    anna.emit("in-room", "room", "in");
    await flush([anna]);
    await ask(ben, "leave", "room");
    anna.emit("in-room", "room", "last");
    await flush([anna, ben, cleo]);
    equal(heard, [["in", "last"], ["to", "in"], []], "each member of the room hears what it should");
  },

  async broadcast(peer) {
    const [anna, ben, cleo] = await three(peer);
    const other = await peer.connect("/custom");
    const heard = [anna, ben, cleo, other].map(hearing);
    anna.emit("to-others", "others");
    await flush([anna]);
    ben.emit("to-all", "all", bytes(1, 2));
    await flush([ben, anna, cleo, other]);
    equal(heard, [["all"], ["others", "all"], ["others", "all"], []], "each hears what it should");
  },

  async namespaces(peer) {
    const custom = await peer.connect("/custom", { auth: { token: "abc" } });
    equal(await ask(custom, "echo-ack", 1), 1, "a namespace has its own listeners");
    const guarded = peer.beside(custom, "/guarded", { auth: { token: "secret" } });
    await next(guarded, "connect");
    equal(guarded.id !== custom.id, true, "two namespaces share a connection, not an id");
    custom.disconnect();
    equal(await ask(guarded, "echo-ack", 2), 2, "leaving one leaves the other alone");
  },

  async dynamic(peer) {
    const [seven, eight] = [await peer.connect("/dynamic-7"), await peer.connect("/dynamic-8")];
    equal(await ask(seven, "which"), "7", "a namespace comes into being when it is asked for");
    const heard = [seven, eight].map(hearing);
    seven.emit("to-all", "own");
    await flush([seven, eight]);
    seven.emit("to-all-dynamic", "each");
    await flush([seven, eight]);
    equal(heard, [["own", "each"], ["each"]], "the parent reaches all of them, a child only its own");
    const [refused] = await next(peer.open("/dynamic-x"), "connect_error");
    equal(refused.message, "Invalid namespace", "a name that doesn't match is refused");
  },

  async everybody(peer) {
    const [anna, ben, cleo] = await three(peer);
    for (const socket of [anna, ben, cleo]) await ask(socket, "join", "asked");
    anna.on("question", (text, ack) => ack("anna " + text));
    ben.on("question", (text, ack) => ack("ben " + text));
    anna.emit("ask-room", "asked", "?", 1_500);
    equal(await next(anna, "answers"), [true, ["anna ?", "ben ?"]], "who answers in time is heard");
    cleo.on("question", (text, ack) => ack("cleo " + text));
    anna.emit("ask-room", "asked", "!", 60_000);
    equal(await next(anna, "answers"), [false, ["anna !", "ben !", "cleo !"]], "all answers are heard");
  },

  async middleware(peer) {
    const socket = await peer.connect();
    socket.emit("forbidden");
    equal(await next(socket, "refused"), ["not allowed"], "a middleware drops an event");
    equal(await ask(socket, "echo-ack", 1), 1, "the others pass");
  },

  async watching(peer) {
    const socket = await peer.connect();
    await ask(socket, "watch");
    socket.send("a", 1);
    equal(await next(socket, "message"), ["a", 1], "send is an event like others");
    socket.emit("to-all", "x");
    await next(socket, "heard");
    equal(
      await ask(socket, "watched"),
      ["in message", "out message", "in to-all", "out heard", "in watched"],
      "all events are seen, both ways, answers are not",
    );
  },

  async refusal(peer) {
    const guarded = peer.open("/guarded", { auth: { token: "wrong" } });
    const [refused] = await next(guarded, "connect_error");
    equal([refused.message, refused.data], ["not you", { hint: "ask for a token" }], "a middleware refuses");
    guarded.auth = { token: "secret" };
    guarded.connect();
    await next(guarded, "connect");
    equal(await ask(guarded, "echo-ack", 1), 1, "the next try succeeds");
    const [unknown] = await next(peer.open("/nowhere"), "connect_error");
    equal(unknown.message, "Invalid namespace", "an unknown namespace is refused");
  },

  async disconnect(peer) {
    const socket = await peer.connect();
    socket.emit("leave-me");
    const [reason] = await next(socket, "disconnect");
    equal(reason, "io server disconnect", "the server disconnects the client");
    socket.connect();
    await next(socket, "connect");
    equal(await ask(socket, "echo-ack", 1), 1, "the client connects again");
  },

  async reconnect(peer) {
    const socket = await peer.connect();
    const { id } = socket;
    socket.emit("cut");
    const [reason] = await next(socket, "disconnect");
    equal(reason, "transport close", "the server closes the connection");
    const missed = ask(socket, "echo-ack", "kept");
    await next(socket, "connect");
    equal(socket.id !== id, true, "the client connects by itself, with a new id");
    equal(await missed, "kept", "what was sent meanwhile arrives");
  },

  async large(peer) {
    const [socket, other] = [await peer.connect(), await peer.connect()];
    const text = "x".repeat(peer.roomInEcho);
    socket.emit("echo", text);
    equal(await next(socket, "echo"), [text], "a message of just the allowed size passes");
    socket.emit("echo", text + "x");
    const [reason] = await next(socket, "disconnect");
    equal(reason.startsWith("transport "), true, "a message of one byte more ends the connection");
    equal(await ask(other, "echo-ack", 1), 1, "and nobody else's");
  },

  async order(peer) {
    const socket = peer.open();
    await next(socket, "auth");
    const received = [];
    socket.on("echo", (number) => received.push(number));
    let sent = 0;
    const sendSome = async () => {
      for (let i = 0; i < 50; i++) socket.emit("echo", sent++);
      await new Promise((turn) => setTimeout(turn)); // the transports work between the batches
    };
    while (socket.io.engine.transport.name !== peer.lastTransport || sent < 1000) await sendSome();
    for (const end = sent + 1000; sent < end; ) await sendSome();
    await flush([socket]);
    equal(received, [...Array(sent).keys()], "each message came back, once and in order");
  },
};

/** The answer to an event. Not emitWithAck, which older clients don't have. */
export function ask(socket, ...event) {
  return new Promise((resolve) => socket.emit(...event, resolve));
}

/** The arguments of the next event of a name. */
export function next(emitter, event) {
  return new Promise((resolve) => emitter.once(event, (...args) => resolve(args)));
}

/**
 * Returns when these sockets, the one that spoke last first, have all that was sent to them: an ack
 * comes after it.
 */
async function flush(sockets) {
  for (const socket of sockets) await ask(socket, "echo-ack", 0);
}

function three(peer) {
  return Promise.all([peer.connect(), peer.connect(), peer.connect()]);
}

function hearing(socket) {
  const heard = [];
  socket.on("heard", (text) => heard.push(text));
  return heard;
}

export function bytes(...values) {
  return Uint8Array.from(values);
}

export function equal(actual, expected, rule) {
  const [found, wanted] = [actual, expected].map((value) => JSON.stringify(plain(value)));
  if (found !== wanted) {
    throw new Error(`not so: ${rule}\n  expected ${wanted}\n  found    ${found}`);
  }
  console.log(`ok: ${rule}`);
}

/** Blobs, of whichever class, as arrays of numbers that no other value looks like. */
function plain(value) {
  if (value instanceof ArrayBuffer) return { blob: [...new Uint8Array(value)] };
  if (ArrayBuffer.isView(value)) return { blob: [...value] };
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
