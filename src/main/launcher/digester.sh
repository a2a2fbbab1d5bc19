#!/bin/sh
# digester: this text, followed by the program's jar. Finds a Java 25 or newer and becomes it: exec, so that signals
# and the exit code are the program's own. Only built-in commands, since kpt and kustomize start it for every package.
newer() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      'JAVA_VERSION="2'[5-9]* | 'JAVA_VERSION="'[3-9][0-9]*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}
in_path=$(command -v java) && in_path=$(readlink -f "$in_path") && in_path=${in_path%/bin/java}
for home in "${JAVA_HOME:-}" "$in_path" /usr/lib/jvm/* /opt/java/* /opt/*jdk* "${HOME:-}"/.sdkman/candidates/java/* \
  "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  if [ -n "$home" ] && newer "$home"; then
    # The JVM announces these on standard error, and the function is silent when all is well.
    unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
    # Without a UTF-8 locale the JVM cannot open files with names beyond ASCII, this one among them.
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
      *[Uu][Tt][Ff]*8*) ;;
      *) LC_ALL=C.UTF-8 && export LC_ALL ;;
    esac
    # A short run: the small collector with a small young generation (5,000 resources: 69 MB instead of 161, the same
    # CPU), the quick compiler, nothing written to /tmp, no word of the JVM on stdout.
    # shellcheck disable=SC2086 # DIGESTER_JAVA_OPTS holds words
    exec "$home/bin/java" -XX:+UseSerialGC -Xmn8m -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
      -XX:MaxRAMPercentage=70 -Xlog:disable -XX:+DisplayVMOutputToStderr \
      -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djdk.http.auth.tunneling.disabledSchemes= \
      "-Ddigester.program=$0" ${DIGESTER_JAVA_OPTS:-} -jar "$0" "$@"
  fi
done
echo "digester: needs Java 25 or newer: install one (Temurin 25, for example) or set JAVA_HOME to it" >&2
exit 1
