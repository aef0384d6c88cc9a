// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.socketio.client.SimpleClient;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/**
 * A program whose threads all wait for an answer at the same time, over a few clients: 1,000
 * virtual threads where the JDK has them, 100 of the platform's before. It ends well if each gets
 * its own answer. The server answers nobody before all have asked, so a thread that holds on to its
 * carrier while it waits, where there is one carrier, keeps the others from asking.
 */
final class ManyCallers {
  private static final int CLIENTS = 4;

  private ManyCallers() {}

  /** The number of callers on this JDK. */
  static int count() {
    return Runtime.version().feature() >= 21 ? 1_000 : 100;
  }

  /** Takes the server's address. */
  public static void main(String[] args) throws Exception {
    List<SimpleClient> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(SimpleClient.connect(args[0]));
    }
    ThreadFactory threads = threads();
    List<FutureTask<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      SimpleClient client = clients.get(i % CLIENTS);
      int number = i;
      FutureTask<Integer> call =
          new FutureTask<>(() -> client.call("once-all-have-asked", number).integer(0));
      calls.add(call);
      threads.newThread(call).start();
    }
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).get() != i) {
        throw new AssertionError("caller " + i + " got the answer of " + calls.get(i).get());
      }
    }
    clients.forEach(SimpleClient::close);
  }

  private static ThreadFactory threads()
      throws IllegalAccessException, InvocationTargetException, ClassNotFoundException {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      return (ThreadFactory)
          Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    } catch (NoSuchMethodException e) {
      return Thread::new; // before JDK 21
    }
  }
}
