import org.jspecify.annotations.NullMarked;

/** Engine.IO sessions, transports, upgrade and heartbeat over any host. */
@NullMarked
module dev.sockeye.engineio.server {
  requires transitive dev.sockeye.engineio;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports dev.sockeye.engineio.server;
  exports dev.sockeye.engineio.server.spi;

  uses dev.sockeye.engineio.server.spi.HostProvider;
}
