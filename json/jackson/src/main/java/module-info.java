import dev.sockeye.json.jackson.JacksonJsonCodec;
import dev.sockeye.socketio.spi.JsonCodec;
import org.jspecify.annotations.NullMarked;

/** JSON for Socket.IO on Jackson 3. */
@NullMarked
module dev.sockeye.json.jackson {
  requires static transitive org.jspecify;
  requires transitive dev.sockeye.socketio;
  requires transitive tools.jackson.databind;

  exports dev.sockeye.json.jackson;

  provides JsonCodec with
      JacksonJsonCodec;
}
