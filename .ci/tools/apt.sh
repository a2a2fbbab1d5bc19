#!/usr/bin/env bash
# Installs those packages of Debian that are missing: apt.sh PACKAGE...
set -euo pipefail
# shellcheck source=.ci/tools/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
USAGE='usage: apt.sh PACKAGE...'
[ $# -gt 0 ] || usage_error
with_lock apt apt_install "$@"
