import Bytes
import Documents
import Provenance
import Signing
import TestSupport
import Testing

@Suite struct EmbeddingTests {
  static let samples = ["press-release.pdf", "river-levels.png", "river.jpg"]

  @Test(
    "a signed document holds one store, and its manifest says what was asked", arguments: samples)
  func embeds(sample: String) throws {
    let fixture = try Fixture()
    let output = "signed-" + sample
    let result = try fixture.signer(stamping: fixture.stamping())
      .sign(fixture.request(sample, to: output))
    #expect(result.form == .embedded)
    let document = try Document.open(FilePath(fixture.scratch(output)))
    guard case .found(let located) = try document.carrier?.locate() else {
      Issue.record("no store was found")
      return
    }
    #expect(located.bytes.count == result.storeSize)
    let store = try ManifestStore(parsing: located.bytes)
    #expect(store.active.label == result.manifest)
    #expect(fixture.scratch.names == [output])
  }
}
