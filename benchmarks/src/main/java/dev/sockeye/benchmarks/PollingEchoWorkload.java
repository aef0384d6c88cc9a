// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closed loop over HTTP long-polling: each client has a poll pending on one kept-alive connection
 * and posts its event on another; the next is posted when the event has been answered and the post
 * too.
 */
final class PollingEchoWorkload implements Workload {
  private static final String ARGUMENT = Note.json(Exchange.noteId(0));
  private static final Expected ANSWER = new Expected(Wire.ack(Wire.FIRST_ACK, ARGUMENT));

  private final Load load;
  private final int count;
  private final List<Client> clients = new ArrayList<>();
  private int ready;
  private int inFlight;
  private boolean running;
  private boolean closing;

  PollingEchoWorkload(Load load, int clients) {
    this.load = load;
    this.count = clients;
  }

  @Override
  public void open() {
    for (int i = 0; i < count; i++) {
      var client = new Client();
      clients.add(client);
      load.connect(client.polls);
    }
  }

  @Override
  public boolean isOpen() {
    return ready == count;
  }

  @Override
  public void begin() {
    running = true;
    clients.forEach(client -> client.post(System.nanoTime()));
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public String missing() {
    return inFlight == 0 ? "" : inFlight + " answers";
  }

  @Override
  public void close() {
    closing = true;
    clients.forEach(Client::close);
  }

  private final class Client implements PollingHandshake.Listener {
    private final PollingHandshake handshake = new PollingHandshake(load, this);
    private final HttpLink polls = new HttpLink(handshake, load.meter());
    private final HttpLink posts = new HttpLink(new Posts(), load.meter());
    private byte @Nullable [] event;
    private boolean answered = true;
    private boolean accepted = true;
    private long sentAt;

    @Override
    public void joined(String sid) {
      event = Wire.postRequest(load.port(), sid, Wire.event(Wire.FIRST_ACK, "echo", ARGUMENT));
      load.connect(posts);
      handshake.poll(polls);
    }

    void post(long now) {
      if (event != null) {
        sentAt = now;
        answered = false;
        accepted = false;
        inFlight++;
        posts.send(event);
      }
    }

    @Override
    public void polled(HttpLink link, ByteBuf bytes, int offset, int length) {
      handshake.poll(link);
      if (length == 1 && bytes.getByte(offset) == '2') {
        load.meter().fail("a heartbeat came: a run must be shorter than the ping interval");
      } else if (!ANSWER.matches(bytes, offset, length)) {
        load.meter().fail(ANSWER.mismatch(bytes, offset, length));
      } else {
        answered = true;
        proceed(link.readAt());
      }
    }

    private void proceed(long now) {
      if (answered && accepted) {
        inFlight--;
        load.meter().record(now - sentAt);
        if (running) {
          post(now);
        }
      }
    }

    @Override
    public void closed() {
      if (!closing) {
        load.meter().fail("the server closed a TCP connection after a response: no keep-alive");
      }
    }

    void close() {
      polls.close();
      posts.close();
    }

    private final class Posts implements HttpLink.Listener {
      @Override
      public void connected(HttpLink link) {
        ready++;
      }

      @Override
      public void response(HttpLink link, int status, ByteBuf bytes, int offset, int length) {
        if (PollingHandshake.isOk(status, bytes, offset, length)) {
          accepted = true;
          proceed(link.readAt());
        } else {
          load.meter()
              .fail(
                  "a post was answered with "
                      + status
                      + " "
                      + FrameReader.text(bytes, offset, length));
        }
      }

      @Override
      public void closed(HttpLink link) {
        Client.this.closed();
      }
    }
  }
}
