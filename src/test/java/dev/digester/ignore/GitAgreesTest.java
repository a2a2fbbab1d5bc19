package dev.digester.ignore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random rules over random trees, compared with {@code git check-ignore}. */
class GitAgreesTest {
  private static final int TREES = 60;

  private static final String[] NAMES = {
    "a", "b", "ab", "a.b", "abc", "a b", "a ", "#a", "!a", "a\\b", "[a]", "*", "ü", "Z9", "-", "a]"
  };

  private static final String[] PIECES = {
    "a",
    "b",
    "c",
    "ab",
    ".",
    "/",
    "/",
    "*",
    "**",
    "**/",
    "/**",
    "/**/",
    "?",
    "[ab]",
    "[!a]",
    "[^b]",
    "[a-c]",
    "[]a]",
    "[!]a]",
    "[[:alpha:]]",
    "[[:nope:]]",
    "[[:digit:]-z]",
    "[a",
    "[a-",
    "[\\]a]",
    "[[:a]",
    "\\a",
    "\\ ",
    "\\*",
    "\\#",
    "\\!",
    "\\\\",
    "\\",
    "#",
    "!",
    " ",
    "ü",
    "\t",
    "***",
    "[--9]"
  };

  @TempDir Path tree;

  @BeforeEach
  void makeRepository() throws Exception {
    git(List.of("init", "-q"), "");
  }

  @Test
  void random_rules_leave_out_the_same_paths_as_in_git() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < TREES; round++) {
      Path root = Files.createDirectory(tree.resolve("t" + round));
      Tree made = Tree.random(root, random);

      assertThat(made.left())
          .as("seed %d, round %d, rules %s", seed, round, made.rules())
          .isEqualTo(made.leftByGit());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "/a",
        "a/",
        "/a/",
        "a/b",
        "a/*",
        "a/**",
        "**/a",
        "**/a/**",
        "a/**/b",
        "a**b",
        "a**/b",
        "*",
        "!a\n",
        "*\n!a/",
        "*\n!*/\n!a",
        "a \n",
        "a\\ ",
        "a\\",
        "# a",
        "\\#a",
        "\\!a",
        "[a-b]",
        "[!a]",
        "\r\na\r\n",
        "\uFEFFa",
        "a/b/",
        "b/**/",
        "***",
        "/",
        "//",
        "!",
        "a//",
        "/**",
        "**",
        "[[:alpha:]]b",
        "?",
        "??",
        "\u00FC",
        "*.b",
        "a?b",
        "**a/b",
        "a/***/b",
        "**\\/b"
      })
  void a_rule_leaves_out_the_same_paths_as_in_git(String rules) throws Exception {
    Path root = Files.createDirectory(tree.resolve("one"));
    Tree made = Tree.full(root, rules);

    assertThat(made.left()).isEqualTo(made.leftByGit());
  }

  /** A directory with files and rules. */
  private record Tree(Path root, List<String> files, List<String> directories, List<String> rules) {
    static Tree full(Path root, String rules) throws IOException {
      Tree made = new Tree(root, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (String one : NAMES) {
        made.files.add(one);
        for (String two : List.of("a", "b", "ab", "a.b")) {
          made.files.add("d/" + one + "/" + two);
          made.files.add("e" + one + "/" + two + "/b");
        }
      }
      for (String name : List.of("f/a/b", "f/b/c/a", "f/a.b/c", "f/ab/xa/yb")) {
        made.files.add(name);
      }
      made.directories.add("");
      made.write(rules, "");
      made.make();
      return made;
    }

    static Tree random(Path root, Random random) throws IOException {
      Tree made = new Tree(root, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      TreeSet<String> names = new TreeSet<>();
      made.grow("", 0, random, names);
      made.files.addAll(names);
      made.make();
      for (String directory : made.directories) {
        if (directory.isEmpty() || random.nextInt(3) == 0) {
          made.write(randomRules(random), directory);
        }
      }
      return made;
    }

    private void grow(String directory, int depth, Random random, TreeSet<String> names) {
      directories.add(directory);
      TreeSet<String> taken = new TreeSet<>();
      for (int i = 0; i < 5; i++) {
        String name = NAMES[random.nextInt(NAMES.length)];
        if (!taken.add(name)) {
          continue;
        }
        if (depth < 3 && random.nextInt(3) == 0) {
          grow(directory + name + "/", depth + 1, random, names);
        } else {
          names.add(directory + name);
        }
      }
    }

    private static String randomRules(Random random) {
      StringBuilder rules = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
      for (int line = random.nextInt(4); line >= 0; line--) {
        rules.append(random.nextInt(4) == 0 ? "!" : "");
        for (int piece = random.nextInt(4); piece >= 0; piece--) {
          rules.append(PIECES[random.nextInt(PIECES.length)]);
        }
        rules.append(random.nextInt(6) == 0 ? "\r\n" : line > 0 ? "\n" : "");
      }
      return rules.toString();
    }

    private void write(String text, String directory) throws IOException {
      Files.createDirectories(root.resolve(directory));
      Files.writeString(root.resolve(directory + ".gitignore"), text);
      rules.add(directory + ": " + text);
    }

    private void make() throws IOException {
      for (String file : files) {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        if (!Files.exists(path)) {
          Files.createFile(path);
        }
      }
      for (String directory : directories) {
        Files.createDirectories(root.resolve(directory));
      }
    }

    /** The files that our rules leave. */
    TreeSet<String> left() throws IOException {
      TreeSet<String> left = new TreeSet<>();
      walk("", IgnoreChain.NONE, left);
      return left;
    }

    private void walk(String directory, IgnoreChain above, TreeSet<String> left)
        throws IOException {
      Path rulesFile = root.resolve(directory + ".gitignore");
      IgnoreChain chain =
          Files.exists(rulesFile)
              ? above.with(IgnoreFile.of(Files.readAllBytes(rulesFile)), ByteChars.of(directory))
              : above;
      try (var paths = Files.list(root.resolve(directory))) {
        for (Path path : paths.toList()) {
          String shown = directory + path.getFileName();
          boolean isDirectory = Files.isDirectory(path);
          if (chain.excludes(ByteChars.of(shown), isDirectory)) {
            continue;
          }
          if (isDirectory) {
            walk(shown + "/", chain, left);
          } else if (!shown.endsWith(".gitignore")) {
            left.add(shown);
          }
        }
      }
    }

    /** The files that are not in what git says is ignored. */
    TreeSet<String> leftByGit() throws Exception {
      TreeSet<String> all = new TreeSet<>();
      try (var paths = Files.walk(root)) {
        paths
            .filter(Files::isRegularFile)
            .map(path -> root.relativize(path).toString())
            .filter(path -> !path.endsWith(".gitignore"))
            .forEach(all::add);
      }
      String asked = String.join("\0", all.stream().map(path -> "./" + path).toList());
      String said = git(root, List.of("check-ignore", "-z", "--stdin"), asked);
      for (String ignored : said.split("\0", -1)) {
        if (!ignored.isEmpty()) {
          all.remove(ignored.substring(2));
        }
      }
      return all;
    }
  }

  private String git(List<String> words, String input) throws Exception {
    return git(tree, words, input);
  }

  private static String git(Path directory, List<String> words, String input) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.excludesFile=/dev/null"));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process git = builder.start();
    try (var in = git.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    }
    String said = new String(git.getInputStream().readAllBytes(), UTF_8);
    assertThat(git.waitFor()).isLessThan(2);
    return said;
  }
}
