// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.MessageWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a message travels: as a notification if it is JSON and short enough, else through the
 * table.
 */
record Publications(ClusterMessageCodec codec, int payloadThreshold) {
  static Publications of(ClusterMessageCodec codec, PostgresOptions options) {
    int limit = (int) Math.min(Integer.MAX_VALUE, options.maxAttachmentBytes());
    return new Publications(codec.maxMessageBytes(limit), options.payloadThreshold());
  }

  /**
   * What is to be published of a message.
   *
   * @throws IllegalArgumentException if it can't be encoded or is too large
   */
  Publication of(String channel, Envelope envelope) {
    Map<String, @Nullable Object> layout = MessageWriter.envelope(envelope);
    return codec
        .toJson(layout)
        .filter(json -> json.length < payloadThreshold)
        .<Publication>map(json -> new Publication.Plain(channel, new String(json, UTF_8)))
        .orElseGet(
            () ->
                Publication.Attached.of(
                    channel,
                    envelope.uid(),
                    envelope.message().type(),
                    codec.toMessagePack(layout)));
  }
}
