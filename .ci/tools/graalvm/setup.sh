#!/usr/bin/env bash
# Makes a GRAALVM_HOME of a JDK 25 on this machine, the image builder's jars from Maven Central, and the sources in src/.
# usage: setup.sh TARGET_DIR
# It does nothing where TARGET_DIR already holds what these sources and that JDK make.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=.ci/tools/lib.sh
. "$here/../lib.sh"
# shellcheck source=.mvn/find-java.sh
. "$here/../../../.mvn/find-java.sh"
[ $# = 1 ] || { echo "usage: setup.sh TARGET_DIR" >&2; exit 2; }
find_java javac 25 25 || die "a JDK 25 is not installed: install one, or set JAVA_HOME to it"
jdk=${java_home:?}
home=$(readlink -m "$1")
work=$home/.work
stamp=$({ cat "$jdk/release"; cd "$here"; find . -type f -print0 | sort -z | xargs -0 sha256sum; } | sha256sum)
if [ -f "$home/.toolchain" ] && [ "$(cat "$home/.toolchain")" = "$stamp" ]; then
  echo "native-image is at $home/bin/native-image"
  exit 0
fi
if [ -e "$home" ] && [ ! -f "$home/.toolchain" ] && [ -n "$(ls -A "$home")" ]; then
  die "$home is not empty, and setup.sh did not make it: give another directory"
fi
with_lock apt apt_install gcc libc6-dev binutils unzip
rm -rf "$home"
mkdir -p "$home" "$work"
echo incomplete >"$home/.toolchain"
# the JDK, without its sources
(cd "$jdk" && tar c --exclude=./lib/src.zip --exclude=./man --exclude=./demo .) | tar x -C "$home"
svm=$home/lib/svm
c=$svm/clibraries/linux-amd64
static=$home/lib/static/linux-amd64/glibc
mkdir -p "$svm"/{builder/lib,upgrade} "$c"/{glibc,include} "$static"
# the image builder
JAVA_HOME=$jdk mvn -B -q -f "$here/pom.xml" --no-transfer-progress dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/jars"
for j in "$work"/jars/*.jar; do
  case $(basename "$j") in compiler-*) mv "$j" "$svm/upgrade/" ;; *) mv "$j" "$svm/builder/" ;; esac
done
# options of the builder's JVM
modules=$(for j in "$svm"/builder/*.jar "$svm"/upgrade/*.jar; do "$home/bin/jar" --describe-module --file="$j" | head -1 | sed 's/[@ ].*//'; done | sort -u | paste -sd,)
{
  printf '%s\n' -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI -XX:-UseJVMCICompiler -Xshare:off \
    -Djava.awt.headless=true -Djava.system.class.loader=com.oracle.svm.hosted.NativeImageSystemClassLoader \
    -Dorg.graalvm.nativeimage.imagecode=buildtime -Dcom.oracle.graalvm.isaot=true -Dsubstratevm.HostLibC=glibc \
    -Dorg.graalvm.version=25.0.2 -Dorg.graalvm.vendor=Community -Dorg.graalvm.vendorurl=https://localhost/ "-Dorg.graalvm.vendorversion=Toolchain-25.0.2" \
    -Djdk.internal.lambda.disableEagerInitialization=true \
    -Djava.lang.invoke.MethodHandle.DONT_INLINE_THRESHOLD=-1 -Djava.lang.invoke.MethodHandle.PROFILE_GWT=false \
    -Djdk.reflect.useOldSerializableConstructor=true \
    -Dtruffle.TrustAllTruffleRuntimeProviders=true -Dgraalvm.locatorDisabled=true
  "$home/bin/java" "$here/src/tools/GenFlags.java" "$modules"
} > "$svm/builder.args"
# the command
mkdir -p "$work/driver"
exports=(--add-exports org.graalvm.nativeimage.builder/com.oracle.svm.core.option=ALL-UNNAMED
  --add-exports jdk.graal.compiler/jdk.graal.compiler.options=ALL-UNNAMED)
{ printf '%s\n' -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI -XX:-UseJVMCICompiler -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --add-modules=org.graalvm.nativeimage.builder,org.graalvm.nativeimage.configure
  # shellcheck disable=SC2046 # words
  printf -- '--add-opens=org.graalvm.nativeimage.builder/%s=ALL-UNNAMED\n' $(unzip -l "$svm"/builder/svm-2*.jar | awk '/\.class$/{print $4}' | xargs -n1 dirname | sort -u | tr / . | grep -v '^\.')
  printf -- '--add-exports=jdk.graal.compiler/jdk.graal.compiler.options=ALL-UNNAMED\n'
  grep '^--add-exports=\(java.base\|jdk.internal.vm.ci\)/' "$svm/builder.args"
} > "$svm/driver.args"
"$home/bin/javac" -d "$work/driver" --upgrade-module-path "$svm/upgrade" --module-path "$svm/builder" --add-modules org.graalvm.nativeimage.builder "${exports[@]}" "$here"/src/driver/*.java
"$home/bin/jar" cf "$svm/driver.jar" -C "$work/driver" .
cat > "$home/bin/native-image" <<'S'
#!/bin/sh
h=$(dirname "$(dirname "$(readlink -f "$0")")")
exec "$h/bin/java" @"$h/lib/svm/driver.args" --upgrade-module-path "$h/lib/svm/upgrade" --module-path "$h/lib/svm/builder" -cp "$h/lib/svm/driver.jar" NativeImage "$@"
S
chmod +x "$home/bin/native-image"
# C headers and libraries
"$home/bin/java" "$here/src/tools/GenHeaders.java" "$svm"/builder/svm-2*.jar "$c/include"
mkdir -p "$svm/schemas"
cp "$here/src/reachability-metadata-schema.json" "$svm/schemas/"
cp "$here/src/c/svm_locale.h" "$c/include/"
cc=(gcc -O2 -fPIC -ffunction-sections -Wall -Wno-format-truncation "-I$c/include" "-I$home/include" "-I$home/include/linux")
for f in cpu misc signals timezone locale attach container jvm compat; do "${cc[@]}" -c "$here/src/c/$f.c" -o "$work/$f.o"; done
"${cc[@]}" -shared "$here/src/c/reporterchelper.c" -o "$svm/builder/lib/libreporterchelper.so"
"$home/bin/javac" -d "$work" "$here/src/tools/So2a.java"
echo 'SECTIONS {' > "$c/glibc/jdk.ld"
for l in java net nio zip extnet prefs management management_ext jaas rmi; do
  "$home/bin/java" -cp "$work" So2a "$home/lib/lib$l.so" $l "$work/jdk_$l.o" "$work/$l.ld"
  cat "$work/$l.ld" >> "$c/glibc/jdk.ld"
  # a statically linked JNI library has JNI_OnLoad_NAME, which asks for version 1.8 or newer
  if nm "$work/jdk_$l.o" | grep " JNI_OnLoad_${l}_shared\$" >/dev/null; then
    echo "int JNI_OnLoad_${l}_shared(void *, void *); int JNI_OnLoad_$l(void *vm, void *r) { int v = JNI_OnLoad_${l}_shared(vm, r); return v < 0x00010001 ? v : v < 0x00010008 ? 0x00010008 : v; }"
  else
    echo "int JNI_OnLoad_$l(void *vm, void *r) { return 0x00010008; }"
  fi > "$work/onload_$l.c"
  "${cc[@]}" -c "$work/onload_$l.c" -o "$work/onload_$l.o"
  ar rcsD "$static/lib$l.a" "$work/jdk_$l.o" "$work/onload_$l.o"
done
echo '} INSERT AFTER .bss;' >> "$c/glibc/jdk.ld"
# each JVM_ function that the JDK's code names and jvm.c lacks: a stub that says so and stops
nm --defined-only "$work/jvm.o" | awk '{print $3}' | sort -u > "$work/have"
nm --undefined-only "$work"/jdk_*.o | awk '/ JVM_/{print $2}' | sort -u | comm -23 - "$work/have" > "$work/stubs"
{ printf '#include <stdio.h>\n#include <stdlib.h>\nstatic void no(const char *n) { fprintf(stderr, "%%s: not supported in a native image\\n", n); abort(); }\n'
  while read -r s; do echo "void $s(void) { no(\"$s\"); }"; done < "$work/stubs"; } > "$work/jvmstubs.c"
"${cc[@]}" -c "$work/jvmstubs.c" -o "$work/jvmstubs.o"
ar rcsD "$c/glibc/liblibchelper.a" "$work"/{cpu,misc,signals,timezone,locale,attach}.o
ar rcsD "$c/glibc/libsvm_container.a" "$work/container.o"
ar rcsD "$c/glibc/libjvm.a" "$work"/{jvm,jvmstubs,compat}.o
ar rcsD "$static/libz.a"   # empty: zlib is inside libzip
rm -rf "$work"
echo "$stamp" > "$home/.toolchain"
echo "native-image is at $home/bin/native-image"
