// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.json.jackson2;

import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.spi.Parser;
import dev.sockeye.testkit.ParserContract;

class MessagePackParserContractTest implements ParserContract {
  private final Parser parser = MessagePackParser.of(Jackson2JsonCodec.create());

  @Override
  public Parser parser() {
    return parser;
  }
}
