import BroadsealJUMBF
import Glibc
import TestSupport
import Testing

@Suite("Stores of other writers", .enabled(if: Corpus.folder != nil, "no corpus"))
struct ForeignStoreTests {
  @Test(
    "a foreign store is read to its last byte",
    arguments: [
      "c2pa/c2pa/GEN-c2pa-python-chains__sidecar-jpg.c2pa",
      "c2pa/c2pa/GEN-c2pa-python-chains__sidecar-pdf.c2pa",
      "c2pa/c2pa/contentauth+c2pa-rs__manifest_data.c2pa",
      "c2pa/c2pa/scouten-adobe+cawg-identity-core__C.c2pa",
    ])
  func reads(_ path: String) throws {
    let bytes = try #require(Corpus.bytes(of: path))
    let store = try Superbox.parse(bytes)
    #expect(store.description.type == .manifestStore)
    #expect(store.label == "c2pa")
    #expect(store.raw.count == bytes.count)
    #expect(!store.superboxes.isEmpty)
  }
}
