import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite("Documents that show other things than their bytes say")
struct DeceptiveShowsTests {
  @Test("each is told by its code", arguments: DeceptiveDocument.all)
  func told(deceptive: DeceptiveDocument) throws {
    let document = try Document(
      ByteSource(bytes: deceptive.bytes), path: FilePath(deceptive.name))
    #expect(document.problem == nil, "\(deceptive.trick)")
    let codes = try document.shown(.whole).map(\.code.name)
    #expect(codes.contains(deceptive.code), "\(deceptive.trick): \(codes)")
  }

  @Test("there are as many as the attack had")
  func count() { #expect(DeceptiveDocument.all.count >= 40) }
}
