// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// What a client of Socket.IO 2 does, with the same servers as scenarios.mjs.
import { ask, bytes, equal, next } from "./scenarios.mjs";

export const oldScenarios = {
  async query(peer) {
    const socket = peer.open("/", { query: { token: "abc" } });
    const [auth] = await next(socket, "auth");
    equal(auth, {}, "the main namespace is joined without an auth payload");
    equal(await ask(socket, "query", "token"), "abc", "the query is that of the handshake");
    await peer.settled(socket);
    equal(socket.io.engine.transport.name, peer.lastTransport, "the transport is the wanted one");
  },

  async echo(peer) {
    const socket = await peer.connect();
    const args = [1, -2.5, "héllo \u{1f600} \u2028 \\n \\ \n \" ' <b> &+%41", true, null, { a: [{ b: {} }] }, []];
    socket.emit("echo", ...args);
    equal(await next(socket, "echo"), args, "arguments of each kind come back");
    socket.emit("echo");
    equal(await next(socket, "echo"), [], "no arguments come back as none");
  },

  async acks(peer) {
    const socket = await peer.connect();
    const replies = await Promise.all([1, 2, 3].map((n) => ask(socket, "echo-ack", n)));
    equal(replies, [1, 2, 3], "each ack finds its event");
    socket.once("question", (a, b, ack) => ack([b, a]));
    socket.emit("ask-me", "one", 2);
    equal(await next(socket, "you-said"), [[2, "one"]], "the client acknowledges");
  },

  async binary(peer) {
    const socket = await peer.connect();
    // Of typed arrays these clients know only what they are made of.
    const blob = (...values) => bytes(...values).buffer;
    const args = [blob(1, 2, 3), { deep: [blob(), { deeper: blob(255, 0) }] }, "text", blob(7)];
    socket.emit("echo", ...args);
    equal(await next(socket, "echo"), args, "blobs come back from where they were");
    equal(await ask(socket, "echo-ack", args[1]), args[1], "the server acknowledges with blobs");
    socket.once("question", (value, ack) => ack({ value }));
    socket.emit("ask-me", args[0]);
    equal(await next(socket, "you-said"), [{ value: args[0] }], "the client acknowledges with blobs");
  },

  async namespaces(peer) {
    const main = await peer.connect();
    const custom = peer.beside(main, "/custom", { query: { token: "a b" } });
    const [auth] = await next(custom, "auth");
    equal(auth, { token: "a b" }, "the query of a namespace is its auth payload");
    equal(custom.id, `/custom#${main.id}`, "its id is that of the connection");
    equal(await ask(custom, "echo-ack", 1), 1, "a namespace has its own listeners");
    custom.disconnect();
    equal(await ask(main, "echo-ack", 2), 2, "leaving one leaves the other alone");
  },

  async refusal(peer) {
    const main = await peer.connect();
    const wrong = peer.beside(main, "/guarded", { query: { token: "wrong" } });
    equal(await next(wrong, "error"), [{ hint: "ask for a token" }], "a middleware refuses");
    const right = peer.beside(main, "/guarded-too", { query: { token: "wrong" } });
    equal(await next(right, "error"), ["not you"], "a refusal without data is its message");
    const nowhere = peer.beside(main, "/nowhere");
    equal(await next(nowhere, "error"), [{ message: "Invalid namespace" }], "an unknown one is refused");
    equal(await ask(main, "echo-ack", 1), 1, "the connection goes on");
  },

  async disconnect(peer) {
    const socket = await peer.connect();
    socket.emit("leave-me");
    const [reason] = await next(socket, "disconnect");
    equal(reason, "io server disconnect", "the server disconnects the client");
  },

  async reconnect(peer) {
    const socket = await peer.connect();
    const { id } = socket;
    socket.emit("cut");
    const [reason] = await next(socket, "disconnect");
    equal(reason, "transport close", "the server closes the connection");
    await next(socket, "connect");
    equal(socket.id !== id, true, "the client connects by itself, with a new id");
    equal(await ask(socket, "echo-ack", "again"), "again", "and goes on");
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
    await ask(socket, "echo-ack", 0);
    equal(received, [...Array(sent).keys()], "each message came back, once and in order");
  },
};
