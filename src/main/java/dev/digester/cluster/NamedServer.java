package dev.digester.cluster;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * For {@code tls-server-name}: the certificate must be made out to that name, and need not be to
 * the address (RFC 9525, clause 6). The JDK would be content with either.
 */
final class NamedServer extends X509ExtendedTrustManager {

  /** Kinds of names in certificates (RFC 5280, clause 4.2.1.6). */
  private static final List<Integer> NAMES = List.of(2, 7);

  private final X509ExtendedTrustManager authorities;
  private final String name;

  NamedServer(X509ExtendedTrustManager authorities, String name) {
    super();
    this.authorities = authorities;
    this.name = name.toLowerCase(Locale.ROOT);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    authorities.checkServerTrusted(chain, type);
    Collection<List<?>> names =
        Objects.requireNonNullElse(chain[0].getSubjectAlternativeNames(), List.of());
    boolean isNamed =
        names.stream()
            .filter(entry -> NAMES.contains(entry.getFirst()))
            .anyMatch(entry -> covers(entry.getLast().toString().toLowerCase(Locale.ROOT)));
    if (!isNamed) {
      throw new CertificateException("the certificate is not made out to tls-server-name");
    }
  }

  /** A {@code *} stands for the first label, and for no more. */
  private boolean covers(String certified) {
    int dot = name.indexOf('.');
    return certified.equals(name)
        || (dot > 0
            && certified.startsWith("*.")
            && certified.substring(1).equals(name.substring(dot)));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this side is the client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.getAcceptedIssuers();
  }
}
