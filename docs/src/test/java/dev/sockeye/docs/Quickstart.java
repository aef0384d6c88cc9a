package dev.sockeye.docs;

import dev.sockeye.socketio.server.SocketIoServer;

// tag::server[]
class Quickstart {
  public static void main(String[] args) {
    SocketIoServer io = SocketIoServer.create();
    io.onConnection(
        socket -> {
          socket.join("lobby");
          socket.on("chat", String.class, text -> io.to("lobby").emit("chat", text));
        });
    io.listen(3000);
  }
}
// end::server[]
