// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

const PATIENCE = 3000;
const NAME = /^\S(.{0,22}\S)?$/;
const ROOM = /^[a-z]{1,12}$/;
const MAX_ID = 64;
const MAX_TEXT = 2000;

/** What people do: enter rooms, talk, and wave at each other, wherever the others are. The same as Chat.java. */
export function openChat(io, me, presence) {
  io.use((socket, next) => {
    const { name, room } = socket.handshake.auth;
    if (!matches(NAME, name)) {
      return next(new Error("A name has 1 to 24 characters."));
    }
    if (!matches(ROOM, room)) {
      return next(new Error("A room is named in 1 to 12 small letters."));
    }
    // What fetchSockets tells on all nodes.
    Object.assign(socket.data, { name, room, node: me.name });
    next();
  });

  io.on("connection", (socket) => {
    socket.on("enter", (room, answer) => {
      if (matches(ROOM, room)) {
        socket.leave(channel(socket.data.room));
        socket.join(channel(room));
        socket.data.room = room;
        presence.changed();
      }
      answer?.(socket.data.room);
    });

    socket.on("say", (say, answer) => {
      if (!isText(say?.id, MAX_ID) || !isText(say.text, MAX_TEXT)) {
        return;
      }
      const { name, room } = socket.data;
      const said = { id: say.id, author: name, node: me.name, room, text: say.text };
      io.to(channel(room)).emit("said", said);
      answer?.(said);
    });

    socket.on("wave", async (id, answer) => {
      const wave = { from: socket.data.name, node: me.name };
      const answers = await io.to(String(id)).timeout(PATIENCE).emitWithAck("wave", wave).catch(() => []);
      answer?.(answers[0] ?? { node: "" });
    });

    socket.on("disconnect", () => presence.changed());
    socket.emit("welcome", me);
    socket.join(channel(socket.data.room));
    presence.changed();
  });
}

/** The prefix keeps it apart from the rooms that bear the sockets' ids. */
const channel = (room) => `room:${room}`;

const matches = (pattern, value) => typeof value === "string" && pattern.test(value);
const isText = (value, max) => typeof value === "string" && value.trim() !== "" && value.length <= max;
