#!/bin/sh
# Keeps native executables by the checksum of all that they are made of. The builder makes other bytes of the same input
# each time (https://github.com/oracle/graal/issues/291), so without this no two clean builds of a commit would be the
# same image. The folder may be deleted at any time.
#
#   kept.sh take BUILD_FOLDER JAR OPTION...    puts the executable there that was made of the same; exit code 1 if there is none
#   kept.sh keep BUILD_FOLDER JAR OPTION...    keeps the one that is there
set -eu
MOST=5 # of 40 MB each
what=$1 built=$2 jar=$3
shift 3
folder=${XDG_CACHE_HOME:-${HOME:-/dev/null}/.cache}/digester/native

# The jar holds the program and the builder's settings; pom.xml names the libraries by version.
of=$({
  cat pom.xml src/native/security.properties "$built/$jar" "$GRAALVM_HOME/release"
  printf '%s\n' "$*" "${NATIVE_IMAGE_OPTIONS:-}"
  cc --version
} | sha256sum | cut -d ' ' -f 1)

case $what in
  take)
    [ -x "$folder/$of" ] || exit 1
    cp "$folder/$of" "$built/digester"
    ;;
  keep)
    mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ] || { echo "the executable is not kept: $folder cannot be written" >&2; exit 0; }
    cp "$built/digester" "$folder/$of.$$"
    mv "$folder/$of.$$" "$folder/$of"
    find "$folder" -type f -printf '%T@ %p\n' | sort -rn | tail -n "+$((MOST + 1))" | cut -d ' ' -f 2- | xargs -r rm -f
    ;;
esac
