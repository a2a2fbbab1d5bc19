package dev.digester.files;

import static dev.digester.files.Trees.POD;
import static dev.digester.files.Trees.file;
import static dev.digester.files.Trees.read;
import static dev.digester.files.Trees.readInput;
import static dev.digester.files.Trees.shell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReadingTest {
  @TempDir Path tree;

  @Test
  void documents_with_apiVersion_and_kind_are_resources_and_others_stay() throws Exception {
    file(tree, "a.yaml", POD + "---\n# nothing\n---\nimage: x\n---\n- 1\n---\n" + POD);

    ManifestFile read = read(tree, ".").files().getFirst();

    assertThat(read.items()).extracting(item -> item.node().line()).containsExactly(1, 11);
    assertThat(read.others()).extracting(other -> other.line()).containsExactly(7, 9);
    assertThat(read.origin(read.items().get(1)).orElseThrow()).hasToString("a.yaml[4]");
    assertThat(read.reread(read.document()).items()).hasSize(2);
  }

  @Test
  void an_empty_apiVersion_or_kind_is_none() throws Exception {
    file(tree, "a.yaml", "apiVersion: v1\nkind:\n---\napiVersion: ''\nkind: Pod\n");

    assertThat(read(tree, ".").files().getFirst().items()).isEmpty();
  }

  @Test
  void the_items_of_a_ResourceList_are_resources_and_a_List_is_one() throws Exception {
    String list = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- kind: Pod\n";
    file(tree, "a.yaml", list + "---\napiVersion: v1\nkind: List\nitems: []\n");

    ManifestFile read = read(tree, ".").files().getFirst();

    assertThat(read.items())
        .extracting(item -> item.kind().orElse(""))
        .containsExactly("Pod", "List");
    assertThat(read.origin(read.items().getFirst()).orElseThrow()).hasToString("a.yaml[0]");
    assertThat(readInput(list).files().getFirst().items()).hasSize(1);
  }

  @Test
  void a_kustomization_needs_neither_apiVersion_nor_kind() throws Exception {
    file(tree, "kustomization.yaml", "images: []\n");
    file(tree, "x/Kustomization", "images: []\n");
    file(tree, "y/kustomizations.yaml", "images: []\n");

    assertThat(read(tree, ".").files())
        .extracting(ManifestFile::isKustomization, file -> file.items().size())
        .containsExactly(tuple(true, 1), tuple(true, 1), tuple(false, 0));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  @Test
  void what_does_not_parse_is_a_problem_with_its_line() throws Exception {
    file(tree, "a.yaml", POD);
    file(tree, "b.yaml", "a: b\n c: [\n");
    file(tree, "c.yaml", "a: \u0000\n");

    assertThat(read(tree, ".").problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            b -> assertThat(b).startsWith("b.yaml:2: "),
            c ->
                assertThat(c)
                    .isEqualTo(
                        "c.yaml:1: the text is binary: it holds the control character 0x00"));
  }

  @Test
  void templates_that_do_not_parse_are_left_out_with_one_note_and_others_are_read()
      throws Exception {
    file(tree, "a.yaml", "{{ if x }}\na: b\n{{ end }}\n");
    file(tree, "b.yaml", "{{- x }}\n[");
    file(tree, "c.yaml", POD + "x: '{{ y }}'\n");

    Reading reading = read(tree, ".");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.files()).extracting(ManifestFile::path).containsExactly("c.yaml");
    assertThat(reading.notes())
        .extracting(Note::toString)
        .containsExactly(
            "a.yaml, b.yaml: left out, holds {{ and is not YAML; render the template to include it");
  }

  @Test
  void json_files_that_are_not_json_are_left_out_even_where_they_are_yaml() throws Exception {
    file(tree, "a.json", "{\"a\": 1}");
    file(tree, "b.json", "{ // x\n \"a\": 1 }");
    file(tree, "c.json", "a: 1\n");
    file(tree, "d.json", "{\"a\": 1}\n{\"a\": 2}\n");
    file(tree, "e.json", "\uFEFF[1]");
    file(tree, "f.yaml", "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}");

    Reading reading = read(tree, ".");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.files())
        .extracting(ManifestFile::path)
        .containsExactly("a.json", "e.json", "f.yaml");
    assertThat(reading.notes())
        .extracting(Note::toString)
        .containsExactly("b.json, c.json, d.json: left out, is not JSON");
  }

  @Test
  void a_file_of_more_than_256_MiB_is_a_problem_and_is_not_read() throws Exception {
    try (RandomAccessFile sparse = new RandomAccessFile(tree.resolve("a.yaml").toFile(), "rw")) {
      sparse.setLength((256L << 20) + 1);
    }

    assertThat(read(tree, "a.yaml").problems())
        .extracting(Problem::toString)
        .containsExactly("a.yaml: is larger than 256 MiB: split it or ignore it");
  }

  @Test
  void a_pipe_that_is_named_is_read_to_its_end() throws Exception {
    shell(tree, "mkfifo p");
    Process writer =
        new ProcessBuilder("sh", "-c", "printf 'apiVersion: v1\\nkind: Pod\\n' > p")
            .directory(tree.toFile())
            .start();

    assertThat(read(tree, "p").files().getFirst().items()).hasSize(1);
    assertThat(writer.waitFor()).isZero();
  }

  @Test
  void empty_standard_input_is_a_problem() {
    assertThat(readInput(" \n").problems())
        .extracting(Problem::toString)
        .containsExactly("-: standard input is empty: expected manifests");
    assertThat(readInput(POD).files().getFirst().path()).isEqualTo("-");
  }

  @Test
  void a_file_that_goes_after_it_was_found_is_a_problem() throws Exception {
    file(tree, "a.yaml", POD);
    Found found = Trees.find(tree, ".");
    shell(tree, "rm a.yaml");

    assertThat(FileReading.read(found, java.io.InputStream.nullInputStream()).problems())
        .extracting(Problem::toString)
        .containsExactly("a.yaml: cannot be read: does not exist");
  }

  @Test
  void many_files_are_read_in_their_order() throws Exception {
    String[] names = new String[1000];
    Arrays.setAll(names, i -> "d%d/f%04d.yaml".formatted(i / 250, i));
    Trees.pods(tree, names);

    assertThat(read(tree, ".").files()).extracting(ManifestFile::path).containsExactly(names);
  }
}
