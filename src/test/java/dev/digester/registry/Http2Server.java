package dev.digester.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * An HTTP/2 server (RFC 9113) on a loopback socket that gives all requests the same answer without
 * a body, and takes few at a time: it answers its first request at once, the next ones when as many
 * as it takes are there, and all later ones at once.
 */
final class Http2Server implements AutoCloseable {
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int MAX_CONCURRENT_STREAMS = 3;
  private static final int REFUSED_STREAM = 7;

  private final SSLServerSocket listener;
  private final int streams;
  private final boolean told;
  private final byte[] head;
  private final List<SSLSocket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();

  /**
   * @param streams how many requests it takes at a time
   * @param told whether it says so in its settings; more are refused in any case
   * @param headers of each answer
   */
  Http2Server(int streams, boolean told, Map<String, String> headers) throws IOException {
    this.streams = streams;
    this.told = told;
    this.head = head(headers);
    var factory = TestCertificates.shared().server("server").getServerSocketFactory();
    var local = InetAddress.ofLiteral("127.0.0.1");
    this.listener = (SSLServerSocket) factory.createServerSocket(0, 200, local);
    var parameters = listener.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    listener.setSSLParameters(parameters);
    Thread.ofVirtual().start(this::accept);
  }

  String host() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  int answered() {
    return answered.get();
  }

  /** Status 200 and headers that are neither compressed nor remembered (RFC 7541, 6.2.2). */
  private static byte[] head(Map<String, String> headers) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(0x88);
    headers.forEach((name, value) -> {
      bytes.write(0);
      for (var part : List.of(name, value)) {
        bytes.write(part.length());
        bytes.writeBytes(part.getBytes(US_ASCII));
      }
    });
    return bytes.toByteArray();
  }

  private void accept() {
    try {
      while (true) {
        var socket = (SSLSocket) listener.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The server is closed.
    }
  }

  private void serve(SSLSocket socket) {
    try (socket;
        var in = new DataInputStream(socket.getInputStream());
        var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()))) {
      socket.setTcpNoDelay(true);
      in.readFully(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length()]);
      var settings = new ByteArrayOutputStream();
      new DataOutputStream(settings).writeShort(MAX_CONCURRENT_STREAMS);
      new DataOutputStream(settings).writeInt(streams);
      frame(out, SETTINGS, 0, 0, told ? settings.toByteArray() : new byte[0]);
      new Connection(in, out).run();
    } catch (IOException e) {
      // The client left, or does not speak TLS.
    }
  }

  private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    out.write(new byte[] {0, (byte) (payload.length >> 8), (byte) payload.length});
    out.write(new byte[] {(byte) type, (byte) flags});
    out.writeInt(stream);
    out.write(payload);
    out.flush();
  }

  private final class Connection {
    private final DataInputStream in;
    private final DataOutputStream out;
    private final List<Integer> open = new ArrayList<>();
    private boolean full;

    Connection(DataInputStream in, DataOutputStream out) {
      this.in = in;
      this.out = out;
    }

    void run() throws IOException {
      while (true) {
        var length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        var type = in.readUnsignedByte();
        var flags = in.readUnsignedByte();
        var stream = in.readInt();
        in.skipNBytes(length);
        if (type == HEADERS) {
          request(stream);
        } else if (type == SETTINGS && flags == 0) {
          frame(out, SETTINGS, 1, 0, new byte[0]);
        }
      }
    }

    private void request(int stream) throws IOException {
      open.add(stream);
      full |= open.size() == streams;
      if (answered.get() == 0 || (full && in.available() == 0)) {
        for (var id : open) {
          answered.incrementAndGet();
          frame(out, HEADERS, 5, id, head);
        }
        open.clear();
      } else if (open.size() > streams) {
        open.removeLast();
        frame(out, RST_STREAM, 0, stream, new byte[] {0, 0, 0, REFUSED_STREAM});
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (var socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
