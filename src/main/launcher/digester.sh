
# digester: find-java.sh, this, and the program's jar in one file. It becomes a Java 25 or newer by exec, so that signals and
# the exit code are the program's own. It uses built-in commands, since kpt and kustomize start it for every package.
# shellcheck shell=sh disable=SC2154 # find_java sets java_home and java_version
find_java java 25 || {
  echo "digester: needs Java 25 or newer: install one (Temurin 25, for example) or set JAVA_HOME to it" >&2
  exit 1
}
# The JVM announces these on standard error, and the function is silent when all is well.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
# Without a UTF-8 locale the JVM cannot open files with names beyond ASCII, this one among them.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]*8*) ;;
  *) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac
# The cache of classes that the build made for this version of Java, if it is beside this file (docs/adr/0020). The JVM checks
# that it is of this jar and of this JVM, and starts without it otherwise.
program=$0
[ ! -h "$program" ] || program=$(readlink -f "$program")
set -- -jar "$program" "$@"
[ ! -r "$program-$java_version.aot" ] || set -- "-XX:AOTCache=$program-$java_version.aot" "$@"
# A short run: the small collector with a small young generation (5,000 resources: 69 MB instead of 161, the same CPU), the
# quick compiler, nothing written to /tmp, no word of the JVM on stdout.
# shellcheck disable=SC2086 # DIGESTER_JAVA_OPTS holds words
exec "$java_home/bin/java" -XX:+UseSerialGC -Xmn8m -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
  -XX:MaxRAMPercentage=70 -Xlog:disable -XX:+DisplayVMOutputToStderr \
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djdk.http.auth.tunneling.disabledSchemes= \
  "-Ddigester.program=$0" ${DIGESTER_JAVA_OPTS:-} "$@"
