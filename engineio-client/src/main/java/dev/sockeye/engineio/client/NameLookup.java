// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the addresses of names, which blocks, on threads of its own, so that no event loop waits
 * for a name server. The JDK keeps the answers for a while.
 */
final class NameLookup {
  private static final int THREADS = 2;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          2,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> {
            Thread thread = new Thread(task, "sockeye-client-names");
            thread.setDaemon(true);
            return thread;
          });

  NameLookup() {
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Looks up a name.
   *
   * @param name or an address, for which nobody is asked
   * @param executor where the answer is told
   * @param answer gets the addresses, or none and what went wrong
   */
  void find(
      String name,
      Executor executor,
      BiConsumer<List<InetAddress>, @Nullable UnknownHostException> answer) {
    if (isAddress(name)) {
      ask(name, answer);
      return;
    }
    try {
      threads.execute(() -> ask(name, (found, error) -> tell(executor, found, error, answer)));
    } catch (RejectedExecutionException e) {
      answer.accept(List.of(), new UnknownHostException("the network is closed"));
    }
  }

  private static void tell(
      Executor executor,
      List<InetAddress> found,
      @Nullable UnknownHostException error,
      BiConsumer<List<InetAddress>, @Nullable UnknownHostException> answer) {
    try {
      executor.execute(() -> answer.accept(found, error));
    } catch (RejectedExecutionException closed) {
      // Nobody is there any more to whom it could be told.
    }
  }

  private static void ask(
      String name, BiConsumer<List<InetAddress>, @Nullable UnknownHostException> answer) {
    List<InetAddress> found = List.of();
    UnknownHostException error = null;
    try {
      found = List.of(InetAddress.getAllByName(name));
    } catch (UnknownHostException e) {
      error = new UnknownHostException("no address is known for the host " + name);
      error.initCause(e);
    }
    answer.accept(found, error);
  }

  /** Whether the JDK takes it as an address without asking: no name ends in a digit or colons. */
  private static boolean isAddress(String name) {
    return name.indexOf(':') >= 0 || name.matches("[0-9.]+");
  }

  void close() {
    threads.shutdownNow();
  }
}
