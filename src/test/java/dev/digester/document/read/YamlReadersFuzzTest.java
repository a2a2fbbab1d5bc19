package dev.digester.document.read;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;

class YamlReadersFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void the_scan_makes_the_index_of_the_parser_or_hands_over(byte[] bytes) {
    SourceText source;
    try {
      source = SourceText.of(bytes.clone());
    } catch (DocumentException e) {
      return;
    }
    ReaderPair.compare(source);
  }
}
