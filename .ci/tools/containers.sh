#!/usr/bin/env bash
# Podman and skopeo as root, with a Docker API socket, in their own storage.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=.ci/tools/lib.sh
. "$HERE/lib.sh"
USAGE='usage: containers.sh start DIR   prints the variables to export
       containers.sh clean DIR   stops it and removes all images and containers of DIR'

PACKAGES=(podman buildah skopeo runc netavark aardvark-dns iptables catatonit uidmap busybox-static)

write_settings() {
  # Limits are stated because a process without CAP_SYS_RESOURCE cannot raise them to podman's defaults;
  # runc because crun refuses hybrid cgroups; cgroupfs and file because no systemd runs.
  cat >"$1/containers.conf" <<C
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
http_proxy = false
[network]
network_backend = "netavark"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
C
  printf '[storage]\ndriver = "%s"\nrunroot = "%s"\ngraphroot = "%s"\n' "$(storage_driver "$1")" "$1/run" "$1/graph" >"$1/storage.conf"
  printf 'unqualified-search-registries = []\n' >"$1/registries.conf"
}

# An overlay cannot be on an overlay, as when this already runs in a container.
storage_driver() { case $(stat -f -c %T "$1") in overlayfs) echo vfs ;; *) echo overlay ;; esac; }

write_env() {
  exports "CONTAINERS_CONF=$1/containers.conf" "CONTAINERS_STORAGE_CONF=$1/storage.conf" \
    "CONTAINERS_REGISTRIES_CONF=$1/registries.conf" "DOCKER_HOST=unix://$1/podman.sock" "BUILDAH_ISOLATION=chroot"
  if [ -e "$1/stand-in/docker" ]; then
    export_path "$1/stand-in"
    exports KPT_FN_RUNTIME=podman
  fi
}

# stand_in DIR: a docker command for kustomize on a machine that has none; kpt checks the version and refuses it
stand_in() {
  mkdir -p "$1/stand-in"
  printf '#!/bin/sh\nexec podman "$@"\n' >"$1/stand-in/docker"
  chmod +x "$1/stand-in/docker"
}

serve() {
  rm -f "$1/podman.sock"
  LAUNCH_ENV="CONTAINERS_CONF=$1/containers.conf CONTAINERS_STORAGE_CONF=$1/storage.conf CONTAINERS_REGISTRIES_CONF=$1/registries.conf" \
    launch "$1" podman podman system service --time=0 "unix://$1/podman.sock"
  await "$1" podman 30 curl -sf --unix-socket "$1/podman.sock" http://d/_ping
}

start() {
  local dir
  dir=$(claim "$1")
  case $dir in *[[:space:]]*) die "the path of the directory must not have blanks: $dir" ;; esac
  with_lock apt apt_install "${PACKAGES[@]}" curl
  write_settings "$dir"
  alive "$dir" podman || serve "$dir"
  if has docker; then rm -f "$dir/stand-in/docker"; else stand_in "$dir"; fi
  write_env "$dir" >"$dir/env"
  cat "$dir/env"
}

stop() {
  [ -d "$1" ] || return 0
  halt "$1" podman
  rm -f "$1/podman.sock"
}

clean() {
  [ -d "$1" ] || return 0
  local dir
  dir=$(cd "$1" && pwd)
  [ -e "$dir/.owner" ] && [ -e "$dir/storage.conf" ] || return 0
  stop "$dir"
  write_env "$dir" >"$dir/env"
  # Not "podman system reset": that also removes networks, which are outside DIR.
  # shellcheck source=/dev/null
  (. "$dir/env" && unset DOCKER_HOST && podman rm --all --force && podman rmi --all --force) >"$dir/clean.log" 2>&1 || die "could not clean: see $dir/clean.log"
  umount "$dir/graph/overlay" 2>/dev/null || true
  rm -rf "$dir/graph" "$dir/run" || die "something is still mounted under $dir"
}

case ${1:-}:$# in
  start:2) start "$2" ;;
  clean:2) clean "$2" ;;
  *) usage_error ;;
esac
