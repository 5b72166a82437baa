import Glibc
import TestSupport
import Testing

@Suite("The page on threats is what the tests run")
struct ThreatDocumentTests {
  private static let path = Corpus.packageFolder + "/Documentation/Threats.md"

  @Test("Documentation/Threats.md is the table (BROADSEAL_WRITE_PAGES=1 writes it)")
  func page() {
    let text = ThreatDocument.text
    if unsafe getenv("BROADSEAL_WRITE_PAGES") != nil {
      let file = unsafe fopen(Self.path, "wb")
      let bytes = Array(text.utf8)
      #expect(unsafe file != nil && fwrite(bytes, 1, bytes.count, file) == bytes.count)
      if let file = unsafe file { #expect(unsafe fclose(file) == 0) }
    }
    let written = String(decoding: Scratch.bytes(of: Self.path) ?? [], as: UTF8.self)
    #expect(written == text, "run `make docs`")
  }
}
