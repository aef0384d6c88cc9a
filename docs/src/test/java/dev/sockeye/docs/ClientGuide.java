// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.ClientProxy;
import dev.sockeye.engineio.client.ClientTls;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.client.NettyNetwork;
import dev.sockeye.engineio.client.TransportOptions;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.ConnectException;
import dev.sockeye.socketio.client.OfflinePolicy;
import dev.sockeye.socketio.client.SimpleClient;
import dev.sockeye.socketio.client.SocketIoClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The snippets of docs/client.md. */
final class ClientGuide {
  private ClientGuide() {}

  // tag::record[]
  record ChatMessage(String from, String text) {}

  // end::record[]

  static SocketIoClient connecting(String url, List<Object> heard) {
    // tag::connect[]
    SocketIoClient client = SocketIoClient.builder(url).build();
    ClientSocket socket = client.socket();
    socket.onConnect(() -> heard.add("connected"));
    socket.on("chat", ChatMessage.class, message -> heard.add(message.text()));
    socket.emit("chat", new ChatMessage("Ann", "hello"));
    // end::connect[]
    return client;
  }

  static String state(SocketIoClient client, ClientSocket socket) {
    // tag::state[]
    boolean connected = socket.isConnected();
    boolean active = socket.isActive(); // connected, or trying to be
    Optional<String> id = socket.id(); // another one after each connection that is not recovered
    Optional<Transport> transport = client.engine().map(EngineConnection::transport);
    // end::state[]
    return connected + " " + active + " " + id.isPresent() + " " + transport.orElse(null);
  }

  static void namespaces(SocketIoClient client) {
    // tag::namespaces[]
    ClientSocket admin = client.socket("/admin");
    ClientSocket same = client.socket("/admin"); // asked twice, it is the same one
    admin.disconnect(); // the connection stays for the others
    admin.connect();
    // end::namespaces[]
    if (same != admin) {
      throw new AssertionError();
    }
  }

  static SocketIoClient auth(String url, Supplier<String> token, List<Object> heard) {
    // tag::auth[]
    SocketIoClient client =
        SocketIoClient.builder(url)
            .auth(() -> Map.of("token", token.get())) // asked at each connection; may block
            .build();
    ClientSocket admin = client.socket("/admin", options -> options.auth(Map.of("token", "root")));
    // end::auth[]
    heard.add(admin.namespace());
    return client;
  }

  static void refusal(ClientSocket socket, List<Object> heard) {
    // tag::refusal[]
    socket.onConnectError(
        error -> {
          if (error.kind() == ConnectException.Kind.REFUSED) {
            heard.add(error.getMessage() + " " + error.data());
            socket.auth(Map.of("token", "secret"));
            socket.connect(); // a refused socket stays away until told to
          }
        });
    // end::refusal[]
  }

  static void unreachable(ClientSocket socket, List<Object> heard) {
    // tag::unreachable[]
    socket.onConnectError(
        error ->
            error
                .engine()
                .ifPresent(
                    failure -> {
                      heard.add(failure.transport() + " " + failure.phase());
                      heard.add(failure.httpStatus().orElse(0)); // 0: there was no answer
                      heard.add(failure.body().orElse(""));
                    }));
    // end::unreachable[]
  }

  static void listening(ClientSocket socket, List<Object> heard) {
    // tag::on[]
    socket.on("stop", () -> heard.add("stop"));
    socket.on("move", int.class, int.class, (x, y) -> heard.add(x + y));
    socket.on("raw", (args, ack) -> heard.add(args.string(0)));
    socket.once("ready", String.class, heard::add);
    socket.onAny((event, args, ack) -> heard.add("any " + event));
    socket.onAnyOutgoing((event, args) -> heard.add("out " + event));
    // end::on[]
  }

  static void acks(ClientSocket socket, List<Object> heard) {
    // tag::acks[]
    CompletableFuture<Integer> sum = socket.emitWithAck("add", Integer.class, 1, 2);
    sum.thenAccept(heard::add);

    socket.onRequest("name", () -> "Ann"); // what it returns answers the server
    // end::acks[]
  }

  static void answers(ClientSocket socket) {
    // tag::answers[]
    socket.on(
        "convert",
        (args, ack) -> {
          if (ack.isWanted()) {
            ack.send(args.string(0).strip(), args.bytes(1)); // now or later, from any thread
          }
        });
    // end::answers[]
  }

  static void timeouts(ClientSocket socket, List<Object> heard) {
    // tag::timeout[]
    socket
        .timeout(ofMillis(50))
        .emitWithAck("silence")
        .whenComplete((answer, late) -> heard.add(late.getClass().getSimpleName()));
    // end::timeout[]
  }

  static SocketIoClient retries(String url) {
    // tag::retries[]
    SocketIoClient client =
        SocketIoClient.builder(url).retries(3).ackTimeout(ofSeconds(10)).build();
    client.socket().emit("order", "tea"); // sent again until the server answers
    // end::retries[]
    return client;
  }

  static SocketIoClient offline(String url) {
    // tag::offline[]
    SocketIoClient client =
        SocketIoClient.builder(url)
            .autoConnect(false)
            .offline(
                OfflinePolicy.buffer()
                    .maxEvents(100)
                    .timeToLive(ofSeconds(30))
                    .overflow(OfflinePolicy.Overflow.DROP_OLDEST))
            .build();
    ClientSocket socket = client.socket();
    socket.emit("chat", "waits");
    socket.asVolatile().emit("position", 1, 2); // never waits: dropped
    int waiting = socket.sendBuffer().size(); // 1
    socket.clearSendBuffer();
    // end::offline[]
    if (waiting != 1) {
      throw new AssertionError(waiting);
    }
    return client;
  }

  static void volatiles(ClientSocket socket, int x, int y) {
    // tag::volatile[]
    socket.asVolatile().emit("position", x, y);
    // end::volatile[]
  }

  static SocketIoClient reconnection(String url, List<Object> heard) {
    // tag::reconnection[]
    SocketIoClient client =
        SocketIoClient.builder(url)
            .reconnectionDelay(ofMillis(100)) // then 200 ms, 400 ms…
            .reconnectionDelayMax(ofSeconds(5))
            .randomizationFactor(0.5)
            .build();
    client.onReconnectAttempt(attempt -> heard.add("attempt " + attempt));
    client.onReconnect(attempts -> heard.add("back"));
    client.onReconnectFailed(() -> heard.add("given up"));
    client.socket().onDisconnect((reason, details) -> heard.add(reason.text()));
    // end::reconnection[]
    return client;
  }

  static SocketIoClient moving(String url, String other, List<Object> heard) {
    // tag::uri[]
    AtomicReference<URI> server = new AtomicReference<>(URI.create(url));
    SocketIoClient client =
        SocketIoClient.builder(url)
            .uri(server::get) // asked at each connection
            .reconnectionDelay(ofMillis(100))
            .build();
    client.onReconnectAttempt(attempt -> server.set(URI.create(other)));
    client.onReconnect(attempts -> heard.add("back at port " + client.uri().port()));
    // end::uri[]
    return client;
  }

  static void details(ClientSocket socket, List<Object> heard) {
    // tag::details[]
    socket.onDisconnect(
        (reason, details) -> {
          if (details != null) { // null where one of both sides wanted it
            heard.add(reason.text() + ", " + details.description());
          }
        });
    // end::details[]
  }

  static void manager(SocketIoClient client, List<Object> heard) {
    // tag::manager[]
    client.onOpen(() -> heard.add("open"));
    client.onPacket(packet -> heard.add(packet.type()));
    client.onPing(() -> heard.add("ping"));
    client.onError(error -> heard.add(error.kind())); // it could not be opened
    client.onClose((reason, details) -> heard.add("closed"));
    CompletableFuture<Void> opened = client.openOnce(); // one attempt, and no others after it
    // end::manager[]
    opened.join();
  }

  static void recovery(ClientSocket socket, List<Object> heard) {
    // tag::recovery[]
    socket.onConnect(
        () -> heard.add(socket.isRecovered() ? "nothing was missed" : "ask for the state"));
    // end::recovery[]
  }

  static SocketIoClient transports(String url) {
    // tag::transports[]
    SocketIoClient client =
        SocketIoClient.builder(url)
            .transports(Transport.WEBSOCKET, Transport.POLLING)
            .tryAllTransports(true) // polling where WebSockets are stopped
            .transportOptions(
                Transport.POLLING,
                TransportOptions.none().extraHeaders(Headers.of("X-Poll", "yes")))
            .build();
    // end::transports[]
    return client;
  }

  static SocketIoClient wire(String url) {
    // tag::wire[]
    SocketIoClient client =
        SocketIoClient.builder(url)
            .rememberUpgrade(true) // begins with a WebSocket where the last one worked
            .perMessageDeflateThreshold(10_000) // what is shorter is not worth compressing
            .timestampParam("at") // keeps caches away from polls
            .forceBase64(true) // for proxies that spoil bytes
            .protocols("chat.v2", "chat.v1") // WebSocket subprotocols
            .build();
    // end::wire[]
    return client;
  }

  static SocketIoClient tls(String url, Path authority, Path chain, Path key) {
    // tag::tls[]
    SocketIoClient client =
        SocketIoClient.builder(url)
            .tls(ClientTls.builder().trust(authority).identity(chain, key).build())
            .build();
    // end::tls[]
    return client;
  }

  static SocketIoClient proxy(String url, String host, int port) {
    // tag::proxy[]
    SocketIoClient client =
        SocketIoClient.builder(url)
            .proxy(ClientProxy.http(host, port).login("ann", "secret"))
            .build();
    // end::proxy[]
    return client;
  }

  static SocketIoClient headers(String url, Supplier<String> token, List<Object> heard) {
    // tag::headers[]
    SocketIoClient client =
        SocketIoClient.builder(url)
            .extraHeaders(() -> Headers.of("Authorization", "Bearer " + token.get()))
            .query(Map.of("version", "2"))
            .onRequest(request -> request.headers().set("X-Transport", request.transport() + ""))
            .onResponse(response -> heard.add(response.status()))
            .build();
    // end::headers[]
    return client;
  }

  static void binary(ClientSocket socket, byte[] image, List<Object> heard) {
    // tag::binary[]
    socket.emit("image", Map.of("name", "logo.png", "data", image));
    socket.on("thumbnail", byte[].class, data -> heard.add(data.length));
    socket.compress(false).emit("image", image);
    // end::binary[]
  }

  static SocketIoClient parser(String url) {
    // tag::parser[]
    SocketIoClient client = SocketIoClient.builder(url).parser(MessagePackParser.create()).build();
    // end::parser[]
    return client;
  }

  static SocketIoClient dispatch(String url, ExecutorService executor, List<Object> heard) {
    // tag::dispatch[]
    SocketIoClient client =
        SocketIoClient.builder(url)
            .dispatch(Dispatch.on(executor))
            .onError((error, socket, event) -> heard.add(event + ": " + error.getMessage()))
            .build();
    // end::dispatch[]
    return client;
  }

  static int many(String url, int count) {
    // tag::many[]
    NettyNetwork network = NettyNetwork.builder().eventLoops(2).build();
    List<SocketIoClient> clients = new ArrayList<>();
    List<CompletableFuture<Args>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SocketIoClient client = SocketIoClient.builder(url).network(network).build();
      answers.add(client.socket().emitWithAck("hello", i));
      clients.add(client);
    }
    answers.forEach(CompletableFuture::join);
    clients.forEach(SocketIoClient::close);
    network.close().join(); // a network that was given is the application's to close
    // end::many[]
    return answers.stream().mapToInt(answer -> answer.join().integer(0)).sum();
  }

  static String simple(String url) throws InterruptedException, TimeoutException {
    // tag::simple[]
    try (SimpleClient client = SimpleClient.connect(url)) {
      int sum = client.call("add", 1, 2).integer(0);
      client.emit("hello", "world");
      SimpleClient.Event event = client.receive(ofSeconds(5));
      // end::simple[]
      return sum + " " + event.name();
    }
  }

  static void closing(SocketIoClient client) {
    // tag::close[]
    client.close(); // what was emitted still leaves; then threads and connections are gone
    // end::close[]
  }
}
