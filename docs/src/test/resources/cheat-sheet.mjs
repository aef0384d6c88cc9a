// The JavaScript of docs/coming-from-nodejs.md, run by cheat-sheet-run.mjs; CheatSheet.java is its translation.
export const sheet = (io, socket, socketId, log) => ({
  basic() {
    // tag::basic[]
    socket.emit("hello", 1, "2", { 3: "4" }, Buffer.from([5]));
    // end::basic[]
  },

  send() {
    // tag::send[]
    socket.send("hi"); // the event "message"
    // end::send[]
  },

  ack() {
    // tag::ack[]
    socket.emit("hello", "world", (name, age) => {
      log(name + " is " + age);
    });
    // end::ack[]
  },

  async ackPromise() {
    // tag::ackPromise[]
    const name = await socket.emitWithAck("hello", "world");
    log(name);
    // end::ackPromise[]
  },

  ackTimeout() {
    // tag::ackTimeout[]
    socket.timeout(5000).emit("hello", (err, name) => {
      log(err ? "no answer in time" : name);
    });
    // end::ackTimeout[]
  },

  async ackTimeoutPromise() {
    // tag::ackTimeoutPromise[]
    try {
      const name = await socket.timeout(5000).emitWithAck("hello");
      log(name);
    } catch (err) {
      log("no answer in time");
    }
    // end::ackTimeoutPromise[]
  },

  others() {
    // tag::others[]
    socket.broadcast.emit("hello");
    // end::others[]
  },

  othersInRoom() {
    // tag::othersInRoom[]
    socket.to("room1").emit("hello");
    // end::othersInRoom[]
  },

  othersInRooms() {
    // tag::othersInRooms[]
    socket.to(["room1", "room2"]).emit("hello");
    // end::othersInRooms[]
  },

  everybody() {
    // tag::everybody[]
    io.emit("hello");
    // end::everybody[]
  },

  room() {
    // tag::room[]
    io.in("room1").emit("hello");
    // end::room[]
  },

  roomExcept() {
    // tag::roomExcept[]
    io.to("room1").except("room3").emit("hello");
    // end::roomExcept[]
  },

  namespace() {
    // tag::namespace[]
    io.of("/myNamespace").emit("hello");
    // end::namespace[]
  },

  namespaceRoom() {
    // tag::namespaceRoom[]
    io.of("/myNamespace").to("room1").emit("hello");
    // end::namespaceRoom[]
  },

  privately() {
    // tag::privately[]
    io.to(socketId).emit("hello");
    // end::privately[]
  },

  thisNode() {
    // tag::thisNode[]
    io.local.emit("hello");
    // end::thisNode[]
  },

  answers() {
    // tag::answers[]
    io.timeout(5000).emit("hello", (err, names) => {
      log(err ? "some" : "all of " + names.sort().join());
    });
    // end::answers[]
  },

  async answersPromise() {
    // tag::answersPromise[]
    try {
      const names = await io.in("room1").timeout(5000).emitWithAck("hello");
      log(names.length + " answered");
    } catch (err) {
      log("only " + err.responses.length + " answered");
    }
    // end::answersPromise[]
  },

  droppable() {
    // tag::droppable[]
    socket.volatile.emit("hello");
    // end::droppable[]
  },

  uncompressed() {
    // tag::uncompressed[]
    socket.compress(false).emit("hello");
    // end::uncompressed[]
  },

  otherNodes() {
    // tag::otherNodes[]
    io.serverSideEmit("hello", "world");
    // end::otherNodes[]
  },

  otherNodesAnswer() {
    // tag::otherNodesAnswer[]
    io.serverSideEmit("hello", "world", (err, counts) => {
      counts.forEach((count) => log(count));
    });
    // end::otherNodesAnswer[]
  },

  async fetch() {
    // tag::fetch[]
    const sockets = await io.in("room1").fetchSockets();
    for (const each of sockets) {
      each.emit("hello", each.data.name);
    }
    // end::fetch[]
  },

  join() {
    // tag::join[]
    io.in("room2").socketsJoin("room4");
    // end::join[]
    io.to("room4").emit("hello");
  },

  leave() {
    // tag::leave[]
    io.in("room3").socketsLeave("room1");
    // end::leave[]
    io.to("room1").emit("hello");
  },

  disconnect() {
    // tag::disconnect[]
    io.in("room2").disconnectSockets();
    // end::disconnect[]
  },
});
