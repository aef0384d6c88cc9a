// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.netty.Tls;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.PacketType;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.socketio.client.ConnectException;
import dev.sockeye.socketio.client.SocketIoClient;
import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.Namespace;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/client.md says of its snippets. */
@Timeout(60)
class ClientGuideTest {
  /** What a snippet hears. */
  private final Heard heard = new Heard();

  /** What the server hears: the name of each event, and the first argument. */
  private final Heard arrived = new Heard();

  private final BlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
  private final List<SocketIoClient> clients = new ArrayList<>();
  private SocketIoServer io = server(SocketIoServer.builder());
  private Listening address = listen(io);

  /** A list that waits for what comes. */
  private static final class Heard extends AbstractList<Object> {
    private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();

    @Override
    public boolean add(Object value) {
      return queue.add(value);
    }

    @Override
    public Object get(int index) {
      return List.copyOf(queue).get(index);
    }

    @Override
    public int size() {
      return queue.size();
    }

    Object next() throws InterruptedException {
      return queue.poll(30, SECONDS);
    }
  }

  private SocketIoServer server(SocketIoServer.Builder options) {
    SocketIoServer server =
        options
            .drainTimeout(Duration.ofMillis(1))
            .connectionStateRecovery(RecoveryOptions.defaults())
            .build();
    server.of("/admin").onConnection(socket -> arrived.add(socket.handshake().auth()));
    Namespace guarded = server.of("/guarded");
    guarded.use(
        socket -> {
          if (!"secret".equals(socket.handshake().auth().get("token"))) {
            throw new ConnectionRefusedException("not you", Map.of("hint", "a token"));
          }
        });
    guarded.onConnection(socket -> arrived.add("in"));
    server.onConnection(this::listenTo);
    return server;
  }

  private void listenTo(Socket socket) {
    sockets.add(socket);
    socket.onAny(event -> arrived.add(event.name()));
    socket.on("chat", (args, ack) -> socket.emit("chat", args.raw(0)));
    socket.on("order", (args, ack) -> ack.send(true));
    socket.on(
        "hello",
        (args, ack) -> {
          socket.emit("welcome", args.raw(0));
          ack.send(args.raw(0));
        });
    socket.onRequest("add", int.class, int.class, (a, b) -> a + b);
  }

  private static Listening listen(SocketIoServer server) {
    return server.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Serves with other options instead. */
  private void serve(SocketIoServer.Builder options) {
    io.close().join();
    io = server(options);
    address = listen(io);
  }

  private String url() {
    return "http://localhost:" + address.port();
  }

  private SocketIoClient closing(SocketIoClient client) {
    clients.add(client);
    return client;
  }

  private ClientSocket plain() {
    return closing(SocketIoClient.builder(url()).build()).socket();
  }

  private Socket other() throws InterruptedException {
    return sockets.poll(30, SECONDS);
  }

  @AfterEach
  void close() {
    clients.forEach(SocketIoClient::close);
    io.close().join();
  }

  @Test
  void aRecordIsSentAndHeard() throws InterruptedException {
    closing(ClientGuide.connecting(url(), heard));
    assertThat(heard.next()).isEqualTo("connected");
    assertThat(heard.next()).isEqualTo("hello");
  }

  @Test
  void aSocketTellsItsState() {
    CountDownLatch looked = new CountDownLatch(1);
    io.use(socket -> looked.await()); // nobody is let in before
    ClientSocket socket = plain();
    SocketIoClient client = clients.get(0);
    assertThat(ClientGuide.state(client, socket)).startsWith("false true false");
    looked.countDown();
    socket.emitWithAck("add", 1, 2).join();
    assertThat(ClientGuide.state(client, socket)).matches("true true true (POLLING|WEBSOCKET)");
  }

  @Test
  void askedTwiceANamespaceIsTheSameSocket() throws InterruptedException {
    ClientGuide.namespaces(closing(SocketIoClient.builder(url()).build()));
    assertThat(arrived.next()).isEqualTo(Map.of());
  }

  @Test
  void eachNamespaceMayHaveCredentialsOfItsOwn() throws InterruptedException {
    SocketIoClient client = closing(ClientGuide.auth(url(), () -> "123", heard));
    assertThat(heard.next()).isEqualTo("/admin");
    assertThat(arrived.next()).isEqualTo(Map.of("token", "root"));
    client.socket();
    assertThat(other().handshake().auth()).isEqualTo(Map.of("token", "123"));
  }

  @Test
  void aRefusalSaysWhyAndTheSocketMayAskAgain() throws InterruptedException {
    SocketIoClient client = closing(SocketIoClient.builder(url()).autoConnect(false).build());
    ClientSocket socket = client.socket("/guarded");
    ClientGuide.refusal(socket, heard);
    socket.connect();
    assertThat(heard.next()).isEqualTo("not you {hint=a token}");
    assertThat(arrived.next()).isEqualTo("in");
  }

  @Test
  void whoCanNotConnectLearnsWhatTheServerSaid() throws InterruptedException {
    SocketIoClient client =
        closing(
            SocketIoClient.builder(url())
                .path("/elsewhere")
                .autoConnect(false)
                .reconnection(false)
                .build());
    ClientGuide.unreachable(client.socket(), heard);
    client.socket().connect();
    assertThat(heard.next()).isEqualTo("POLLING OPENING");
    assertThat(heard.next()).isEqualTo(404);
  }

  @Test
  void listenersHearWhatTheyAskedFor() throws InterruptedException {
    ClientGuide.listening(plain(), heard);
    Socket server = other();
    server.emit("move", 1, 2);
    assertThat(heard.next()).isEqualTo("any move");
    assertThat(heard.next()).isEqualTo(3);
    server.emit("raw", "args");
    assertThat(heard.next()).isEqualTo("any raw");
    assertThat(heard.next()).isEqualTo("args");
    server.emit("ready", "first");
    server.emit("ready", "second");
    server.emit("stop");
    assertThat(heard.next()).isEqualTo("any ready");
    assertThat(heard.next()).isEqualTo("first");
    assertThat(heard.next()).isEqualTo("any ready");
    assertThat(heard.next()).isEqualTo("any stop");
    assertThat(heard.next()).isEqualTo("stop");
  }

  @Test
  void bothSidesAskAndAnswer() throws InterruptedException {
    ClientGuide.acks(plain(), heard);
    assertThat(heard.next()).isEqualTo(3);
    assertThat(other().emitWithAck("name").join().string(0)).isEqualTo("Ann");
  }

  @Test
  void anAnswerMayHaveSeveralArguments() throws InterruptedException {
    ClientGuide.answers(plain());
    Args answer = other().emitWithAck("convert", " text ", new byte[] {1}).join();
    assertThat(answer.string(0)).isEqualTo("text");
    assertThat(answer.bytes(1)).containsExactly(1);
  }

  @Test
  void whoeverGetsNoAnswerLearnsIt() throws InterruptedException {
    ClientSocket socket = plain();
    other();
    ClientGuide.timeouts(socket, heard);
    assertThat(heard.next()).isEqualTo("AckTimeoutException");
  }

  @Test
  void anOrderArrives() throws InterruptedException {
    closing(ClientGuide.retries(url()));
    assertThat(arrived.next()).isEqualTo("order");
  }

  @Test
  void whatIsEmittedOfflineWaitsUnlessItIsVolatile() {
    closing(ClientGuide.offline(url()));
  }

  @Test
  void aVolatileEventArrivesWhereTheConnectionTakesIt() throws InterruptedException {
    SocketIoClient client =
        closing(SocketIoClient.builder(url()).transports(Transport.WEBSOCKET).build());
    ClientSocket socket = client.socket();
    socket.emitWithAck("add", 1, 2).join();
    arrived.next();
    EngineConnection engine = client.engine().orElseThrow();
    while (!engine.isWritable()) {
      Thread.onSpinWait(); // the question is still on its way out
    }
    ClientGuide.volatiles(socket, 1, 2);
    assertThat(arrived.next()).isEqualTo("position");
  }

  @Test
  void aDisconnectionHasDetails() throws InterruptedException {
    ClientGuide.details(plain(), heard);
    other().conn().close();
    assertThat(heard.next()).asString().startsWith("transport close, ");
  }

  @Test
  void aClientTellsOfItsConnection() throws InterruptedException {
    SocketIoClient client = closing(SocketIoClient.builder(url()).autoConnect(false).build());
    ClientGuide.manager(client, heard);
    client.socket().connect();
    other().conn().close();
    assertThat(heard.next()).isEqualTo("open");
    assertThat(heard.next()).isEqualTo(PacketType.CONNECT);
    assertThat(heard.next()).isEqualTo("closed");
  }

  @Test
  void aLossIsFollowedByAnAttempt() throws InterruptedException {
    closing(ClientGuide.reconnection(url(), heard));
    other().conn().close();
    assertThat(heard.next()).isEqualTo("transport close");
    assertThat(heard.next()).isEqualTo("attempt 1");
    assertThat(heard.next()).isEqualTo("back");
  }

  @Test
  void anAttemptGoesToAnotherServer() throws InterruptedException {
    Listening second = listen(io);
    closing(ClientGuide.moving(url(), "http://localhost:" + second.port(), heard)).socket();
    other().conn().close();
    assertThat(heard.next()).isEqualTo("back at port " + second.port());
  }

  @Test
  void aShortLossIsRecovered() throws InterruptedException {
    SocketIoClient client =
        closing(SocketIoClient.builder(url()).reconnectionDelay(Duration.ofMillis(1)).build());
    ClientGuide.recovery(client.socket(), heard);
    assertThat(heard.next()).isEqualTo("ask for the state");
    other().conn().close();
    assertThat(heard.next()).isEqualTo("nothing was missed");
  }

  @Test
  void theFirstTransportIsTheFirstOfTheList() throws InterruptedException {
    SocketIoClient client = closing(ClientGuide.transports(url()));
    client.socket();
    other();
    assertThat(client.engine().map(EngineConnection::transport)).contains(Transport.WEBSOCKET);
  }

  @Test
  void whereWebSocketsAreStoppedPollingIsTried() throws InterruptedException {
    serve(SocketIoServer.builder().transports(Transport.POLLING));
    SocketIoClient client = closing(ClientGuide.transports(url()));
    client.socket();
    assertThat(other().handshake().header("X-Poll")).contains("yes");
    assertThat(client.engine().map(EngineConnection::transport)).contains(Transport.POLLING);
  }

  @Test
  void theWireHasOptions() throws InterruptedException {
    SocketIoClient client = closing(ClientGuide.wire(url()));
    client.socket();
    assertThat(other().handshake().query()).containsKey("at");
    client.socket().emit("hello", new byte[] {1});
    assertThat(arrived.next()).isEqualTo("hello");
  }

  @Test
  void aKeyAndAnAuthorityOfOnesOwnWork(@TempDir Path folder) throws Exception {
    PemFiles pem = PemFiles.make(folder, "localhost");
    try (Listening secure =
        NettyHost.builder()
            .service(io.service())
            .tls(Tls.pem(pem.certificate(), pem.key()))
            .address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .start()) {
      String url = "https://localhost:" + secure.port();
      closing(ClientGuide.tls(url, pem.certificate(), pem.certificate(), pem.key())).socket();
      assertThat(other().handshake().isSecure()).isTrue();
    }
  }

  @Test
  void theProxyIsAskedForTheServer() throws IOException {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closing(ClientGuide.proxy(url(), "localhost", proxy.getLocalPort())).socket();
      try (java.net.Socket asked = proxy.accept()) {
        BufferedReader request =
            new BufferedReader(new InputStreamReader(asked.getInputStream(), US_ASCII));
        assertThat(request.readLine())
            .isEqualTo("CONNECT localhost:" + address.port() + " HTTP/1.1");
      }
    }
  }

  @Test
  void requestsCarryHeadersAndTheQuery() throws InterruptedException {
    closing(ClientGuide.headers(url(), () -> "123", heard)).socket();
    Socket socket = other();
    assertThat(socket.handshake().header("Authorization")).contains("Bearer 123");
    assertThat(socket.handshake().header("X-Transport")).isPresent();
    assertThat(socket.handshake().query()).containsEntry("version", "2");
    assertThat(heard.next()).isEqualTo(200);
  }

  @Test
  void binaryGoesAnywhere() throws InterruptedException {
    ClientGuide.binary(plain(), new byte[] {1, 2, 3}, heard);
    assertThat(arrived.next()).isEqualTo("image");
    other().emit("thumbnail", new byte[5]);
    assertThat(heard.next()).isEqualTo(5);
  }

  @Test
  void bothMustSpeakMessagePack() throws InterruptedException {
    serve(SocketIoServer.builder().parser(MessagePackParser.create()));
    ClientSocket packed = closing(ClientGuide.parser(url())).socket();
    assertThat(packed.emitWithAck("add", Integer.class, 1, 2).join()).isEqualTo(3);
    SocketIoClient json =
        closing(SocketIoClient.builder(url()).autoConnect(false).reconnection(false).build());
    json.socket().onConnectError(error -> heard.add(error.kind()));
    json.socket().connect();
    assertThat(heard.next()).isEqualTo(ConnectException.Kind.TRANSPORT);
  }

  @Test
  void whatAListenerThrowsIsReported() throws InterruptedException {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      SocketIoClient client = closing(ClientGuide.dispatch(url(), executor, heard));
      client
          .socket()
          .on(
              "boom",
              () -> {
                throw new IllegalStateException("oh");
              });
      other().emit("boom");
      assertThat(heard.next()).isEqualTo("boom: oh");
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void manyClientsShareANetwork() {
    assertThat(ClientGuide.many(url(), 20)).isEqualTo(190);
    assertThat(arrived).hasSize(20).containsOnly("hello");
  }

  @Test
  void aScriptNeedsNoListeners() throws Exception {
    assertThat(ClientGuide.simple(url())).isEqualTo("3 welcome");
  }

  @Test
  void aClosedClientHasSentAllAndOpensNothingMore() throws InterruptedException {
    ClientSocket socket = plain();
    socket.emitWithAck("add", 1, 2).join();
    arrived.next();
    other().onDisconnect((reason, details) -> arrived.add(reason.text()));
    socket.emit("last", new byte[100_000]);
    ClientGuide.closing(clients.get(0));
    assertThat(arrived.next()).isEqualTo("last");
    assertThat(arrived.next()).isEqualTo("client namespace disconnect");
    assertThat(clients.get(0).engine()).isEmpty();
    assertThatIllegalStateException().isThrownBy(socket::connect);
  }
}
