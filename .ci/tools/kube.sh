#!/usr/bin/env bash
# A real Kubernetes control plane on loopback: etcd, kube-apiserver, kube-controller-manager. It has no nodes: Pods stay Pending.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=.ci/tools/lib.sh
. "$HERE/lib.sh"
USAGE='usage: kube.sh start DIR   prints the variables to export; the kubeconfig of the admin is DIR/kubeconfig
       kube.sh stop DIR    keeps the data for the next start; delete DIR for a new cluster'

VERSION=1.37.2
COMPONENTS=(etcd kube-apiserver kube-controller-manager kubectl)
BUILD_ID=$VERSION-$(sha256sum "$HERE/kube/main.go" | cut -c1-8)
HOME_OF_BUILD=$DIGESTER_TOOLS/kube/$BUILD_ID
PROGRAM=$HOME_OF_BUILD/kube
# Controllers of nodes and volumes: the cluster has neither.
IDLE=(node-ipam-controller node-lifecycle-controller persistentvolume-attach-detach-controller persistentvolume-binder-controller
  persistentvolume-expander-controller)

install() {
  local component
  with_lock kube provide
  mkdir -p "$1/bin"
  for component in "${COMPONENTS[@]}"; do ln -sfn "$PROGRAM" "$1/bin/$component"; done
}

provide() { [ -x "$PROGRAM" ] || build; }

# One program for all components: they share most of their packages, so these are compiled and linked once.
# "go install" refuses k8s.io/kubernetes because its go.mod replaces its staging modules by directories that only its
# source tree has; here the same go.mod names the published versions (v1.37.2 -> v0.37.2).
build() {
  local source=$HOME_OF_BUILD/source log=$HOME_OF_BUILD/build.log original
  go_env
  export GOCACHE=$DIGESTER_TOOLS/kube/build-cache
  mkdir -p "$source"
  cp "$HERE/kube/main.go" "$source/main.go"
  say "building Kubernetes v$VERSION once for this machine; 5 to 20 minutes on two cores (log: $log)"
  original=$(cd "$source" && rm -f go.mod && go mod download -json "k8s.io/kubernetes@v$VERSION" 2>"$log" | sed -n 's/.*"GoMod": "\(.*\)".*/\1/p')
  [ -r "$original" ] || die "could not get k8s.io/kubernetes v$VERSION: see $log"
  sed -e 's#^module .*#module kube#' -e "s#^\(\t\(k8s.io/[a-z0-9-]*\) => \)\./staging/.*#\1\2 v0.${VERSION#1.}#" "$original" >"$source/go.mod"
  printf '\nrequire k8s.io/kubernetes v%s\n' "$VERSION" >>"$source/go.mod"
  local v=k8s.io/component-base/version
  # Without inlining (-l) the compiler needs a quarter less time; the servers are fast enough for tests.
  (cd "$source" && nice -n 10 go build -mod=mod -trimpath -gcflags=all=-l -o "$PROGRAM.new" \
    -ldflags "-s -w -X $v.gitVersion=v$VERSION -X $v.gitMajor=1 -X $v.gitMinor=$(cut -d. -f2 <<<"$VERSION") -X $v.gitTreeState=clean" .) \
    >>"$log" 2>&1 </dev/null || die "the build failed: $(grep -v '^go: downloading' "$log" | tail -n 1 | cut -c1-300) (see $log)"
  mv "$PROGRAM.new" "$PROGRAM"
  rm -rf "$GOCACHE"
}

start() {
  dir=$(claim "$1") # global: the trap below needs it
  if [ -r "$dir/env" ] && all_alive "$dir" etcd kube-apiserver kube-controller-manager; then
    cat "$dir/env"
    return
  fi
  stop "$dir"
  with_lock apt apt_install openssl curl
  install "$dir"
  make_certificates "$dir"
  local ports
  [ -s "$dir/ports" ] || free_ports 3 >"$dir/ports"
  read -ra ports <"$dir/ports"
  trap 'stop "$dir"' EXIT
  start_etcd "$dir" "${ports[0]}" "${ports[1]}"
  start_apiserver "$dir" "${ports[0]}" "${ports[2]}"
  start_controllers "$dir" "${ports[2]}"
  exports "KUBECONFIG=$dir/kubeconfig" "TEST_KUBE_SERVER=https://127.0.0.1:${ports[2]}" "TEST_KUBE_CA=$dir/pki/ca.crt" "TEST_KUBE_BIN=$dir/bin" >"$dir/env"
  trap - EXIT
  cat "$dir/env"
}

make_certificates() {
  local p=$1/pki
  [ ! -s "$p/done" ] || return 0
  mkdir -p "$p"
  chmod 700 "$p"
  {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=loopback cluster CA' \
      -addext keyUsage=critical,keyCertSign,cRLSign,digitalSignature -keyout "$p/ca.key" -out "$p/ca.crt"
    sign "$p" apiserver /CN=kube-apiserver serverAuth \
      DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:10.96.0.1
    sign "$p" admin /O=system:masters/CN=admin clientAuth DNS:admin
    sign "$p" controllers /CN=system:kube-controller-manager clientAuth DNS:controllers
    openssl genrsa -out "$p/accounts.key" 2048
    openssl rsa -in "$p/accounts.key" -pubout -out "$p/accounts.pub"
  } >"$p/openssl.log" 2>&1 || die "openssl failed: see $p/openssl.log"
  echo yes >"$p/done"
}

# sign PKI NAME SUBJECT USAGE NAMES
sign() {
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "$3" -keyout "$1/$2.key" -out "$1/$2.csr"
  printf '%s\n' "extendedKeyUsage=$4" "subjectAltName=$5" basicConstraints=CA:FALSE >"$1/$2.ext"
  openssl x509 -req -in "$1/$2.csr" -CA "$1/ca.crt" -CAkey "$1/ca.key" -CAcreateserial -days 825 -extfile "$1/$2.ext" -out "$1/$2.crt"
}

start_etcd() {
  local dir=$1 client=http://127.0.0.1:$2 peer=http://127.0.0.1:$3
  launch "$dir" etcd "$dir/bin/etcd" --data-dir "$dir/data" --unsafe-no-fsync --log-level warn \
    --listen-client-urls "$client" --advertise-client-urls "$client" \
    --listen-peer-urls "$peer" --initial-advertise-peer-urls "$peer" --initial-cluster "default=$peer"
  await "$dir" etcd 60 curl -sf "$client/health"
}

start_apiserver() {
  local dir=$1 p=$1/pki port=$3
  launch "$dir" kube-apiserver "$dir/bin/kube-apiserver" --etcd-servers "http://127.0.0.1:$2" \
    --bind-address 127.0.0.1 --secure-port "$port" --advertise-address 127.0.0.1 --endpoint-reconciler-type none \
    --tls-cert-file "$p/apiserver.crt" --tls-private-key-file "$p/apiserver.key" --cert-dir "$p" \
    --client-ca-file "$p/ca.crt" --authorization-mode RBAC --service-cluster-ip-range 10.96.0.0/24 \
    --service-account-issuer https://kubernetes.default.svc --service-account-key-file "$p/accounts.pub" \
    --service-account-signing-key-file "$p/accounts.key" --allow-privileged --v 1
  write_kubeconfig "$p" "$port" admin >"$dir/kubeconfig"
  chmod 600 "$dir/kubeconfig"
  await "$dir" kube-apiserver 120 curl -sf --cacert "$p/ca.crt" --cert "$p/admin.crt" --key "$p/admin.key" "https://127.0.0.1:$port/readyz"
}

start_controllers() {
  local dir=$1 p=$1/pki port=$2
  write_kubeconfig "$p" "$port" controllers >"$p/controllers.kubeconfig"
  launch "$dir" kube-controller-manager "$dir/bin/kube-controller-manager" --kubeconfig "$p/controllers.kubeconfig" \
    --leader-elect=false --secure-port 0 --use-service-account-credentials \
    --service-account-private-key-file "$p/accounts.key" --root-ca-file "$p/ca.crt" \
    --controllers "*$(printf ',-%s' "${IDLE[@]}")"
  await "$dir" kube-controller-manager 60 curl -sf --cacert "$p/ca.crt" --cert "$p/admin.crt" --key "$p/admin.key" \
    "https://127.0.0.1:$port/api/v1/namespaces/default/serviceaccounts/default"
}

# write_kubeconfig PKI PORT NAME: with the certificates inside, so that the file can be copied anywhere
write_kubeconfig() {
  cat <<K
apiVersion: v1
kind: Config
current-context: loopback
clusters:
- name: loopback
  cluster: {server: "https://127.0.0.1:$2", certificate-authority-data: $(base64 -w0 "$1/ca.crt")}
contexts:
- name: loopback
  context: {cluster: loopback, user: $3}
users:
- name: $3
  user: {client-certificate-data: $(base64 -w0 "$1/$3.crt"), client-key-data: $(base64 -w0 "$1/$3.key")}
K
}

stop() {
  [ -d "$1" ] || return 0
  rm -f "$1/env"
  for name in kube-controller-manager kube-apiserver etcd; do halt "$1" "$name"; done
}

case ${1:-}:$# in
  start:2) start "$2" ;;
  stop:2) stop "$2" ;;
  *) usage_error ;;
esac
