import org.jspecify.annotations.NullMarked;

/** Socket.IO packets, parsers and arguments, without I/O. */
@NullMarked
module dev.sockeye.socketio {
  requires static transitive org.jspecify;

  exports dev.sockeye.socketio;
  exports dev.sockeye.socketio.spi;

  uses dev.sockeye.socketio.spi.JsonCodec;
}
