#!/bin/sh
# Finds a Java. The build makes target/digester of this and src/main/launcher/digester.sh, hence the first
# line; mvnw and the scripts of bench and .ci read it in. Only built-in commands where JAVA_HOME fits.

# find_java COMMAND LEAST [MOST]: sets java_home to a JDK or JRE that has bin/COMMAND, of a version from LEAST to MOST, and
# java_version to its version, 25.0.3 for example
find_java() {
  java_home=${JAVA_HOME:-} && java_fits "$@" && return
  java_home=$(command -v "$1") && java_home=$(readlink -f "$java_home") && java_home=${java_home%/bin/*} && java_fits "$@" && return
  for java_home in /usr/lib/jvm/* /opt/java/* /opt/*jdk* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    java_fits "$@" && return
  done
  return 1
}

java_fits() {
  [ -n "$java_home" ] && [ -x "$java_home/bin/$1" ] && [ -r "$java_home/release" ] || return 1
  while IFS= read -r java_version; do
    case $java_version in
      'JAVA_VERSION="'[1-9]*)
        java_version=${java_version#*\"} java_version=${java_version%\"*} java_major=${java_version%%[!0-9]*}
        [ "$java_major" -ge "$2" ] && [ "$java_major" -le "${3:-$java_major}" ] && return
        ;;
    esac
  done <"$java_home/release"
  return 1
}
