package dev.digester.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.digester";

  /** The arrows: what the classes of a package may use of the other packages. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("document", Set.of()),
          entry("reference", Set.of()),
          entry("krm", Set.of("document")),
          entry("pipeline", Set.of("krm", "document")),
          entry("config", Set.of("document", "reference")),
          entry("images", Set.of("pipeline", "krm", "document", "reference", "resolve", "config")),
          entry("setters", Set.of("pipeline", "krm", "document", "reference", "config")),
          entry("resolve", Set.of("registry", "credentials", "reference")),
          entry("registry", Set.of("credentials", "document", "reference")),
          entry("credentials", Set.of("document", "reference")),
          entry("pullsecrets", Set.of("images", "krm", "document", "credentials", "cluster")),
          entry("cloud", Set.of("credentials", "registry", "document")),
          entry("lock", Set.of("document", "reference", "resolve")),
          entry("sources", Set.of("lock", "document", "reference", "resolve")),
          entry("cache", Set.of("credentials", "document", "reference", "resolve")),
          entry("verify", Set.of("krm", "reference", "resolve")),
          entry("machine", Set.of("resolve", "registry")),
          entry("cluster", Set.of("registry", "document")));

  /** They may use everything: env, clock, files and exit codes belong to them. */
  private static final Set<String> SHELLS = Set.of("", "function", "cli", "demo");

  private static final Pattern EMPTY_NAMES = Pattern.compile(".*(Utils?|Helper|Manager|Impl|Base)");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void every_package_has_its_row_in_the_table() {
    Set<String> packages =
        MAIN.stream()
            .map(ArchitectureTest::packageOf)
            .collect(Collectors.toCollection(TreeSet::new));
    packages.removeAll(MAY_USE.keySet());
    packages.removeAll(SHELLS);
    assertThat(packages).isEmpty();
  }

  @Test
  void a_package_uses_only_those_that_its_row_names() {
    assertThat(dependencies().filter(ArchitectureTest::isForbidden).map(Dependency::getDescription))
        .isEmpty();
  }

  @Test
  void nothing_but_a_shell_uses_a_shell() {
    assertThat(
            dependencies()
                .filter(d -> SHELLS.contains(packageOf(d.getTargetClass())))
                .filter(d -> !SHELLS.contains(packageOf(d.getOriginClass())))
                .map(Dependency::getDescription))
        .isEmpty();
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void only_shells_see_the_environment_the_wall_clock_the_streams_and_the_exit() {
    noClasses()
        .that(describe("are no shells", c -> !SHELLS.contains(packageOf(c))))
        .should()
        .accessTargetWhere(isOf(System.class, "getenv", "exit", "in", "out", "err"))
        .orShould()
        .accessTargetWhere(isOf(System.class, "currentTimeMillis"))
        .orShould()
        .accessTargetWhere(isOf(java.time.Clock.class, "systemUTC", "systemDefaultZone"))
        .orShould()
        .accessTargetWhere(isOf(java.time.Instant.class, "now"))
        .orShould()
        .accessTargetWhere(isOf(Runtime.class, "exit", "halt"))
        .check(MAIN);
  }

  @Test
  void only_three_packages_speak_http_and_only_the_readers_know_their_libraries() {
    noClassesOutside("registry", "cluster", "cloud").should(use("java.net.http")).check(MAIN);
    noClassesOutside("document").should(use("org.snakeyaml")).check(MAIN);
    noClassesOutside("document", "config", "machine").should(use("tools.jackson")).check(MAIN);
    noClassesOutside("", "cli").should(use("picocli")).check(MAIN);
  }

  @Test
  void no_type_has_an_empty_name() {
    JavaClasses all = new ClassFileImporter().importPackages(ROOT);
    assertThat(all.stream().map(JavaClass::getSimpleName))
        .isNotEmpty()
        .noneMatch(name -> EMPTY_NAMES.matcher(name).matches());
  }

  private static Stream<Dependency> dependencies() {
    return MAIN.stream()
        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
        .filter(d -> d.getTargetClass().getPackageName().startsWith(ROOT))
        .filter(d -> !packageOf(d.getOriginClass()).equals(packageOf(d.getTargetClass())));
  }

  private static boolean isForbidden(Dependency dependency) {
    Set<String> allowed = MAY_USE.get(packageOf(dependency.getOriginClass()));
    return allowed != null && !allowed.contains(packageOf(dependency.getTargetClass()));
  }

  /** The first name behind the root package; empty for the root package itself. */
  private static String packageOf(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).replaceAll("^\\.|(?<=\\w)\\..*", "");
  }

  private static GivenClassesConjunction noClassesOutside(String... packages) {
    Set<String> inside = Set.of(packages);
    return noClasses().that(describe("are outside " + inside, c -> !inside.contains(packageOf(c))));
  }

  private static ArchCondition<JavaClass> use(String library) {
    return dependOnClassesThat(resideInAPackage(library + ".."));
  }

  private static DescribedPredicate<JavaAccess<?>> isOf(Class<?> owner, String... names) {
    Set<String> members = Set.of(names);
    return describe(
        owner.getSimpleName() + " " + members,
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && members.contains(access.getTarget().getName()));
  }
}
