package dev.digester.registry;

import static dev.digester.registry.ScriptedServer.reply;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.reference.Digest;
import dev.digester.registry.ScriptedServer.Reply;

/** Manifests, and how a good registry hands them out. */
public final class Manifests {
  public static final String OCI = "application/vnd.oci.image.manifest.v1+json";
  public static final String INDEX = "application/vnd.oci.image.index.v1+json";

  public static final String CONFIG =
      "{\"os\":\"linux\",\"architecture\":\"arm64\",\"variant\":\"v8\"}";

  public static final String MANIFEST =
      "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + digest(CONFIG) + "\"},\"layers\":[]}";

  public static final String LIST =
      """
      {"schemaVersion":2,"manifests":[
       {"digest":"sha256:1","platform":{"os":"linux","architecture":"amd64"}},
       {"digest":"sha256:2","platform":{"os":"linux","architecture":"arm","variant":"v7"}},
       {"digest":"sha256:3","platform":{"os":"unknown","architecture":"unknown"}},
       {"digest":"sha256:4"}]}
      """;

  private Manifests() {}

  public static Digest digest(String content) {
    return Digest.sha256(content.getBytes(UTF_8));
  }

  /** The manifest, its media type and its digest. */
  public static Reply.Http manifest() {
    return content(MANIFEST, OCI);
  }

  public static Reply.Http content(String content, String type) {
    return reply(200, content)
        .with("Content-Type", type)
        .with("Docker-Content-Digest", digest(content).toString());
  }

  /** An error as registries word it. */
  public static Reply.Http error(int status, String code) {
    return reply(status, "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"m\"}]}");
  }
}
