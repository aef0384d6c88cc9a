// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.server.ClusterMessage.AcquireLock;
import dev.sockeye.engineio.server.ClusterMessage.Body;
import dev.sockeye.engineio.server.ClusterMessage.Close;
import dev.sockeye.engineio.server.ClusterMessage.Drain;
import dev.sockeye.engineio.server.ClusterMessage.Forward;
import dev.sockeye.engineio.server.ClusterMessage.LockResponse;
import dev.sockeye.engineio.server.ClusterMessage.Upgrade;
import dev.sockeye.engineio.server.ClusterMessage.UpgradeResponse;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.SessionBus;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node among those that serve each other's sessions: says things to the others, asks them, and
 * hears what they say. Safe for use from any thread.
 */
final class Cluster implements SessionBus.Listener {
  private static final Logger log = LoggerFactory.getLogger(Cluster.class);
  private static final int ID_BYTES = 3;

  private final ClusterEngine options;
  private final String id;
  private final HomeSessions home;
  private final AwaySessions away;
  private final CompletableFuture<Void> started;
  private final Map<Long, Question> questions = new ConcurrentHashMap<>();
  private final AtomicLong lastRequestId = new AtomicLong();

  Cluster(EngineServer server, ClusterEngine options) {
    this.options = options;
    byte[] bytes = new byte[ID_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.id = HexFormat.of().formatHex(bytes);
    this.started =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, options.responseTimeout().toNanos(), TimeUnit.NANOSECONDS);
    this.home = new HomeSessions(server, this);
    this.away = new AwaySessions(server, this);
  }

  ClusterEngine options() {
    return options;
  }

  /** The sessions of this node, as the others see them. */
  HomeSessions home() {
    return home;
  }

  /** The sessions of other nodes that have requests here. */
  AwaySessions away() {
    return away;
  }

  void start() {
    options
        .bus()
        .start(id, this)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                log.error("other nodes can't be reached; their sessions are unknown here", failure);
              }
              started.complete(null);
            });
  }

  /** Complete once other nodes can ask for sessions of this one, or that takes too long. */
  CompletableFuture<Void> started() {
    return started;
  }

  /** Ends what belongs to other nodes, then the bus. */
  CompletionStage<Void> close() {
    return away.close().thenCompose(ended -> options.bus().close());
  }

  // --- saying

  /** Tells a node something. */
  CompletionStage<Void> tell(String node, Body body) {
    return send(new ClusterMessage(id, node, 0, body));
  }

  /** Answers a question, or tells what has the form of one. */
  CompletionStage<Void> tell(String node, long requestId, Body body) {
    return send(new ClusterMessage(id, node, requestId, body));
  }

  long newRequestId() {
    return lastRequestId.incrementAndGet();
  }

  private CompletionStage<Void> send(ClusterMessage message) {
    byte[] bytes = ClusterMessageWriter.write(message);
    String node = message.recipient();
    return node == null ? options.bus().publish(bytes) : options.bus().send(node, bytes);
  }

  // --- asking

  /** What becomes of a question: one call. */
  interface Answer {
    /** A node has answered; on a thread of the bus, before that node's next message is heard. */
    void onAnswer(String node, Body body);

    /** Nobody has; on the thread that was given. */
    void onSilence();
  }

  /** Whether so many questions are open that there may be no more. */
  boolean isBusy() {
    return questions.size() >= options.maxPendingRequests();
  }

  /**
   * Asks a node something, or all of them.
   *
   * @param thread where it is noticed that nobody answers
   */
  void ask(@Nullable String node, Body body, Scheduler thread, Answer answer) {
    long requestId = newRequestId();
    Question question = new Question(requestId, thread, answer);
    questions.put(requestId, question);
    question.start();
    send(new ClusterMessage(id, node, requestId, body))
        .whenComplete(
            (sent, failure) -> {
              if (failure != null) {
                log.debug("a question to other nodes didn't leave", failure);
                execute(thread, question::expire);
              }
            });
  }

  private final class Question {
    private final long requestId;
    private final Scheduler thread;
    private final Answer answer;

    /** Null until {@link #start}, which comes before the question leaves. */
    private volatile Scheduler.@Nullable Cancellable timer;

    Question(long requestId, Scheduler thread, Answer answer) {
      this.requestId = requestId;
      this.thread = thread;
      this.answer = answer;
    }

    void start() {
      timer = thread.schedule(this::expire, options.responseTimeout().toNanos());
    }

    /** Whether this is the first to end it. */
    private boolean end() {
      Scheduler.Cancellable running = timer;
      if (running != null) {
        running.cancel();
      }
      return questions.remove(requestId, this);
    }

    void expire() {
      if (end()) {
        answer.onSilence();
      }
    }

    void onAnswer(String node, Body body) {
      if (end()) {
        answer.onAnswer(node, body);
      }
    }
  }

  // --- hearing

  @Override
  public void onMessage(byte[] bytes) {
    try {
      ClusterMessageReader.read(bytes).ifPresent(this::onMessage);
    } catch (RuntimeException e) {
      // Whatever it was, it concerns nobody here.
      log.debug("{} bytes that are no message of the cluster engine", bytes.length, e);
    }
  }

  private void onMessage(ClusterMessage message) {
    String recipient = message.recipient();
    if (message.sender().equals(id) || (recipient != null && !recipient.equals(id))) {
      return;
    }
    String node = message.sender();
    Body body = message.body();
    if (body instanceof AcquireLock lock) {
      home.onLock(node, message.requestId(), lock, recipient != null);
    } else if (body instanceof Drain drain) {
      away.onDrain(node, drain);
    } else if (body instanceof Forward forward) {
      home.onForward(forward);
    } else if (body instanceof Upgrade upgrade) {
      home.onUpgrade(node, message.requestId(), upgrade);
    } else if (body instanceof Close close) {
      home.onClose(close);
    } else if (body instanceof LockResponse || body instanceof UpgradeResponse) {
      Question question = questions.get(message.requestId());
      if (question != null) {
        question.onAnswer(node, body);
      }
    }
  }

  @Override
  public void onLost(Throwable why) {
    log.warn(
        "sessions with requests at other nodes end, for messages may be lost: {}", why.toString());
    home.onLost(why);
    away.onLost();
  }

  /**
   * Runs a task on a thread, after what is being done there now.
   *
   * @return false if the thread takes no more tasks
   */
  static boolean execute(Scheduler thread, Runnable task) {
    try {
      thread.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      log.debug("{} takes no more tasks", thread, e);
      return false;
    }
  }
}
