import org.jspecify.annotations.NullMarked;

/** Engine.IO packets and their codecs, without I/O. */
@NullMarked
module dev.sockeye.engineio {
  requires static transitive org.jspecify;

  exports dev.sockeye.engineio;
}
