package dev.digester.lock;

import static dev.digester.lock.ImageLockTest.A;
import static dev.digester.lock.ImageLockTest.B;
import static dev.digester.lock.ImageLockTest.platforms;
import static dev.digester.lock.ImageLockTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.credentials.Answer;
import dev.digester.lock.LockPlaces.Placed;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.resolve.Question;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolution.Cause;
import dev.digester.resolve.Resolution.Failed;
import dev.digester.resolve.Resolution.Resolved;
import dev.digester.resolve.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockedResolverTest {
  private final List<String> asked = new ArrayList<>();

  private Resolution ask(LockMode mode, String image, Platform... platforms) {
    Optional<ImageLock> lock = Optional.of(read("images:\n- name: nginx\n  digest: " + A));
    return ask(new LockedResolver.Answers(mode, lock, List.of(platforms), "digester lock"), image);
  }

  private Resolution ask(LockedResolver.Answers answers, String image) {
    return new LockedResolver(this::look, answers)
        .resolve(
            new Question(
                ImageReference.parse(image),
                (_, _) -> new Answer.None(List.of(), Optional.empty())));
  }

  private Resolution look(Question question) {
    asked.add(question.reference().written());
    return new Resolved(
        Digest.parse(B).orElseThrow(), "", Source.REGISTRY, Optional.empty(), List.of(), List.of());
  }

  private static Source source(Resolution resolution) {
    return ((Resolved) resolution).source();
  }

  @Test
  void a_lock_answers_what_it_knows_and_the_rest_is_looked_up() {
    for (LockMode mode : List.of(LockMode.USE, LockMode.UPDATE)) {
      assertThat(source(ask(mode, "docker.io/nginx:latest"))).isEqualTo(Source.LOCK);
      assertThat(asked).isEmpty();
      assertThat(source(ask(mode, "redis"))).isEqualTo(Source.REGISTRY);
      assertThat(asked).containsExactly("redis");
      asked.clear();
    }
  }

  @Test
  void off_and_refresh_look_everything_up() {
    assertThat(source(ask(LockMode.OFF, "nginx"))).isEqualTo(Source.REGISTRY);
    assertThat(source(ask(LockMode.REFRESH, "nginx"))).isEqualTo(Source.REGISTRY);
  }

  @Test
  void a_frozen_lock_asks_nothing_and_names_the_command_that_adds_an_image() {
    assertThat(source(ask(LockMode.FROZEN, "nginx"))).isEqualTo(Source.LOCK);
    Failed failed = (Failed) ask(LockMode.FROZEN, "redis");
    assertThat(failed.cause()).isEqualTo(Cause.UNLOCKED);
    assertThat(failed.message())
        .isEqualTo(
            "it is not in images.lock.yaml, and the lock is frozen; 'digester lock' adds it");
    assertThat(asked).isEmpty();
  }

  @Test
  void an_entry_without_the_platforms_does_not_count() {
    Platform amd64 = platforms("linux/amd64").getFirst();
    assertThat(source(ask(LockMode.USE, "nginx", amd64))).isEqualTo(Source.REGISTRY);
    assertThat(((Failed) ask(LockMode.FROZEN, "nginx", amd64)).message())
        .isEqualTo(
            "its entry in images.lock.yaml does not say that it has linux/amd64, and the lock is frozen; 'digester lock' adds it");
  }

  @Test
  void frozen_without_a_lock_is_an_error() {
    var answers =
        new LockedResolver.Answers(LockMode.FROZEN, Optional.empty(), List.of(), "digester lock");
    assertThat(((Failed) ask(answers, "nginx")).message())
        .isEqualTo("there is no lock, and only a lock may answer; 'digester lock' adds it");
  }

  @Test
  void the_nearest_lock_serves_and_what_it_lacks_is_not_sought_in_another() {
    ImageLock outer = read("");
    ImageLock inner = read("images: []\n");
    LockPlaces places =
        LockPlaces.of(
            List.of(
                new Placed("images.lock.yaml", 0, outer), new Placed("a/b/lock.yaml", 0, inner)));
    assertThat(places.serving("a/b/x.yaml")).containsSame(inner);
    assertThat(places.serving("a/b/c/x.yaml")).containsSame(inner);
    assertThat(places.serving("./a/b/c/x.yaml")).containsSame(inner);
    assertThat(places.serving("a/bc/x.yaml")).containsSame(outer);
    assertThat(places.serving("x.yaml")).containsSame(outer);
    assertThat(places.serving("")).containsSame(outer);
    assertThat(LockPlaces.of(List.of(new Placed("a/l.yaml", 0, outer))).serving("b/x.yaml"))
        .isEmpty();
  }

  @Test
  void two_locks_in_one_directory_are_an_error_in_one_file_too() {
    Placed one = new Placed("a/one.yaml", 0, read(""));
    assertThatThrownBy(() -> LockPlaces.of(List.of(one, new Placed("a/two.yaml", 0, read("")))))
        .hasMessage(
            "a/one.yaml[0] and a/two.yaml[0] are two locks of one directory; keep one of them");
    assertThatThrownBy(() -> LockPlaces.of(List.of(one, new Placed("a/one.yaml", 1, read("")))))
        .hasMessageStartingWith("a/one.yaml[0] and a/one.yaml[1]");
  }
}
