package dev.digester.files;

import static dev.digester.files.Trees.file;
import static dev.digester.files.Trees.find;
import static dev.digester.files.Trees.pods;
import static dev.digester.files.Trees.shell;
import static dev.digester.files.Trees.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSearchTest {
  @TempDir Path tree;

  @Test
  void a_directory_means_its_yaml_and_json_files_and_kustomizations_sorted_by_path()
      throws Exception {
    pods(
        tree, "b.yml", "a/z.yaml", "a.yaml", "a-b.json", "c/Kustomization", "README.md", "x.yaml~");

    assertThat(shown(tree, "."))
        .containsExactly("a-b.json", "a.yaml", "a/z.yaml", "b.yml", "c/Kustomization");
    assertThat(shown(tree, "a/")).containsExactly("a/z.yaml");
    assertThat(shown(tree, "./a/../a")).containsExactly("a/z.yaml");
    assertThat(shown(tree, tree.toString())).hasSize(5).allMatch(path -> path.startsWith("/"));
  }

  @Test
  void hidden_files_and_directories_are_left_out_but_count_where_they_are_named() throws Exception {
    pods(tree, ".git/x.yaml", ".github/y.yaml", ".hidden.yaml", "a.yaml");

    assertThat(shown(tree, ".")).containsExactly("a.yaml");
    assertThat(shown(tree, ".hidden.yaml", ".github"))
        .containsExactly(".hidden.yaml", ".github/y.yaml");
  }

  @Test
  void ignored_files_are_left_out_in_a_work_tree_and_outside_of_one() throws Exception {
    pods(tree, "a.yaml", "b.yaml", "sub/a.yaml", "sub/keep/b.yaml", "out/c.yaml");
    file(tree, ".gitignore", "b.yaml\n/out/\n");
    file(tree, "sub/keep/.gitignore", "!b.yaml\n");

    assertThat(shown(tree, ".")).containsExactly("a.yaml", "sub/a.yaml", "sub/keep/b.yaml");
    assertThat(shown(tree, "b.yaml")).containsExactly("b.yaml");
  }

  @Test
  void rules_above_a_directory_hold_in_a_work_tree_only_and_not_for_the_directory_itself()
      throws Exception {
    pods(tree, "out/a.yaml", "out/b.yaml");
    file(tree, ".gitignore", "b.yaml\n/out/\n");
    assertThat(shown(tree, "out")).containsExactly("out/a.yaml", "out/b.yaml");

    shell(tree, "git init -q");

    assertThat(shown(tree, "out")).containsExactly("out/a.yaml");
    assertThat(shown(tree.resolve("out"), ".")).containsExactly("a.yaml");
  }

  @Test
  void krmignore_leaves_out_what_gitignore_includes() throws Exception {
    pods(tree, "a.yaml", "b.yaml", "c.yaml");
    file(tree, ".gitignore", "*\n!b.yaml\n!c.yaml\n");
    file(tree, ".krmignore", "c.yaml\n");

    assertThat(shown(tree, ".")).containsExactly("b.yaml");
  }

  @Test
  void the_rules_of_info_exclude_hold_in_work_trees_and_linked_work_trees() throws Exception {
    shell(
        tree,
        "git init -q main && cd main && git -c user.name=x -c user.email=x@x commit -q"
            + " --allow-empty -m x && git worktree add -q ../linked && echo a.yaml >> .git/info/exclude");
    pods(tree, "main/a.yaml", "main/b.yaml", "linked/a.yaml", "linked/b.yaml");

    assertThat(shown(tree, "main", "linked")).containsExactly("main/b.yaml", "linked/b.yaml");
  }

  @Test
  void a_repository_in_a_directory_has_its_own_rules() throws Exception {
    pods(tree, "in/a.yaml", "in/b.yaml");
    file(tree, ".gitignore", "a.yaml\n");
    file(tree, "in/.gitignore", "b.yaml\n");
    shell(tree, "git init -q in");

    assertThat(shown(tree, ".")).containsExactly("in/a.yaml");
  }

  @Test
  void links_to_files_inside_the_directory_are_followed_and_others_are_not() throws Exception {
    pods(tree, "out.yaml", "in/a.yaml", "in/.data/b.yaml");
    Path in = tree.resolve("in");
    Files.createSymbolicLink(in.resolve("same.yaml"), Path.of("a.yaml"));
    Files.createSymbolicLink(in.resolve("inner.yaml"), Path.of(".data/b.yaml"));
    Files.createSymbolicLink(in.resolve("outer.yaml"), Path.of("../out.yaml"));
    Files.createSymbolicLink(in.resolve("nowhere.yaml"), Path.of("none"));
    Files.createSymbolicLink(in.resolve("loop.yaml"), Path.of("loop.yaml"));
    Files.createSymbolicLink(in.resolve("up"), Path.of(".."));
    Files.createSymbolicLink(tree.resolve("link"), Path.of("in"));

    assertThat(shown(tree, "in")).containsExactly("in/a.yaml", "in/inner.yaml");
    assertThat(shown(tree, "in/outer.yaml")).containsExactly("in/outer.yaml");
    assertThat(shown(tree, "link")).containsExactly("link/a.yaml", "link/inner.yaml");
  }

  @Test
  void a_file_that_is_named_twice_counts_once_where_it_is_named_first() throws Exception {
    pods(tree, "a.yaml", "b.yaml");
    Files.createSymbolicLink(tree.resolve("l"), Path.of("a.yaml"));

    assertThat(shown(tree, "b.yaml", "l", ".", "./a.yaml", tree + "/b.yaml"))
        .containsExactly("b.yaml", "l");
  }

  @Test
  void templates_of_charts_are_left_out_with_one_note() throws Exception {
    pods(
        tree,
        "one/values.yaml",
        "one/templates/x.yaml",
        "two/templates/y.yaml",
        "templates/z.yaml");
    file(tree, "one/Chart.yaml", "name: one\n");
    file(tree, "two/Chart.yaml", "name: two\n");

    Found found = find(tree, ".");

    assertThat(found.files().stream().map(FoundFile::shown))
        .containsExactly("one/Chart.yaml", "one/values.yaml", "templates/z.yaml", "two/Chart.yaml");
    assertThat(found.notes())
        .extracting(Note::toString)
        .containsExactly(
            "one/templates, two/templates: left out, templates of a Helm chart;"
                + " render the chart to include them");
    assertThat(shown(tree, "one/templates")).containsExactly("one/templates/x.yaml");
  }

  @Test
  void a_fifo_is_left_out_of_a_directory_and_read_as_a_stream_where_it_is_named() throws Exception {
    shell(tree, "mkfifo p.yaml");
    pods(tree, "a.yaml");

    assertThat(find(tree, ".").notes())
        .extracting(Note::toString)
        .containsExactly("p.yaml: left out, is not a regular file");
    assertThat(find(tree, "p.yaml").files())
        .extracting(FoundFile::kind)
        .containsExactly(FoundFile.Kind.STREAM);
  }

  @Test
  void no_file_at_all_is_a_problem() throws Exception {
    file(tree, "README.md", "x");

    assertThat(find(tree, ".").problems())
        .extracting(Problem::toString)
        .containsExactly(
            ".: holds no manifests: expected *.yaml, *.yml, *.json or Kustomization"
                + " that are not hidden and not ignored");
    assertThat(find(tree, "none.yaml").problems())
        .extracting(Problem::toString)
        .containsExactly("none.yaml: cannot be read: does not exist");
  }

  @Test
  void a_name_with_a_line_break_is_found_and_shown_on_one_line() throws Exception {
    pods(tree, "a\nb.yaml");

    assertThat(shown(tree, ".")).containsExactly("a\nb.yaml");
    assertThat(Problem.of("a\nb.yaml", "is bad")).hasToString("a\\nb.yaml: is bad");
  }

  @Test
  void a_name_that_is_not_utf8_is_a_problem_unless_it_is_ignored() throws Exception {
    pods(tree, "é.yaml");
    shell(
        tree,
        "echo x > $'b\\xE9.yaml'; mkdir $'d\\xFF'; echo x > $'d\\xFF/c.yaml'; echo > $'n\\xFF'");

    assertThat(find(tree, ".").problems())
        .extracting(Problem::toString)
        .containsExactly(
            "b\\xE9.yaml: its name is not UTF-8: rename it",
            "d\\xFF/c.yaml: its name is not UTF-8: rename it");
    assertThat(find(tree, ".").files()).extracting(FoundFile::shown).containsExactly("é.yaml");

    file(tree, ".gitignore", "b*\nd*\n");

    assertThat(shown(tree, ".")).containsExactly("é.yaml");
  }

  @Test
  void the_configuration_is_the_nearest_up_to_the_root_of_the_work_tree() throws Exception {
    file(tree, ".digester.yaml", "x");
    Files.createDirectories(tree.resolve("repo/a/b"));
    assertThat(ConfigurationFile.nearest(tree.resolve("repo/a"))).isEmpty();
    assertThat(ConfigurationFile.nearest(tree))
        .contains(tree.toRealPath().resolve(".digester.yaml"));

    shell(tree, "git init -q repo");
    assertThat(ConfigurationFile.nearest(tree.resolve("repo/a/b"))).isEmpty();

    Path own = file(tree, "repo/.digester.yaml", "x");
    assertThat(ConfigurationFile.nearest(tree.resolve("repo/a/b"))).contains(own.toRealPath());
  }
}
