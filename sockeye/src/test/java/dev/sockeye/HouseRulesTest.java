// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The rules of the house, as docs/architecture.md tells them. */
@AnalyzeClasses(packages = "dev.sockeye", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
  private static final String[] CORES = {
    "dev.sockeye.engineio..", "dev.sockeye.socketio..",
  };

  @ArchTest
  static final ArchRule coresNeedTheJdkSlf4jAndJspecifyOnly =
      classes()
          .that()
          .resideInAnyPackage(CORES)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.slf4j..",
              "org.jspecify..",
              "dev.sockeye.engineio..",
              "dev.sockeye.socketio..");

  @ArchTest
  static final ArchRule nettyIsAtHomeInItsHost =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sockeye.netty..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule jacksonIsAtHomeInTheJsonModules =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sockeye.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

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
          .resideInAPackage("dev.sockeye.socketio.adapter..")
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

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.sockeye.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule filesHaveNoCycles =
      slices().assignedFrom(new File()).should().beFreeOfCycles();

  /** A slice for each source file: a top-level class with all that is nested in it. */
  private static final class File implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      JavaClass top = type;
      while (top.getEnclosingClass().isPresent()) {
        top = top.getEnclosingClass().get();
      }
      return SliceIdentifier.of(top.getName());
    }

    @Override
    public String getDescription() {
      return "source files";
    }
  }
}
