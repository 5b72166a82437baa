import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("A signature that leaves out a part of the file")
struct PartialBindingTests {
  /// A file whose signature leaves out four bytes behind the store, and the place of those bytes.
  private func file(_ format: TestFile) throws -> (bytes: [UInt8], hole: Range<Int>) {
    var manifest = TestManifest(try TestPKI.shared())
    manifest.holes = [try #require(ByteRange(start: 9, length: 4))]
    let bytes = try format.signed(manifest)
    let document = try Document(ByteSource(bytes: bytes), path: format.name)
    guard case .found(let store)? = try document.carrier?.locate() else {
      throw TestManifest.Failure()
    }
    let start = store.extent.end + 9
    return (bytes, start..<start + 4)
  }

  private func verdict(on bytes: [UInt8], _ format: TestFile) throws -> Verdict {
    Verifier(trust: try TestPKI.shared().context(), at: TestPKI.now).session()
      .verify(try Document(ByteSource(bytes: bytes), path: format.name))
  }

  @Test(
    "It is said, it is never official, and no bar is low enough for it",
    // The files of an archive are listed one by one: nothing is excluded from their hashes. Behind a
    // label in plain text stands nothing.
    arguments: TestFile.allCases.filter { $0 != .docx && $0 != .txt })
  func partial(_ format: TestFile) throws {
    let (bytes, _) = try file(format)
    let verdict = try verdict(on: bytes, format)
    #expect(verdict.integrity == .intact, "\(verdict.c2pa.failure)")
    #expect(verdict.findings.map(\.code.name).contains("BINDING-PARTIAL"))
    #expect(verdict.origin?.status == .recognisedTool)
    #expect(verdict.origin?.reasons.map(\.code.name) == ["OFF-1-EXCLUSIONS"])
    for requirement in Requirement.allCases {
      #expect(verdict.conclusion(for: requirement) == .unrecognised, "\(requirement)")
    }
  }

  @Test("Outside the part that is left out every change is noticed, inside none is")
  func changes() throws {
    let format = TestFile.jpeg
    let (bytes, hole) = try file(format)
    for index in hole.lowerBound - 2..<hole.upperBound + 2 {
      var changed = bytes
      changed[index] ^= 0x01
      let verdict = try verdict(on: changed, format)
      #expect(verdict.origin?.status != .official)
      #expect((verdict.integrity == .intact) == hole.contains(index), "byte \(index)")
    }
  }

  @Test("Without such a part the same file is official and satisfies", arguments: TestFile.allCases)
  func control(_ format: TestFile) throws {
    let verdict = try verdict(
      on: try format.signed(TestManifest(try TestPKI.shared())), format)
    #expect(verdict.origin?.status == .official)
    #expect(verdict.conclusion(for: .official) == .satisfied)
  }
}
