#!/usr/bin/env bash
# Builds pinned versions of the command-line tools that tests run.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=.ci/tools/lib.sh
. "$HERE/lib.sh"
USAGE='usage: go-tools.sh DIR [kustomize|crane]...   into DIR/bin; without names: both; prints the PATH to export'

# name: package@version. Not kustomize v5.8.3: it needs a kube-openapi that the module proxy does not serve.
declare -A PACKAGE=(
  [kustomize]=sigs.k8s.io/kustomize/kustomize/v5@v5.8.1
  [crane]=github.com/google/go-containerregistry/cmd/crane@v0.22.1
)

# built NAME: DIR/bin/NAME is of the pinned version
built() {
  local pinned=${PACKAGE[$1]}
  [ -x "$BIN/$1" ] && go version -m "$BIN/$1" 2>/dev/null |
    awk -v version="${pinned##*@}" -v package="${pinned%@*}" '$1 == "path" && $2 == package {p = 1} $1 == "mod" && $3 == version {v = 1} END {exit !(p && v)}'
}

build() {
  local name
  for name; do
    built "$name" && continue
    GOBIN=$BIN nice -n 10 go install -trimpath -ldflags '-s -w' "${PACKAGE[$name]}" >"$DIGESTER_TOOLS/go-$name.log" 2>&1 </dev/null ||
      die "could not build ${PACKAGE[$name]}: $(tail -n 1 "$DIGESTER_TOOLS/go-$name.log" | cut -c1-300) (see $DIGESTER_TOOLS/go-$name.log)"
  done
}

case ${1:-} in '' | -*) usage_error ;; esac
DIR=$(make_dir "$1")
BIN=$DIR/bin
shift
[ $# -gt 0 ] || set -- kustomize crane
for name; do [ -n "${PACKAGE[$name]:-}" ] || { say "unknown tool '$name'"; usage_error; }; done
go_env
with_lock go build "$@"
export_path "$BIN"
