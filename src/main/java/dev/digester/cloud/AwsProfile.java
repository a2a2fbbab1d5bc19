package dev.digester.cloud;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A profile of the files that AWS's tools share (<a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">format</a>).
 *
 * @param settings by name; hold secrets
 */
record AwsProfile(Map<String, String> settings) {
  private static final List<String> ELSEWHERE =
      List.of(
          "role_arn",
          "sso_session",
          "sso_start_url",
          "credential_process",
          "credential_source",
          "web_identity_token_file");

  AwsProfile {
    settings = Map.copyOf(settings);
  }

  /** A section of a file; empty where there is no such file or section. */
  static AwsProfile read(Path file, String section) {
    Map<String, String> settings = new HashMap<>();
    boolean inside = false;
    for (String line : TextFile.read(file).orElse("").lines().toList()) {
      String text = line.strip();
      int equals = line.indexOf('=');
      if (text.startsWith("[")) {
        inside = section.equals(name(text));
      } else if (inside && equals > 0 && isSetting(line)) {
        settings.put(line.substring(0, equals).strip(), value(line.substring(equals + 1)));
      }
    }
    return new AwsProfile(settings);
  }

  private static String name(String header) {
    int end = header.indexOf(']');
    return end < 0 ? "" : header.substring(1, end).strip().replaceFirst("^profile\\s+", "profile ");
  }

  /** Not a comment, and not indented, which belongs to the setting before it. */
  private static boolean isSetting(String line) {
    return " \t#;".indexOf(line.charAt(0)) < 0;
  }

  private static String value(String written) {
    return written.replaceFirst("\\s[#;].*$", "").strip();
  }

  /** The same with the settings of another file, which win. */
  AwsProfile under(AwsProfile other) {
    Map<String, String> both = new HashMap<>(settings);
    both.putAll(other.settings);
    return new AwsProfile(both);
  }

  /** The keys, unless they serve only to take on a role. */
  Optional<AwsKeys> keys() {
    return setting("role_arn").isPresent()
        ? Optional.empty()
        : setting("aws_access_key_id")
            .flatMap(id ->
                setting("aws_secret_access_key")
                    .map(secret -> new AwsKeys(id, secret, setting("aws_session_token"))));
  }

  /** Whether it says where keys come from that it does not hold. */
  boolean leadsElsewhere() {
    return ELSEWHERE.stream().anyMatch(name -> setting(name).isPresent());
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public String toString() {
    return "AwsProfile" + Arrays.toString(settings.keySet().stream().sorted().toArray());
  }
}
