package dev.digester.lock;

/** What a lock is for in a run. */
public enum LockMode {
  /** It is not looked at. */
  OFF,
  /** It answers what it knows; the rest is looked up. */
  USE,
  /** As {@link #USE}, and what was looked up is added to it. */
  UPDATE,
  /** It answers everything: what it lacks is an error. */
  FROZEN,
  /** It answers nothing, and is written again. */
  REFRESH
}
