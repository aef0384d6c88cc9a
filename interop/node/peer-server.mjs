// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

// The official server with the listeners of PeerServer.java: the scenarios are right if they pass here.
import { Server } from "socket.io";

/** @param options what is different from the official server's defaults */
export function servePeers(http, options) {
  const io = new Server(http, { maxHttpBufferSize: 100_000, allowEIO3: true, ...options });
  io.of("/guarded").use((socket, next) => {
    if (socket.handshake.auth.token === "secret") {
      next();
    } else {
      const refusal = new Error("not you");
      refusal.data = { hint: "ask for a token" };
      next(refusal);
    }
  });
  const dynamic = io.of(/^\/dynamic-\d+$/).on("connection", (socket) => {
    welcome(socket.nsp, socket);
    socket.on("which", (ack) => ack(socket.nsp.name.slice("/dynamic-".length)));
    socket.on("to-all-dynamic", (text) => dynamic.emit("heard", text));
  });
  io.of("/guarded-too").use((socket, next) => next(new Error("not you")));
  for (const name of ["/", "/custom", "/guarded"]) {
    io.of(name).on("connection", (socket) => welcome(io.of(name), socket));
  }
  return io;
}

function welcome(namespace, socket) {
  socket.emit("auth", socket.handshake.auth);
  socket.on("query", (name, ack) => ack(socket.handshake.query[name]));
  socket.on("echo", (...args) => socket.emit("echo", ...args));
  socket.on("echo-ack", (...args) => {
    const ack = args.pop();
    ack(...args);
  });
  socket.on("ask-me", async (...args) =>
    socket.emit("you-said", await socket.emitWithAck("question", ...args)),
  );
  socket.on("join", (room, ack) => ack(socket.join(room)));
  socket.on("leave", (room, ack) => ack(socket.leave(room)));
  socket.on("to-room", (room, text) => socket.to(room).emit("heard", text));
  socket.on("in-room", (room, text) => namespace.in(room).emit("heard", text));
  socket.on("to-others", (text) => socket.broadcast.emit("heard", text));
  socket.on("to-all", (...args) => namespace.emit("heard", ...args));
  socket.on("ask-room", (room, text, patience) =>
    namespace.in(room).timeout(patience).emit("question", text, (late, answers) =>
      socket.emit("answers", late !== null, answers.sort()),
    ),
  );
  socket.use(([event], next) => next(event === "forbidden" ? new Error("not allowed") : undefined));
  socket.on("error", (error) => socket.emit("refused", error.message));
  socket.on("message", (...args) => socket.send(...args));
  socket.on("watch", (ack) => {
    const seen = [];
    socket.onAny((event) => seen.push("in " + event));
    socket.onAnyOutgoing((event) => seen.push("out " + event));
    socket.on("watched", (answer) => answer(seen));
    ack();
  });
  socket.on("transport", (ack) => ack(socket.conn.transport.name));
  socket.on("cut", () => socket.conn.close());
  socket.on("leave-me", () => socket.disconnect());
}
