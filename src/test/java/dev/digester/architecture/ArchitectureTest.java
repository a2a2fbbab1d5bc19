package dev.digester.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
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
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.digester.document.index.BlockScalar;
import dev.digester.document.index.IndexBuilder;
import dev.digester.document.text.Chars;
import dev.digester.document.text.Edit;
import dev.digester.document.text.EightBytes;
import dev.digester.document.text.SourceText;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.digester";

  /**
   * The arrows: what the classes of a package may use of the other packages, by full name after the
   * root. {@code document..} is {@code document} with all its parts.
   */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("document.text", Set.of()),
          entry("document.index", Set.of("document.text")),
          entry("document.scan", Set.of("document.text")),
          entry("document", Set.of("document.text", "document.index")),
          entry(
              "document.read",
              Set.of("document.text", "document.index", "document.scan", "document")),
          entry("document.edit", Set.of("document.text", "document.index", "document")),
          entry(
              "document.proof",
              Set.of(
                  "document.text", "document.index", "document", "document.read", "document.edit")),
          entry("reference", Set.of()),
          entry("krm", Set.of("document..")),
          entry("pipeline", Set.of("krm", "document..")),
          entry("config", Set.of("krm", "document..", "reference")),
          entry(
              "images", Set.of("pipeline", "krm", "document..", "reference", "resolve", "config")),
          entry("setters", Set.of("pipeline", "krm", "document..", "reference", "config")),
          entry(
              "kustomization",
              Set.of("images", "pipeline", "config", "resolve", "krm", "document..", "reference")),
          entry("process", Set.of()),
          entry("function", Set.of("pipeline", "krm", "document..")),
          entry(
              "engine",
              Set.of(
                  "function",
                  "pipeline",
                  "krm",
                  "document..",
                  "process",
                  "config",
                  "images",
                  "setters",
                  "resolve",
                  "registry",
                  "credentials",
                  "cloud",
                  "cluster",
                  "machine",
                  "pullsecrets",
                  "reference")),
          entry(
              "workspace",
              Set.of(
                  "engine",
                  "files",
                  "images",
                  "config",
                  "pipeline",
                  "krm",
                  "document..",
                  "reference")),
          entry("resolve", Set.of("registry", "credentials", "reference")),
          entry("registry", Set.of("credentials", "document..", "reference")),
          entry("credentials", Set.of("document..", "reference")),
          entry("pullsecrets", Set.of("images", "krm", "document..", "credentials", "cluster")),
          entry("cloud", Set.of("credentials", "registry", "document..")),
          entry("lock", Set.of("document..", "reference", "resolve")),
          entry("sources", Set.of("lock", "document..", "reference", "resolve")),
          entry("cache", Set.of("credentials", "document..", "reference", "resolve")),
          entry("verify", Set.of("krm", "reference", "resolve")),
          entry("machine", Set.of("resolve", "registry")),
          entry("cluster", Set.of("registry", "document..")),
          entry("ignore", Set.of()),
          entry("diff", Set.of()),
          entry("files", Set.of("ignore", "krm", "document..")),
          entry("report", Set.of("document..")));

  /** They may use everything: env, clock, files and exit codes belong to them. */
  private static final Set<String> SHELLS = Set.of("", "cli", "demo");

  /** Types of a package, nested ones aside: what one keeps in mind. */
  private static final int MOST_TYPES = 30;

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
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void only_shells_see_the_environment_the_wall_clock_the_streams_and_the_exit() {
    noClasses()
        .that(describe("are not shells", c -> !SHELLS.contains(packageOf(c))))
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
    noClassesOutside("document.read").should(use("org.snakeyaml")).check(MAIN);
    noClassesOutside("config", "machine").should(use("tools.jackson")).check(MAIN);
    noClassesOutside("config").should(use("com.google.re2j")).check(MAIN);
    noClassesOutside("", "cli").should(use("picocli")).check(MAIN);
  }

  @Test
  void the_bytes_of_a_text_stay_within_document() {
    noClasses()
        .that(describe("are outside document", c -> !isInDocument(c)))
        .should()
        .accessTargetWhere(isOf(SourceText.class, "utf8"))
        .orShould()
        .accessTargetWhere(isOf(Edit.class, "utf8"))
        .orShould(dependOnClassesThat(resideInAPackage(ROOT + ".document.scan")))
        .orShould(dependOnClassesThat(belongToAnyOf(Chars.class, EightBytes.class)))
        .orShould(dependOnClassesThat(belongToAnyOf(IndexBuilder.class, BlockScalar.class)))
        .check(MAIN);
  }

  @Test
  void files_of_document_form_no_circle_but_for_its_views() {
    slices().assignedFrom(new FilesOfDocument()).should().beFreeOfCycles().check(MAIN);
  }

  /** A slice for each file of the parts of document, and one for its views. */
  private static final class FilesOfDocument implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      if (!isInDocument(type)) {
        return SliceIdentifier.ignore();
      }
      return packageOf(type).equals("document")
          ? SliceIdentifier.of("document")
          : SliceIdentifier.of(type.getName().replaceAll("\\$.*", ""));
    }

    @Override
    public String getDescription() {
      return "files of document";
    }
  }

  private static boolean isInDocument(JavaClass type) {
    return (type.getPackageName() + ".").startsWith(ROOT + ".document.");
  }

  @Test
  void no_package_of_document_has_more_than_thirty_types() {
    assertThat(
            MAIN.stream()
                .filter(ArchitectureTest::isInDocument)
                .filter(type -> !type.getName().contains("$"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                .values())
        .isNotEmpty()
        .allMatch(types -> types <= MOST_TYPES);
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
    String target = packageOf(dependency.getTargetClass());
    return allowed != null
        && !allowed.contains(target)
        && !allowed.contains(target.replaceAll("\\..*", "") + "..");
  }

  /** The name after that of the root package; empty for the root package itself. */
  private static String packageOf(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).replaceAll("^\\.", "");
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
