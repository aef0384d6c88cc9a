// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the house, as docs/architecture.md tells them. */
@AnalyzeClasses(packages = "dev.sockeye", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
  private static final String[] CORES = {
    "dev.sockeye.engineio..", "dev.sockeye.socketio..",
  };

  private static final String SOCKETIO_API =
      "SocketIoServer ServerOptions ServerOptionsBuilder Namespace ParentNamespace Namespaces"
          + " NamespacePredicate Entrance Resolution Socket SocketLife ListeningSocket Connection"
          + " ConnectionSockets Admission Recoverable Recovery Middleware"
          + " ErrorHandler LoggingErrorHandler Limits"
          + " Broadcaster BroadcastOperator SocketOperator Emitter Audience NamespaceAudience"
          + " ChildrenAudience RemoteSocket Delivery Shutdown"
          + " Receiver EventReceiver EventListener RequestListener SocketListeners ReceivedEvent"
          + " EventGate EventMiddleware IncomingEvent CatchAllListener"
          + " ServerObserver ServerObservers"
          + " Ack EventAck PendingAck PendingAcks SingleAck BroadcastAck";

  private static final String CLIENT_API =
      "Manager Threads Reconnection Sockets Link LifeListeners ClientSocket Membership Outbox"
          + " RetryQueue PendingAcks SingleAck SocketOperator Emitter SocketListeners"
          + " ReceivedEvent EventAck ClientOptions ClientOptionsBuilder"
          + " ErrorHandler LoggingErrorHandler SocketIoClient";

  /** The client's network by default: the one place in a core that knows Netty. */
  private static final DescribedPredicate<JavaClass> THE_CLIENTS_NETTY_FILES =
      resideInAPackage("dev.sockeye.engineio.client")
          .and(
              DescribedPredicate.describe(
                  "are in Netty*.java",
                  type ->
                      type.getSource()
                          .orElseThrow()
                          .getFileName()
                          .orElseThrow()
                          .startsWith("Netty")))
          .as("the Netty* files of the client");

  @ArchTest
  static final ArchRule coresNeedTheJdkSlf4jAndJspecifyOnly =
      classes()
          .that()
          .resideInAnyPackage(CORES)
          .and(not(THE_CLIENTS_NETTY_FILES))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.net.ssl..",
              "org.slf4j..",
              "org.jspecify..",
              "dev.sockeye.engineio..",
              "dev.sockeye.socketio..",
              "dev.sockeye.websocket..");

  @ArchTest
  static final ArchRule nettyIsAtHomeInItsHostTheWebSocketAndTheClientsNettyFiles =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.sockeye.netty..", "dev.sockeye.websocket..")
          .and(not(THE_CLIENTS_NETTY_FILES))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule theWebSocketIsForTheHostAndTheClient =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.sockeye.netty..", "dev.sockeye.websocket..", "dev.sockeye.engineio.client")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sockeye.websocket..");

  @ArchTest
  static final ArchRule jacksonIsAtHomeInTheJsonModules =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sockeye.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule pgjdbcIsAtHomeInItsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sockeye.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.postgresql..");

  @ArchTest
  static final ArchRule lettuceIsAtHomeInTheRedisAdapters =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sockeye.redis..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.lettuce..");

  @ArchTest
  static final ArchRule theRedisAdaptersNeverSeeTheServer =
      noClasses()
          .that()
          .resideInAPackage("dev.sockeye.redis..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sockeye.socketio.server..",
              "dev.sockeye.engineio",
              "dev.sockeye.engineio.server..",
              "dev.sockeye.engineio.client..");

  @ArchTest
  static final ArchRule picocliAndHdrHistogramAreAtHomeInTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sockeye.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "org.HdrHistogram..");

  @ArchTest
  static final ArchRule aHostNeverSeesSocketIo =
      noClasses()
          .that()
          .resideInAPackage("dev.sockeye.netty..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sockeye.socketio..");

  @ArchTest
  static final ArchRule theEngineNeverSeesSocketIo =
      noClasses()
          .that()
          .resideInAPackage("dev.sockeye.engineio..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sockeye.socketio..");

  @ArchTest
  static final ArchRule anAdapterNeverSeesTheServer =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.sockeye.socketio.adapter..", "dev.sockeye.adapters..", "dev.sockeye.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.sockeye.socketio.server..", "dev.sockeye.engineio..");

  @ArchTest
  static final ArchRule theProtocolsStandAlone =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.sockeye.engineio", "dev.sockeye.socketio", "dev.sockeye.socketio.spi")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sockeye.engineio.server..",
              "dev.sockeye.engineio.client..",
              "dev.sockeye.socketio.server..",
              "dev.sockeye.socketio.client..",
              "dev.sockeye.socketio.adapter..");

  @ArchTest
  static final ArchRule aClientNeverSeesAServer =
      noClasses()
          .that()
          .resideInAnyPackage("dev.sockeye.engineio.client..", "dev.sockeye.socketio.client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sockeye.engineio.server..",
              "dev.sockeye.socketio.server..",
              "dev.sockeye.socketio.adapter..");

  @ArchTest
  static final ArchRule packagesHaveNoHidingPlaces =
      noClasses()
          .should()
          .resideInAnyPackage("..internal..", "..impl..", "..util..", "..common..", "..helper..");

  @ArchTest
  static final ArchRule namesDontEndInImpl = noClasses().should().haveSimpleNameEndingWith("Impl");

  @ArchTest
  static final ArchRule accessorsHaveNoPrefix =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .haveNameNotMatching("get[A-Z].*|set[A-Z].*(?<!Readable)");

  /** What outsiders implement belongs to the package that calls it, so both are one slice. */
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().assignedFrom(new PackageWithItsSpi()).should().beFreeOfCycles();

  /**
   * Groups of files that need each other, and why they may. A group may shrink; no file joins one
   * unnoticed.
   */
  private static final List<Set<String>> PARTNERS =
      List.of(
          // A type and the factory method or the builder that makes it.
          files("engineio", "PacketCodec PacketCodecV3 PacketCodecV4"),
          files("engineio", "PayloadCodec PayloadCodecV3 PayloadCodecV4 PayloadReaderV3"),
          files("engineio", "Handshake HandshakeReader"),
          files("engineio.server", "EngineOptions EngineOptionsBuilder"),
          files("engineio.client", "EngineOptions EngineOptionsBuilder TransportOptions"),
          files("engineio.client", "CookieStore CookieJar HandlerStore NoCookies StoreHandler"),
          files("socketio", "Args EmptyArgs"),
          files("socketio", "JsonParser JsonDecoder PacketReader"),
          // One state machine in parts: a session, its output, its transports.
          files(
              "engineio.server",
              "EngineServer Reception Handshakes Shutdown Session SessionObserver"
                  + " SessionObservers LoopState Heartbeats Output"
                  + " SessionTransport PollingTransport PostBody WebSocketTransport Upgrade"
                  // … and what it is made of where several nodes serve it.
                  + " Cluster HomeSessions RemoteTransport RemoteUpgrade UpgradeInProgress"
                  + " HeardSession DelayedListener AwaySessions AwayRequest AwayPoll AwayPost AwayWebSocket"
                  + " BusWindow"),
          files("engineio.client", "EngineClient EngineConnection Session Opening Output Patience"),
          files("netty", "HttpConnection ExchangeQueue NettyExchange NettyUpgrade"),
          files("websocket", "WebSocketWriter SharedFrames"),
          // A client's socket and the manager that it belongs to, in their parts.
          files("socketio.client", CLIENT_API),
          // One public API: a socket knows its namespace, whose listeners get sockets.
          files("socketio.server", SOCKETIO_API));

  @ArchTest
  static void filesHaveNoCyclesButAmongPartners(JavaClasses classes) {
    assertThat(FileGraph.of(classes).cycles())
        .allSatisfy(
            cycle ->
                assertThat(PARTNERS).anySatisfy(group -> assertThat(group).containsAll(cycle)));
  }

  private static Set<String> files(String module, String names) {
    return Stream.of(names.split(" "))
        .map(name -> "dev.sockeye." + module + "." + name)
        .collect(Collectors.toSet());
  }

  private static final class PackageWithItsSpi implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName().replaceFirst("\\.spi$", ""));
    }

    @Override
    public String getDescription() {
      return "packages with their spi";
    }
  }
}
