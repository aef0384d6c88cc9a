// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.server.ClusterMessage.AcquireLock;
import dev.sockeye.engineio.server.ClusterMessage.Close;
import dev.sockeye.engineio.server.ClusterMessage.Drain;
import dev.sockeye.engineio.server.ClusterMessage.Forward;
import dev.sockeye.engineio.server.ClusterMessage.Lock;
import dev.sockeye.engineio.server.ClusterMessage.LockResponse;
import dev.sockeye.engineio.server.ClusterMessage.Upgrade;
import dev.sockeye.engineio.server.ClusterMessage.UpgradeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages of the cluster as npm {@code @socket.io/cluster-engine} does, byte for byte:
 *
 * <pre>{@code
 * {requestId:1, senderId:"d4c2fc", type:0, data:{sid:"…", transportName:"polling", type:"write"}, _source:"_eio"}
 * {requestId:1, senderId:"1b6538", recipientId:"d4c2fc", type:1, data:{success:true}, _source:"_eio"}
 * {senderId:"d4c2fc", recipientId:"1b6538", type:3, data:{sid:"…", packet:{type:"message", data:"hello"}}, _source:"_eio"}
 * }</pre>
 */
final class ClusterMessageWriter {
  private final MessagePackWriter out = new MessagePackWriter();

  private ClusterMessageWriter() {}

  static byte[] write(ClusterMessage message) {
    ClusterMessageWriter writer = new ClusterMessageWriter();
    writer.envelope(message);
    return writer.out.toBytes();
  }

  private void envelope(ClusterMessage message) {
    boolean isRequest = message.requestId() > 0;
    String recipient = message.recipient();
    out.map(4 + (isRequest ? 1 : 0) + (recipient == null ? 0 : 1));
    if (isRequest) {
      out.text("requestId").number(message.requestId());
    }
    out.text("senderId").text(message.sender());
    if (recipient != null) {
      out.text("recipientId").text(recipient);
    }
    out.text("type").number(message.body().type()).text("data");
    body(message.body());
    out.text("_source").text(ClusterMessage.SOURCE);
  }

  private void body(ClusterMessage.Body body) {
    if (body instanceof AcquireLock lock) {
      lock(lock);
    } else if (body instanceof LockResponse response) {
      out.map(1).text("success").bool(response.success());
    } else if (body instanceof Drain drain) {
      drain(drain);
    } else if (body instanceof Forward forward) {
      out.map(2).text("sid").text(forward.sid()).text("packet");
      packet(forward.packet());
    } else if (body instanceof Upgrade upgrade) {
      out.map(2).text("sid").text(upgrade.sid()).text("success").bool(upgrade.success());
    } else if (body instanceof UpgradeResponse response) {
      out.map(2).text("takeOver").bool(response.takeOver()).text("packets");
      out.array(response.packets().size());
      response.packets().forEach(this::packet);
    } else if (body instanceof Close close) {
      out.map(2).text("sid").text(close.sid()).text("reason").text(close.reason().text());
    }
  }

  private void lock(AcquireLock asked) {
    String key = asked.key();
    out.map(key == null ? 3 : 4).text("sid").text(asked.sid());
    out.text("transportName").text(asked.lock() == Lock.UPGRADE ? "websocket" : "polling");
    out.text("type").text(asked.lock() == Lock.WRITE ? "write" : "read");
    if (key != null) {
      out.text("key").text(key);
    }
  }

  private void drain(Drain drain) {
    int count = 0;
    for (Message message : drain.messages()) {
      count += message.frames().size();
    }
    out.map(2).text("sid").text(drain.sid()).text("packets").array(count);
    List<Packet> packets = new ArrayList<>(1);
    for (Message message : drain.messages()) {
      packets.clear();
      message.addPacketsTo(packets);
      for (Packet packet : packets) {
        boolean hasData = packet.data().length() > 0 || isMessage(packet);
        out.map(hasData ? 3 : 2).text("type").text(name(packet));
        out.text("options").map(1).text("compress").bool(message.compress());
        if (hasData) {
          out.text("data").data(packet.data());
        }
      }
    }
  }

  /**
   * @param packet null for bytes that are none
   */
  private void packet(@Nullable Packet packet) {
    if (packet == null) {
      out.map(2).text("type").text("error").text("data").text("parser error");
    } else if (packet.data().length() > 0 || isMessage(packet)) {
      out.map(2).text("type").text(name(packet)).text("data").data(packet.data());
    } else {
      out.map(1).text("type").text(name(packet));
    }
  }

  private static boolean isMessage(Packet packet) {
    return packet.type() == PacketType.MESSAGE;
  }

  private static String name(Packet packet) {
    return packet.type().name().toLowerCase(Locale.ROOT);
  }
}
