package dev.digester.credentials;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A cloud among the sources: it is asked once in a run for what one credential serves. */
final class CloudSource implements Source {
  private final Cloud cloud;
  private final ConcurrentMap<String, FutureTask<Cloud.Grant>> grants = new ConcurrentHashMap<>();

  CloudSource(Cloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public String place() {
    return cloud.name();
  }

  @Override
  public Finding find(Target target) {
    return cloud
        .realm(target.host())
        .map(realm -> finding(grant(realm, target.host())))
        .orElseGet(this::elsewhere);
  }

  @Override
  public Finding foresee(Target target) {
    return cloud
        .realm(target.host())
        .<Finding>map(_ -> new Finding.Prospect(cloud.plan(target.host())))
        .orElseGet(this::elsewhere);
  }

  private Finding elsewhere() {
    return new Finding.Unset("serves %s only".formatted(cloud.hosts()));
  }

  private Finding finding(Cloud.Grant grant) {
    return switch (grant) {
      case Cloud.Grant.Given(Credential credential, String how) ->
          new Finding.Match(credential, how);
      case Cloud.Grant.Nothing(String note) -> new Finding.Nothing(note);
      case Cloud.Grant.Failed(String problem) ->
          new Finding.Nothing(problem, Optional.of(cloud.name() + ": " + problem));
    };
  }

  private Cloud.Grant grant(String realm, String host) {
    FutureTask<Cloud.Grant> mine = new FutureTask<>(() -> cloud.ask(host));
    FutureTask<Cloud.Grant> first = grants.putIfAbsent(realm, mine);
    if (first == null) {
      mine.run();
    }
    try {
      return (first == null ? mine : first).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Cloud.Grant.Failed("was not waited for: the run was ended");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a cloud's answer", e);
    }
  }
}
