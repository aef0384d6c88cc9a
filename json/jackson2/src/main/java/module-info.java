import dev.sockeye.json.jackson2.Jackson2JsonCodec;
import dev.sockeye.socketio.spi.JsonCodec;
import org.jspecify.annotations.NullMarked;

/** JSON for Socket.IO on Jackson 2. */
@NullMarked
@SuppressWarnings("module") // the digit is part of the name by which people know that library
module dev.sockeye.json.jackson2 {
  requires static transitive org.jspecify;
  requires transitive dev.sockeye.socketio;
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;

  exports dev.sockeye.json.jackson2;

  provides JsonCodec with
      Jackson2JsonCodec;
}
