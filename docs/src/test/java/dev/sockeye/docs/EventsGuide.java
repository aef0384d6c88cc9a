// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.time.Duration.ofSeconds;

import dev.sockeye.socketio.AnswerException;
import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The snippets of docs/events.md. */
final class EventsGuide {
  private EventsGuide() {}

  // tag::order[]
  record Order(String item, int count, LocalDate due) {}

  // end::order[]

  /** Where the page's orders go. */
  interface Store {
    CompletableFuture<Long> save(Order order);
  }

  static void emitting(Socket socket, byte[] image) {
    // tag::emit[]
    socket.emit("order", new Order("tea", 2, LocalDate.of(2026, 5, 1)));
    socket.emit("image", Map.of("name", "logo.png", "data", image));
    socket.emit("several", 1, "two", List.of(3, 4), null);
    // end::emit[]
  }

  static void listening(Socket socket, List<Object> heard) {
    // tag::on[]
    socket.on("stop", () -> heard.add("stop"));
    socket.on("order", Order.class, order -> heard.add(order.due()));
    socket.on("move", int.class, int.class, (x, y) -> heard.add(x + y));
    socket.on("orders", new TypeReference<List<Order>>() {}, orders -> heard.add(orders.size()));
    // end::on[]
    // tag::optional[]
    socket.on(
        "search",
        TypeReference.of(String.class),
        new TypeReference<Optional<Integer>>() {},
        (words, limit) -> heard.add(words + " " + limit.orElse(10)));
    // end::optional[]
    // tag::raw[]
    socket.on(
        "upload",
        (args, ack) -> {
          String name = args.string(0);
          byte[] data = args.bytes(1);
          heard.add(name + " has " + data.length + " bytes");
          ack.send("ok");
        });
    // end::raw[]
  }

  static void requests(Socket socket, Store store) {
    // tag::request[]
    socket.onRequest("add", int.class, int.class, (a, b) -> a + b);
    socket.onRequest("save", Order.class, order -> store.save(order)); // a CompletionStage
    // end::request[]
    // tag::failure[]
    socket.onRequest(
        "find",
        long.class,
        id -> {
          throw new AnswerException(Map.of("error", "no order " + id));
        });
    // end::failure[]
  }

  static void asking(Socket socket, List<Object> heard) {
    // tag::ask[]
    socket.on(
        "start",
        () -> {
          String name = socket.timeout(ofSeconds(10)).emitWithAck("name", String.class).join();
          heard.add(name);
        });
    // end::ask[]
  }

  static CompletableFuture<Integer> askingAll(SocketIoServer io, List<Object> heard) {
    // tag::askAll[]
    CompletableFuture<Integer> missing =
        io.timeout(ofSeconds(10))
            .emitForAnswers("vote", answer -> heard.add(answer.args().string(0)), "tea or coffee?");
    // end::askAll[]
    return missing;
  }

  static void once(Socket socket, List<Object> heard) {
    // tag::once[]
    socket.once("ready", String.class, heard::add);

    Subscription moves = socket.on("move", int.class, heard::add);
    socket.on("still", moves::cancel);

    socket.on("quiet", () -> socket.off("move"));
    // end::once[]
  }

  static void catchAll(Socket socket, List<Object> heard) {
    // tag::any[]
    socket.onAny(event -> heard.add("in " + event.name() + event.args().toList()));
    socket.onAnyOutgoing((event, args) -> heard.add("out " + event + args));
    // end::any[]
  }

  static void errors(Socket socket) {
    // tag::errors[]
    socket.onError((error, event) -> socket.emit("problem", event, error.getMessage()));
    // end::errors[]
  }

  static void ends(SocketIoServer io) {
    // tag::end[]
    io.onConnection(
        socket -> {
          socket.onDisconnecting(
              (reason, details) -> socket.to("lobby").emit("leaves", socket.id(), reason.text()));
          socket.onDisconnect((reason, details) -> io.emit("online", io.of("/").sockets().size()));
        });
    // end::end[]
  }
}
