package dev.digester.krm;

import dev.digester.document.Key;
import dev.digester.document.KeyedValues;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * A Kubernetes resource: a view of a mapping. Nothing is required of it, since orchestrators hand
 * over whatever a package holds: kind, metadata and all else may be missing or of another type, and
 * then count as absent.
 */
public record Resource(Mapping node) {
  private static final Key API_VERSION = Key.of("apiVersion");
  private static final Key KIND = Key.of("kind");
  private static final Key METADATA = Key.of("metadata");
  private static final Key NAME = Key.of("name");
  private static final Key NAMESPACE = Key.of("namespace");
  private static final Key ANNOTATIONS = Key.of("annotations");
  private static final Key ITEMS = Key.of("items");
  private static final String LIST = "List";
  private static final Key[] IDENTITY = {API_VERSION, KIND, METADATA};
  private static final Key[] NAMES = {NAME, NAMESPACE};
  private static final Key LOCAL_CONFIG = Key.of("config.kubernetes.io/local-config");

  /** {@code group/version}, or the version only for the core group. */
  public Optional<String> apiVersion() {
    return node.text(API_VERSION);
  }

  /** The part of {@link #apiVersion} before the slash; empty text for the core group. */
  public String group() {
    String apiVersion = apiVersion().orElse("");
    return apiVersion.substring(0, Math.max(apiVersion.indexOf('/'), 0));
  }

  /** The part of {@link #apiVersion} after the slash. */
  public String version() {
    String apiVersion = apiVersion().orElse("");
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  public Optional<String> kind() {
    return node.text(KIND);
  }

  /** Whether the resource is of a kind, of whatever group; cheaper than comparing {@link #kind}. */
  public boolean isKind(Key kind) {
    return isAnyKind(List.of(kind));
  }

  /** Whether the resource is of one of some kinds, of whatever group. */
  public boolean isAnyKind(List<Key> kinds) {
    Optional<Scalar> own = node.scalar(KIND);
    for (int i = 0; i < kinds.size() && own.isPresent(); i++) {
      if (own.get().is(kinds.get(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The resources that a {@code List}, a {@code DeploymentList} or any other list of resources
   * holds, as API servers answer with them; none for all else.
   */
  public List<Resource> listed() {
    Optional<Sequence> items = node.sequence(ITEMS);
    if (items.isEmpty() || !kind().orElse("").endsWith(LIST)) {
      return List.of();
    }
    return items.get().elements().stream()
        .filter(Mapping.class::isInstance)
        .map(item -> new Resource((Mapping) item))
        .toList();
  }

  public Optional<String> name() {
    return node.mapping(METADATA).flatMap(metadata -> metadata.text(NAME));
  }

  public Optional<String> namespace() {
    return node.mapping(METADATA)
        .flatMap(metadata -> metadata.text(NAMESPACE))
        .filter(name -> !name.isEmpty());
  }

  /** The value of an annotation of the resource itself. */
  public Optional<String> annotation(Key key) {
    return annotation(node, key);
  }

  /** The annotations of the resource itself, for anyone who asks for several. */
  Optional<Mapping> annotations() {
    return annotations(node);
  }

  /** The value of an annotation of whatever has {@code metadata}: a resource or a pod template. */
  public static Optional<String> annotation(Mapping owner, Key key) {
    return annotations(owner).flatMap(annotations -> annotations.text(key));
  }

  private static Optional<Mapping> annotations(Mapping owner) {
    return owner.mapping(METADATA).flatMap(metadata -> metadata.mapping(ANNOTATIONS));
  }

  /**
   * Whether the resource configures tools and is never applied: {@code
   * config.kubernetes.io/local-config}, not "false".
   */
  public boolean isLocalConfig() {
    return annotation(LOCAL_CONFIG).filter(value -> !value.equals("false")).isPresent();
  }

  public ResourceRef ref() {
    KeyedValues own = node.under(IDENTITY);
    Optional<KeyedValues> names = own.mapping(METADATA).map(metadata -> metadata.under(NAMES));
    return new ResourceRef(
        own.text(API_VERSION).orElse(""),
        own.text(KIND).orElse(""),
        names.flatMap(metadata -> metadata.text(NAME)).orElse(""),
        names.flatMap(metadata -> metadata.text(NAMESPACE)).filter(name -> !name.isEmpty()));
  }
}
