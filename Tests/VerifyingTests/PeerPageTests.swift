import Glibc
import TestSupport
import Testing

@Suite("The page on peers", .enabled(if: Corpus.folder != nil, "the corpus is not there"))
struct PeerPageTests {
  @Test("Documentation/Peers.md is what the tests find (BROADSEAL_WRITE_PAGES=1 writes it)")
  func page() throws {
    let text = try PeerPage.text()
    if unsafe getenv("BROADSEAL_WRITE_PAGES") != nil {
      let file = unsafe fopen(PeerPage.path, "wb")
      let bytes = Array(text.utf8)
      #expect(unsafe file != nil && fwrite(bytes, 1, bytes.count, file) == bytes.count)
      if let file = unsafe file { #expect(unsafe fclose(file) == 0) }
    }
    let written = String(decoding: Scratch.bytes(of: PeerPage.path) ?? [], as: UTF8.self)
    #expect(written == text, "run `make docs`")
  }
}
