// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.server.BroadcastOperator;
import dev.sockeye.socketio.server.SocketIoServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Our server, with an adapter that has been started. */
final class JavaNode implements ClusterNode {
  private static final int PATIENCE_SECONDS = 30;

  private final String name;
  private final SocketIoServer io;
  private final Listening server;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final BlockingQueue<List<Object>> heard = new LinkedBlockingQueue<>();

  JavaNode(String name, AdapterFactory adapter) {
    this(name, adapter, false);
  }

  /**
   * @param recovers whether clients that lose their connection may come back
   */
  JavaNode(String name, AdapterFactory adapter, boolean recovers) {
    this.name = name;
    SocketIoServer.Builder builder = SocketIoServer.builder().adapter(watched(adapter));
    if (recovers) {
      builder.connectionStateRecovery(RecoveryOptions.defaults());
    }
    this.io = builder.build();
    // Before the client hears that it is connected: then others may ask for it at once.
    io.use(socket -> socket.data().putIfAbsent("home", name));
    for (String event : List.of("news", "question")) {
      io.of("/").onServerSideRequest(event, args -> hear(event, args));
    }
    started.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    this.server = io.listen(0);
  }

  /** Notes when the adapter of the main namespace has started. */
  private AdapterFactory watched(AdapterFactory factory) {
    return namespace -> {
      Adapter adapter = factory.create(namespace);
      return (Adapter)
          Proxy.newProxyInstance(
              Adapter.class.getClassLoader(),
              new Class<?>[] {Adapter.class},
              (proxy, method, args) -> {
                try {
                  Object result = method.invoke(adapter, args);
                  if (method.getName().equals("init")) {
                    ((CompletionStage<?>) result).thenRun(() -> started.complete(null));
                  }
                  return result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    };
  }

  private String hear(String event, Args args) {
    Object[] all = new Object[args.size() + 1];
    all[0] = event;
    System.arraycopy(args.toList().toArray(), 0, all, 1, args.size());
    heard.add(Arrays.asList(all));
    return name + " heard " + event;
  }

  SocketIoServer io() {
    return io;
  }

  @Override
  public Endpoint endpoint() {
    return Endpoint.local(server.port(), "/socket.io/");
  }

  private BroadcastOperator operator(Audience audience) {
    BroadcastOperator operator =
        io.of("/")
            .toAll()
            .to(audience.rooms().toArray(String[]::new))
            .except(audience.except().toArray(String[]::new));
    operator = audience.has("local") ? operator.local() : operator;
    return audience.has("volatile") ? operator.asVolatile() : operator;
  }

  @Override
  public void emit(Audience audience, Object... event) {
    operator(audience).emit((String) event[0], tail(event));
  }

  private static Object[] tail(Object[] event) {
    return Arrays.copyOfRange(event, 1, event.length);
  }

  @Override
  public CompletableFuture<Answers> ask(Audience audience, int millis, Object... event) {
    return operator(audience)
        .timeout(java.time.Duration.ofMillis(millis))
        .emitWithAck((String) event[0], tail(event))
        .handle(
            (answers, error) -> {
              if (error == null) {
                return answers(answers, true);
              }
              Throwable cause = error.getCause() == null ? error : error.getCause();
              return answers(((AckTimeoutException) cause).answers(), false);
            });
  }

  private static Answers answers(List<Args> answers, boolean isComplete) {
    return new Answers(answers.stream().map(each -> each.get(0)).toList(), isComplete);
  }

  @Override
  public List<Map<String, Object>> fetchSockets(Audience audience) {
    return operator(audience).fetchSockets().join().stream()
        .map(
            socket ->
                Map.<String, Object>of(
                    "id",
                    socket.id(),
                    "rooms",
                    List.copyOf(socket.rooms()),
                    "data",
                    socket.data(),
                    "handshake",
                    Map.of("url", socket.handshake().url(), "time", socket.handshake().time())))
        .toList();
  }

  @Override
  public void socketsJoin(Audience audience, String... rooms) {
    operator(audience).socketsJoin(rooms);
  }

  @Override
  public void socketsLeave(Audience audience, String... rooms) {
    operator(audience).socketsLeave(rooms);
  }

  @Override
  public void disconnectSockets(Audience audience, boolean close) {
    operator(audience).disconnectSockets(close);
  }

  @Override
  public void serverSideEmit(Object... event) {
    io.of("/").serverSideEmit((String) event[0], tail(event));
  }

  @Override
  public CompletableFuture<Answers> serverSideAsk(Object... event) {
    return io.of("/")
        .serverSideEmitWithAck((String) event[0], tail(event))
        .thenApply(answers -> answers(answers, true));
  }

  @Override
  public int serverCount() {
    return io.of("/").adapter().serverCount().toCompletableFuture().join();
  }

  @Override
  public void join(String sid, String... rooms) {
    io.local().localSockets().stream()
        .filter(socket -> socket.id().equals(sid))
        .forEach(socket -> socket.join(rooms));
  }

  @Override
  public List<String> rooms(String sid) {
    return io.local().localSockets().stream()
        .filter(socket -> socket.id().equals(sid))
        .flatMap(socket -> socket.rooms().stream())
        .toList();
  }

  @Override
  public List<Object> heard() {
    try {
      List<Object> next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError(name + " hears nothing");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for an event", e);
    }
  }

  @Override
  public void close() {
    server.close();
    io.close().join();
  }
}
