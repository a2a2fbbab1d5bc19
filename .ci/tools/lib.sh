# shellcheck shell=bash
# What the scripts of this directory share; sourced, not run.
# Builds and Go's caches are in $DIGESTER_TOOLS, never in the repository.

: "${DIGESTER_TOOLS:=$HOME/.cache/digester-tools}"
ME=$(basename "$0")

say() { printf '%s: %s\n' "$ME" "$*" >&2; }
die() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# usage_error: the command line is wrong
usage_error() { printf '%s\n' "$USAGE" >&2; exit 2; }

# make_dir DIR: creates it and prints its absolute path
make_dir() { mkdir -p "$1" && (cd "$1" && pwd); }

# claim DIR: makes DIR the directory of this script's state, where it is new or this script's; prints its absolute path
claim() {
  local dir
  dir=$(make_dir "$1")
  if [ -e "$dir/.owner" ]; then
    [ "$(cat "$dir/.owner")" = "$ME" ] || die "$dir belongs to $(cat "$dir/.owner"): give each script its own directory"
  elif [ -n "$(ls -A "$dir")" ]; then
    die "$dir is not empty: give a new directory, or one that $ME made"
  else
    printf '%s\n' "$ME" >"$dir/.owner"
  fi
  printf '%s\n' "$dir"
}

# apt_install PACKAGE...: installs those that are missing
apt_install() {
  local missing=() package log
  for package; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || die "needs root to install: ${missing[*]}"
  mkdir -p "$DIGESTER_TOOLS"; log=$DIGESTER_TOOLS/apt.log
  export DEBIAN_FRONTEND=noninteractive
  {
    apt-get -o DPkg::Lock::Timeout=600 update &&
      apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "${missing[@]}"
  } >"$log" 2>&1 </dev/null || die "apt-get could not install ${missing[*]}: see $log"
}

# python: the distribution's interpreter where there is one (a version manager's shim starts slowly)
python() { if [ -x /usr/bin/python3 ]; then /usr/bin/python3 "$@"; else python3 "$@"; fi; }

# free_ports N: N different free loopback ports
free_ports() {
  python - "$1" <<'P'
import socket, sys
held = [socket.socket() for _ in range(int(sys.argv[1]))]
for s in held:
    s.bind(("127.0.0.1", 0))
print(*(s.getsockname()[1] for s in held))
P
}

# go_env: caches in $DIGESTER_TOOLS, static binaries, two compile jobs unless $DIGESTER_TOOLS_JOBS says otherwise
go_env() {
  has go || die "needs Go (go version 1.26 or newer) in PATH"
  export GOCACHE=$DIGESTER_TOOLS/go-build GOMODCACHE=$DIGESTER_TOOLS/go-mod
  export CGO_ENABLED=0 GOFLAGS="${GOFLAGS:-} -p=${DIGESTER_TOOLS_JOBS:-2} -modcacherw" GOBIN=
  mkdir -p "$GOCACHE" "$GOMODCACHE"
}

# with_lock NAME COMMAND...: one installation of a kind at a time
with_lock() {
  mkdir -p "$DIGESTER_TOOLS"
  exec 9>"$DIGESTER_TOOLS/$1.lock"
  shift
  flock 9
  "$@"
  exec 9>&-
}

# birth PID: the kernel's start time of a process; tells a process from a later one with the same number
birth() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  stat=${stat##*) }
  # shellcheck disable=SC2086 # the fields of the line
  set -- $stat
  [ "$1" != Z ] && printf '%s\n' "${20}"
}

# A process of a DIR: NAME.pid holds "PID BIRTH", NAME.log its output.

# alive DIR NAME
alive() {
  local pid born
  [ -r "$1/$2.pid" ] && read -r pid born <"$1/$2.pid" && [ "$(birth "$pid" || true)" = "$born" ]
}

# all_alive DIR NAME...
all_alive() {
  local dir=$1 name
  shift
  for name; do alive "$dir" "$name" || return 1; done
}

# launch DIR NAME COMMAND...: starts it in its own session with a small, known environment
launch() {
  local dir=$1 name=$2
  shift 2
  ! alive "$dir" "$name" || return 0
  # shellcheck disable=SC2086 # LAUNCH_ENV holds NAME=VALUE words
  env -i PATH="$PATH" HOME="$HOME" LANG=C.UTF-8 OTEL_TRACES_EXPORTER=none ${LAUNCH_ENV:-} \
    setsid "$@" >"$dir/$name.log" 2>&1 </dev/null 9>&- &
  local pid=$!
  printf '%s %s\n' "$pid" "$(birth "$pid" || true)" >"$dir/$name.pid"
}

# halt DIR NAME: ends the process that launch started, and no other one
halt() {
  local pid born
  if alive "$1" "$2"; then
    read -r pid born <"$1/$2.pid"
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 1 100); do
      alive "$1" "$2" || break
      sleep 0.1
    done
    ! alive "$1" "$2" || kill -KILL "$pid" 2>/dev/null || true
  fi
  rm -f "$1/$2.pid"
}

# await DIR NAME SECONDS COMMAND...: until COMMAND succeeds; fails at once if the process ends
await() {
  local dir=$1 name=$2 end=$((SECONDS + $3))
  shift 3
  until "$@" >/dev/null 2>&1; do
    alive "$dir" "$name" || die "$name ended at start: $(tail -n 1 "$dir/$name.log" 2>/dev/null | cut -c1-300) (see $dir/$name.log)"
    [ $SECONDS -lt $end ] || die "$name is not ready after its time limit: see $dir/$name.log"
    sleep 0.1
  done
}

# export_path DIR: the line for eval that puts it first in PATH
# shellcheck disable=SC2016 # the shell that evaluates the line expands it
export_path() { printf 'export PATH=%q:"$PATH"\n' "$1"; }

# exports NAME=VALUE...: lines for eval
exports() {
  local pair
  for pair; do printf 'export %s=%q\n' "${pair%%=*}" "${pair#*=}"; done
}
