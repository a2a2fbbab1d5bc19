package dev.digester.credentials;

/**
 * {@code GITHUB_TOKEN}, which GitHub's runners have, for GitHub's registry; it ignores the user
 * name, which is {@code GITHUB_ACTOR} where that is known.
 */
record GitHubToken(UserEnvironment environment) implements Source {
  private static final String HOST = "ghcr.io";

  /** The user name that GitHub documents for tokens that belong to no one. */
  private static final String NOBODY = "x-access-token";

  @Override
  public String place() {
    return "GITHUB_TOKEN";
  }

  @Override
  public Finding find(Target target) {
    if (!target.host().equals(HOST)) {
      return new Finding.Unset("serves ghcr.io only");
    }
    String user = environment.variable("GITHUB_ACTOR").orElse(NOBODY);
    return environment
        .variable("GITHUB_TOKEN")
        .<Finding>map(token -> new Finding.Match(new Credential.Basic(user, token), "for ghcr.io"))
        .orElseGet(() -> new Finding.Unset("not set"));
  }
}
