package dev.digester.reference;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class ImageReferenceFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void any_text_is_refused_or_is_a_reference_that_keeps_its_spelling(FuzzedDataProvider data) {
    ReferenceFuzz.check(data.consumeRemainingAsString());
  }
}
