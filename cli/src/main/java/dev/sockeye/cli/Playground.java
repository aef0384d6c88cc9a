// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.server.IncomingEvent;
import dev.sockeye.socketio.server.Namespace;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code serve} answers, in every namespace; its help says which events it knows. */
final class Playground {
  private static final Pattern ALL = Pattern.compile("/.*");

  private final SocketIoServer io;

  Playground(SocketIoServer io) {
    this.io = io;
  }

  void open() {
    io.onConnection(Playground::welcome);
    io.of(ALL).onConnection(Playground::welcome);
  }

  private static void welcome(Socket socket) {
    socket.onAny(event -> onEvent(socket, event));
  }

  private static void onEvent(Socket socket, IncomingEvent event) {
    Args args = event.args();
    Ack ack = event.ack();
    switch (event.name()) {
      case "join" -> {
        socket.join(rooms(args));
        ack.send(new TreeSet<>(socket.rooms()));
      }
      case "leave" -> {
        socket.leave(rooms(args));
        ack.send(new TreeSet<>(socket.rooms()));
      }
      case "to" -> socket.namespace().to(args.string(0)).emit(args.string(1), from(args, 2));
      case "broadcast" -> socket.broadcast().emit(args.string(0), from(args, 1));
      case "whoami" -> ack.send(describe(socket));
      case "leave-me" -> socket.disconnect();
      default -> echo(socket, event.name(), args, ack);
    }
  }

  private static void echo(Socket socket, String event, Args args, Ack ack) {
    if (ack.isWanted()) {
      ack.send(from(args, 0));
    } else {
      socket.emit(event, from(args, 0));
    }
  }

  private static String[] rooms(Args args) {
    String[] rooms = new String[args.size()];
    for (int i = 0; i < rooms.length; i++) {
      rooms[i] = args.string(i);
    }
    return rooms;
  }

  private static @Nullable Object[] from(Args args, int first) {
    List<@Nullable Object> rest = new ArrayList<>();
    for (int i = first; i < args.size(); i++) {
      rest.add(args.raw(i));
    }
    return rest.toArray();
  }

  private static Map<String, Object> describe(Socket socket) {
    Namespace namespace = socket.namespace();
    Map<String, String> headers = new TreeMap<>();
    socket
        .handshake()
        .headers()
        .forEach((name, value) -> headers.merge(name, value, Playground::both));
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("id", socket.id());
    about.put("namespace", namespace.name());
    about.put("rooms", new TreeSet<>(socket.rooms()));
    about.put("transport", socket.conn().transport().wireName());
    about.put("address", socket.handshake().address());
    about.put("query", socket.handshake().query());
    about.put("auth", socket.handshake().auth());
    about.put("certificates", certificates(socket));
    about.put("headers", headers);
    return about;
  }

  /** Whom the client's certificates name, its own first. */
  private static List<String> certificates(Socket socket) {
    return socket.handshake().clientCertificates().stream()
        .map(each -> each.getSubjectX500Principal().getName())
        .toList();
  }

  private static String both(String one, String other) {
    return one + ", " + other;
  }
}
