# The image as `podman build` or `docker build` makes it after `mvn -DskipTests -Pnative package`; nothing is pulled.
# `mvn -Pnative,image package` makes one with the same contents without a daemon.
FROM scratch
COPY target/rootfs/ /
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
LABEL org.opencontainers.image.title="digester" \
      org.opencontainers.image.description="Pins container images in Kubernetes manifests to their digests" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="0.1.0"
USER 65534
ENTRYPOINT ["/digester"]
