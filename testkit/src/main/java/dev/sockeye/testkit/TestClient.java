// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.spi.Parser;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO client in memory, with which an application tests its listeners: it connects in one
 * line, and says what it has received.
 *
 * <pre>{@code
 * try (TestClient client = TestClient.connect(io.service(), "/chat", Map.of("token", "secret"))) {
 *   client.emit("say", "hello");
 *   assertThat(client.receive("said", String.class)).isEqualTo("hello");
 *   assertThat(client.emitWithAck("count").integer(0)).isEqualTo(1);
 * }
 * }</pre>
 *
 * <p>Whatever waits does so until the thing is there, without polling, and fails with an {@link
 * AssertionError} that names what came instead: at once if the client was disconnected, else when
 * its patience (10 s) is over. Events of the same name come in the order in which they were sent.
 * That something was <em>not</em> sent can be told once something later has come: see {@link
 * #unread()}.
 *
 * <p>It is connected before the server's listeners of connections have run, as over a network. What
 * they do for it is done once something has come that they send afterwards, or an answer.
 *
 * <p>Several clients of one test share a {@link TestHost}. Arguments are bound as the server binds
 * them, by the JSON library on the class path. Safe for use from any thread.
 */
public final class TestClient implements AutoCloseable {
  private final Protocol protocol;
  private final Inbox inbox;
  private final Duration patience;

  /** Closed together with this client; null if it has others. */
  private final @Nullable TestHost ownHost;

  private TestClient(Builder from) {
    this.inbox = new Inbox();
    this.patience = from.patience;
    this.ownHost = from.ownsHost ? from.host : null;
    Parser parser = from.parser != null ? from.parser : JsonParser.create();
    this.protocol = new Protocol(inbox, parser, from.namespace, from.auth);
  }

  /** Connects to the main namespace of a server. */
  public static TestClient connect(HttpService server) {
    return connect(server, "/", Map.of());
  }

  /**
   * Connects to a namespace of a server.
   *
   * @throws ConnectErrorException if the server refuses it
   */
  public static TestClient connect(HttpService server, String namespace) {
    return connect(server, namespace, Map.of());
  }

  /**
   * Connects to a namespace of a server and says who it is.
   *
   * @param auth what middleware sees as {@code handshake().auth()}
   * @throws ConnectErrorException if the server refuses it
   */
  public static TestClient connect(HttpService server, String namespace, Map<String, ?> auth) {
    Builder builder = TestHost.of(server).client().namespace(namespace).auth(auth);
    builder.ownsHost = true;
    return builder.connect();
  }

  // --- who it is

  /** The id of the server's socket. */
  public String id() {
    return await(protocol.connected(), "the connection");
  }

  /** The namespace. */
  public String namespace() {
    return protocol.namespace();
  }

  /** Whether neither side has ended it. */
  public boolean isConnected() {
    return !inbox.hasEnded();
  }

  // --- what it says

  /** Sends an event. It is lost if the client is disconnected. */
  public TestClient emit(String event, @Nullable Object... args) {
    protocol.send(Packet.event(namespace(), Packet.NO_ID, nameAnd(event, args)));
    return this;
  }

  /** Sends an event and waits for the answer. */
  public Args emitWithAck(String event, @Nullable Object... args) {
    return await(protocol.ask(nameAnd(event, args)), "answer to \"" + event + "\"");
  }

  private static List<@Nullable Object> nameAnd(String event, @Nullable Object... args) {
    List<@Nullable Object> all = new ArrayList<>(args.length + 1);
    all.add(event);
    all.addAll(Arrays.asList(args));
    return all;
  }

  /** Leaves the namespace, as {@code socket.disconnect()} of a client. */
  public void disconnect() {
    protocol.send(Packet.disconnect(namespace()));
    inbox.end("io client disconnect");
  }

  // --- what it hears

  /** Takes the next event of a name, waiting for it if need be. */
  public ReceivedEvent receive(String event) {
    return inbox.take(each -> each.name().equals(event), "\"" + event + "\"", patience);
  }

  /**
   * Takes the next event of a name and binds its first argument.
   *
   * @throws dev.sockeye.socketio.BindingException if it is absent, null, or doesn't fit the type
   */
  public <T> T receive(String event, Class<T> type) {
    return Objects.requireNonNull(receive(event).args().get(0, type), event);
  }

  /** As {@link #receive(String, Class)}, for a generic type. */
  public <T> T receive(String event, TypeReference<T> type) {
    return Objects.requireNonNull(receive(event).args().get(0, type), event);
  }

  /** Takes the next event, whatever its name. */
  public ReceivedEvent receive() {
    return inbox.take(event -> true, "event", patience);
  }

  /**
   * What has come so far and was not taken, in its order. What the server sent before something
   * that this client has received is among it.
   */
  public List<ReceivedEvent> unread() {
    return inbox.unread();
  }

  /**
   * Waits until the client is disconnected.
   *
   * @return the reason as a JavaScript client hears it: {@code io server disconnect}, {@code
   *     transport close}, {@code io client disconnect}
   */
  public String awaitDisconnect() {
    return inbox.awaitEnd(patience);
  }

  private <T> T await(CompletableFuture<T> future, String what) {
    try {
      return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ConnectErrorException refused) {
        throw refused;
      }
      throw new AssertionError("no " + what + ": the client was disconnected", e);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "no " + what + " within " + patience + "; unread: " + inbox.unread(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, e);
    }
  }

  /** Closes the connection, as a page that is left. */
  @Override
  public void close() {
    protocol.close();
    if (ownHost != null) {
      ownHost.close();
    }
  }

  /** What a client is to be before it connects. */
  public static final class Builder {
    private final TestHost host;
    private final Headers headers = Headers.create();
    private final StringBuilder query = new StringBuilder("EIO=4&transport=websocket");
    private String namespace = "/";
    private Map<String, ?> auth = Map.of();
    private Duration patience = Duration.ofSeconds(10);
    private boolean ownsHost;
    private @Nullable Parser parser;

    Builder(TestHost host) {
      this.host = host;
    }

    /** The namespace. Default the main one. */
    public Builder namespace(String name) {
      this.namespace = name.startsWith("/") ? name : "/" + name;
      return this;
    }

    /** What middleware sees as {@code handshake().auth()}. Default nothing. */
    public Builder auth(Map<String, ?> auth) {
      this.auth = Map.copyOf(auth);
      return this;
    }

    /** A header of the handshake, such as {@code Cookie}. */
    public Builder header(String name, String value) {
      headers.add(name, value);
      return this;
    }

    /** A parameter of the handshake's URL. */
    public Builder query(String name, String value) {
      query
          .append('&')
          .append(URLEncoder.encode(name, UTF_8))
          .append('=')
          .append(URLEncoder.encode(value, UTF_8));
      return this;
    }

    /** The parser, where the server has another than the default one. */
    public Builder parser(Parser parser) {
      this.parser = Objects.requireNonNull(parser, "parser");
      return this;
    }

    /** How long to wait for what should come. Default 10 s. */
    public Builder patience(Duration patience) {
      this.patience = Objects.requireNonNull(patience, "patience");
      return this;
    }

    /**
     * Connects.
     *
     * @throws ConnectErrorException if the server refuses
     */
    public TestClient connect() {
      TestClient client = new TestClient(this);
      LocalRequest request = new LocalRequest("GET", host.path(), query.toString(), headers.copy());
      host.open(request, client.protocol);
      boolean connected = false;
      try {
        client.id();
        connected = true;
        return client;
      } finally {
        if (!connected) {
          client.close();
        }
      }
    }
  }
}
