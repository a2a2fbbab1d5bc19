package dev.digester.document.read;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class JsonReaderFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void any_bytes_are_refused_or_read_and_can_be_edited(byte[] bytes) throws IOException {
    AnyBytes.check(new JsonReader(), bytes);
  }
}
