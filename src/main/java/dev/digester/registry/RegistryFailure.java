package dev.digester.registry;

import dev.digester.reference.Digest;
import dev.digester.reference.Platform;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A registry gave no digest. Each kind says what was tried on what, what came back and what to do,
 * without secrets, user names and query strings, and in words that no container runtime's output is
 * filtered for.
 */
public sealed interface RegistryFailure extends ManifestAnswer {

  /** One line for people, without a full stop. */
  String message();

  /**
   * Whether a host itself, at its own address, gave no answer or did not prove who it is. Only that
   * says something about other images: a redirect's target and a token service are a matter of the
   * image that led there.
   *
   * @param host as in references
   */
  default boolean isSilenceOf(String host) {
    return switch (this) {
      case Unreachable unreachable -> unreachable.host().equals(host);
      case Untrusted untrusted -> untrusted.host().equals(host);
      case TimedOut timedOut -> timedOut.host().equals(host);
      case UnknownTag _,
          UnknownRepository _,
          Unauthorised _,
          Denied _,
          RateLimited _,
          Dropped _,
          MissingPlatforms _,
          NoPlatform _,
          SchemaOne _,
          DigestMismatch _,
          Unasked _,
          Unusable _ ->
          false;
    };
  }

  /**
   * The registry has the repository, but not the tag.
   *
   * @param cameBack status and error code
   */
  record UnknownTag(ManifestQuery query, String cameBack) implements RegistryFailure {
    @Override
    public String message() {
      return "%s has no %s in repository %s (%s); check the spelling of name and tag"
          .formatted(query.host(), Failures.asked(query), query.repository(), cameBack);
    }
  }

  /**
   * The registry has no such repository.
   *
   * @param cameBack status and error code
   */
  record UnknownRepository(ManifestQuery query, String cameBack) implements RegistryFailure {
    @Override
    public String message() {
      return "%s has no repository %s (%s); check the spelling of the name"
          .formatted(query.host(), query.repository(), cameBack);
    }
  }

  /**
   * The registry wants to know who asks.
   *
   * @param proof what was shown to the registry, or where credentials were looked for
   */
  record Unauthorised(String host, String repository, String proof) implements RegistryFailure {
    @Override
    public String message() {
      return "%s wants credentials for %s (401), or has no such repository: %s"
          .formatted(host, repository, proof);
    }
  }

  /**
   * The registry knows who asks and refuses.
   *
   * @param proof what was shown to the registry, or where credentials were looked for
   */
  record Denied(String host, String repository, String proof) implements RegistryFailure {
    @Override
    public String message() {
      return "%s denies access to %s (403): %s".formatted(host, repository, proof);
    }
  }

  /**
   * The registry was asked too often.
   *
   * @param until when requests are welcome again, if the registry said so
   */
  record RateLimited(String host, Optional<Instant> until) implements RegistryFailure {
    @Override
    public String message() {
      var when =
          until.map(at ->
              "wants none before "
                  + at.truncatedTo(ChronoUnit.SECONDS)
                  + ", after the end of this run");
      return "%s limits the rate of requests (429) and %s; try again later, log in for a higher limit, or use a mirror"
          .formatted(host, when.orElse("still did after several tries"));
    }
  }

  /**
   * No connection.
   *
   * @param why no such host, no route, connection refused
   * @param network whether something else was reached, so that there is a network
   */
  record Unreachable(String host, String why, boolean network) implements RegistryFailure {
    public Unreachable(String host, String why) {
      this(host, why, false);
    }

    @Override
    public String message() {
      return host + " cannot be reached: " + why;
    }
  }

  /** Connections are made, but break before the answer is complete. */
  record Dropped(String host) implements RegistryFailure {
    @Override
    public String message() {
      return host + " dropped the connection before its answer was complete, several times";
    }
  }

  /**
   * The registry took too long.
   *
   * @param why which time was up
   */
  record TimedOut(String host, String why) implements RegistryFailure {
    @Override
    public String message() {
      return host + " did not answer: " + why;
    }
  }

  /**
   * The registry does not prove that it is who it should be.
   *
   * @param why what is wrong with the certificate
   */
  record Untrusted(String host, String why) implements RegistryFailure {
    @Override
    public String message() {
      return "%s is not trusted: %s; name its authority with registries[].ca or SSL_CERT_FILE"
          .formatted(host, why);
    }
  }

  /** The image lacks platforms that it must have. */
  record MissingPlatforms(List<Platform> missing, List<Platform> has) implements RegistryFailure {
    public MissingPlatforms {
      missing = List.copyOf(missing);
      has = List.copyOf(has);
    }

    @Override
    public String message() {
      return "the image is not made for %s, only for %s"
          .formatted(joined(missing), has.isEmpty() ? "no platform at all" : joined(has));
    }

    private static String joined(List<Platform> platforms) {
      return platforms.stream().map(Platform::toString).collect(Collectors.joining(", "));
    }
  }

  /** A single manifest whose configuration names no platform, where platforms are asked for. */
  record NoPlatform(String host) implements RegistryFailure {
    @Override
    public String message() {
      return "the image's configuration names no platform, so it cannot be told whether it has those of 'platforms'";
    }
  }

  /** The registry has the image only in the format that Docker gave up in 2017. */
  record SchemaOne(String host) implements RegistryFailure {
    @Override
    public String message() {
      return host
          + " has the image as a manifest of schema 1 only, which has no stable digest; build or push it again";
    }
  }

  /** The registry's header and its body do not agree. */
  record DigestMismatch(String host, Digest said, Digest computed) implements RegistryFailure {
    @Override
    public String message() {
      return "%s sent content whose digest is %s, not %s as it says; the content was changed on the way, or the registry is broken"
          .formatted(host, computed, said);
    }
  }

  /**
   * The registry answered something that is of no use.
   *
   * @param why what was wrong with the answer
   */
  record Unusable(String host, String why) implements RegistryFailure {
    @Override
    public String message() {
      return host + " gave no usable answer: " + why;
    }
  }

  /**
   * Nothing was sent.
   *
   * @param why what keeps the request from being sent
   */
  record Unasked(String host, String why) implements RegistryFailure {
    @Override
    public String message() {
      return host + " was not asked: " + why;
    }
  }
}
