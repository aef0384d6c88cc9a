// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads on which listeners may block, shared by all servers and clients; made when first
 * needed.
 */
final class ListenerThreads {
  // Enough for listeners that wait for a database while its own pool is a usual one.
  private static final int THREADS = Math.max(32, 4 * Runtime.getRuntime().availableProcessors());
  private static final int IDLE_SECONDS = 30;

  static final Executor LISTENERS = virtualOr(() -> pool("sockeye-listener-"));

  /** Apart from the listeners' threads, so that a listener on each of them may wait for answers. */
  static final Executor ANSWERS = virtualOr(() -> pool("sockeye-answer-"));

  private ListenerThreads() {}

  private static Executor virtualOr(Supplier<Executor> otherwise) {
    try {
      return (ExecutorService)
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class))
              .invokeExact();
    } catch (NoSuchMethodException e) {
      return otherwise.get(); // before JDK 21
    } catch (Throwable e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static Executor pool(String name) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
