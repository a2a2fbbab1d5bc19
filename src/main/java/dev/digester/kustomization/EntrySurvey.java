package dev.digester.kustomization;

import dev.digester.config.Configuration;
import dev.digester.config.Reaction;
import dev.digester.document.Document;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.text.Edit;
import dev.digester.images.FoundImage;
import dev.digester.images.FoundImage.Status;
import dev.digester.images.LookedUp;
import dev.digester.images.Pull;
import dev.digester.images.Survey;
import dev.digester.krm.Change;
import dev.digester.krm.Resource;
import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Rewrite;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.reference.InvalidReferenceException;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolution.Resolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The entries of the Kustomizations of one text. */
record EntrySurvey(List<Entry> entries, Configuration configuration) implements Survey {
  /**
   * An entry with a tag.
   *
   * @param image as the build will name it, without a digest
   * @param status what is known without asking
   * @param pull what is asked, where something is
   */
  record Entry(
      Resource resource,
      KustomizationImage entry,
      String image,
      Status status,
      Optional<Pull> pull,
      Optional<String> reason) {

    static Optional<Entry> of(
        Resource resource,
        KustomizationImage entry,
        Configuration configuration,
        Predicate<String> refreshed) {
      return entry.image().map(image -> judge(resource, entry, image, configuration, refreshed));
    }

    private static Entry judge(
        Resource resource,
        KustomizationImage entry,
        String image,
        Configuration configuration,
        Predicate<String> refreshed) {
      boolean refresh = entry.digest().isPresent() && refreshed.test(image);
      if (configuration.skip().matches(image)) {
        return new Entry(
            resource,
            entry,
            image,
            Status.SKIPPED,
            Optional.empty(),
            of("skipped by configuration"));
      }
      if (entry.isPinned() && !refresh) {
        return new Entry(resource, entry, image, Status.KEPT, Optional.empty(), of("has a digest"));
      }
      try {
        Pull pull = new Pull(ImageReference.parse(image), KustomizationPins.WORKLOAD);
        return new Entry(
            resource, entry, image, Status.UNPINNED, Optional.of(pull), of("has no digest"));
      } catch (InvalidReferenceException e) {
        return new Entry(
            resource, entry, image, Status.INVALID, Optional.empty(), of(e.getMessage()));
      }
    }

    private static Optional<String> of(String reason) {
      return Optional.of(reason);
    }

    String field() {
      return entry.path().toString();
    }

    Node node() {
      return entry.tagNode();
    }
  }

  EntrySurvey {
    entries = List.copyOf(entries);
  }

  @Override
  public Set<Pull> pulls() {
    Set<Pull> pulls = new LinkedHashSet<>();
    entries.forEach(entry -> entry.pull().ifPresent(pulls::add));
    return pulls;
  }

  @Override
  public Plan plan(LookedUp lookedUp) {
    List<Change> changes = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    Set<String> wanted = new HashSet<>();
    for (Entry entry : entries) {
      switch (answer(entry, lookedUp)) {
        case Answer.None _ -> {}
        case Answer.Said(Result result) -> results.add(result);
        case Answer.Found(Resolved resolved) -> {
          Digest digest = resolved.digest();
          results.add(pinned(entry, resolved));
          wanted.add(digest.toString());
          switch (entry.entry().withDigest(digest)) {
            case DigestChange.Insert(Edit edit) -> edits.add(edit);
            case DigestChange.Fill(var scalar, String value) ->
                changes.add(
                    new Change(
                        entry.resource(), entry.entry().path().field("digest"), scalar, value));
          }
        }
      }
    }
    return new Plan(changes, new Rewrite(edits, edited -> holds(edited, wanted)), results);
  }

  /** What came of an entry. */
  private sealed interface Answer {
    /** Nothing is done. */
    record None() implements Answer {}

    /** Something is wrong. */
    record Said(Result result) implements Answer {}

    /** It gets a digest. */
    record Found(Resolved resolved) implements Answer {}
  }

  private Answer answer(Entry entry, LookedUp lookedUp) {
    if (entry.status() == Status.INVALID) {
      return new Answer.Said(problem(entry, configuration.onInvalid(), entry.reason().orElse("")));
    }
    if (entry.pull().isEmpty()) {
      return new Answer.None();
    }
    return switch (lookedUp.find(entry.pull().get()).orElse(null)) {
      case null -> new Answer.None();
      case Resolution.Failed failed ->
          new Answer.Said(
              problem(entry, configuration.onFailure(), entry.image() + ": " + failed.message()));
      case Resolved resolved ->
          entry.entry().digest().equals(Optional.of(resolved.digest().toString()))
              ? new Answer.None()
              : new Answer.Found(resolved);
    };
  }

  private static Result problem(Entry entry, Reaction reaction, String reason) {
    boolean fail = reaction == Reaction.FAIL;
    return Result.of(
            fail ? Severity.ERROR : Severity.WARNING, (fail ? "cannot pin " : "kept ") + reason)
        .on(entry.resource(), Result.Field.read(entry.field(), entry.image()), entry.node());
  }

  private static Result pinned(Entry entry, Resolved resolved) {
    String digest = resolved.digest().toString();
    return Result.info("pinned " + entry.image() + " to " + digest)
        .on(
            entry.resource(),
            Result.Field.changed(entry.field() + ".digest", "", digest),
            entry.node())
        .tag("image", entry.image())
        .tag("digest", digest)
        .tag("mediaType", resolved.mediaType())
        .tag("source", resolved.source().tag());
  }

  /** Whether some entry has each of the digests. */
  private static boolean holds(Document edited, Set<String> digests) {
    Set<String> missing = new HashSet<>(digests);
    for (Node root : edited.roots()) {
      if (root instanceof Mapping mapping) {
        new Kustomization(mapping)
            .images()
            .forEach(image -> image.digest().ifPresent(missing::remove));
      }
    }
    return missing.isEmpty();
  }

  @Override
  public List<FoundImage> found(LookedUp lookedUp) {
    return entries.stream().map(entry -> found(entry, lookedUp)).toList();
  }

  private static FoundImage found(Entry entry, LookedUp lookedUp) {
    Optional<Resolution> answer = entry.pull().flatMap(lookedUp::find);
    Optional<Digest> old = entry.entry().digest().flatMap(Digest::parse);
    return switch (answer.orElse(null)) {
      case null -> image(entry, entry.status(), old, Optional.empty(), entry.reason());
      case Resolution.Failed failed ->
          image(entry, Status.FAILED, old, Optional.empty(), Optional.of(failed.message()));
      case Resolved resolved -> {
        Optional<Digest> now = Optional.of(resolved.digest());
        Status status =
            old.isEmpty() ? Status.PINNED : old.equals(now) ? Status.KEPT : Status.REFRESHED;
        yield image(entry, status, now, Optional.of(resolved), Optional.empty());
      }
    };
  }

  private static FoundImage image(
      Entry entry,
      Status status,
      Optional<Digest> digest,
      Optional<Resolved> resolved,
      Optional<String> reason) {
    return new FoundImage(
        entry.resource(),
        entry.field(),
        entry.node(),
        entry.image(),
        status,
        digest,
        resolved,
        reason);
  }
}
