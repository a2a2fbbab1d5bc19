package dev.digester.krm;

/**
 * What a result says, part by part: the parts, and what is in them, in the order of the
 * specification's schema.
 */
enum ResultPart {
  MESSAGE("message", false),
  SEVERITY("severity", false),
  RESOURCE_REF("resourceRef", false),
  API_VERSION("apiVersion", true),
  KIND("kind", true),
  NAME("name", true),
  NAMESPACE("namespace", true),
  FIELD("field", false),
  FIELD_PATH("path", true),
  CURRENT_VALUE("currentValue", true),
  PROPOSED_VALUE("proposedValue", true),
  FILE("file", false),
  FILE_PATH("path", true),
  FILE_INDEX("index", true),
  TAGS("tags", false);

  private final String key;
  private final boolean member;

  ResultPart(String key, boolean member) {
    this.key = key;
    this.member = member;
  }

  /** Its key: a word that needs no quotes in YAML. */
  String key() {
    return key;
  }

  /** Its place among all parts, from 0. */
  @SuppressWarnings("EnumOrdinal") // the place is what it says
  int number() {
    return ordinal();
  }

  /** Whether it is in the part before it that has members. */
  boolean isMember() {
    return member;
  }
}
