import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

/// What a verdict says of labels in archives that are not quite as the standard asks.
@Suite("Labels in archives") struct ArchiveTests {
  private func verdict(_ bytes: [UInt8], _ name: FilePath = "release.docx") throws -> Verdict {
    let options = VerifierOptions(looksForSidecar: false)
    let verifier = Verifier(
      trust: try TestPKI.shared().context(), at: TestPKI.now, options: options)
    return verifier.session().verify(try Document(ByteSource(bytes: bytes), path: name))
  }

  private func signed(_ file: ZIPFile = .docx(), asOneFile: Bool = false) throws -> [UInt8] {
    try TestManifest(try TestPKI.shared())
      .embedded(in: file.built().bytes, as: ZIPCarrier.self, asOneFile: asOneFile)
  }

  private func reasons(_ verdict: Verdict) -> [String] {
    verdict.origin?.reasons.map(\.code.name) ?? []
  }

  @Test("a document whose files are all listed can be official")
  func official() throws {
    let verdict = try verdict(signed())
    #expect(verdict.integrity == .intact && verdict.c2pa.state == .trusted)
    #expect(verdict.origin?.status == .official, "\(reasons(verdict))")
    #expect(verdict.c2pa.success.map(\.code).contains("assertion.collectionHash.match"))
    #expect(verdict.findings.allSatisfy { $0.severity == .note }, "\(verdict.findings)")
  }

  @Test("one hash over the whole archive holds, and is not the form that makes official")
  func dataHash() throws {
    let verdict = try verdict(signed(asOneFile: true))
    #expect(verdict.integrity == .intact && verdict.c2pa.state == .trusted)
    #expect(verdict.has("ZIP-DATA-HASH"))
    #expect(verdict.origin?.status != .official)
    #expect(reasons(verdict).contains("OFF-1-BINDING-FORM"))
  }

  @Test("a document under the name of another kind, or with macros under a plain name, is not")
  func names() throws {
    let bytes = try signed()
    for name in ["release.zip", "release.xlsx", "release.docm", "release.pdf"] {
      let verdict = try verdict(bytes, FilePath(name))
      #expect(verdict.integrity == .intact)
      #expect(verdict.origin?.status != .official)
      #expect(verdict.has("FILE-TYPE-MISMATCH"), "\(name)")
    }
  }

  @Test("a wrong checksum of the label leaves it intact, and not official")
  func checksum() throws {
    var bytes = try signed()
    let carrier = try ZIPCarrier(ByteSource(bytes: bytes))
    guard case .found(let store) = try carrier.locate() else {
      Issue.record("no store")
      return
    }
    for range in store.permitted {
      bytes.replaceSubrange(range.bounds, with: [0, 0, 0, 0])
    }
    let verdict = try verdict(bytes)
    #expect(verdict.integrity == .intact && verdict.has("ZIP-STORE-CRC"))
    #expect(reasons(verdict).contains("OFF-1-FILE-STRUCTURE"))
  }

  @Test("an archive that this version does not read is not one without a label")
  func unread() throws {
    var built = ZIPFile.docx().built()
    built.put(1 as UInt16, at: built.end + 4)
    let verdict = try verdict(built.bytes)
    #expect(verdict.integrity == .noLabel && verdict.has("ZIP-MULTI-DISK"))
    #expect(verdict.has("SEARCH-INCOMPLETE"))
    // With something in it that looks like a label, nobody can say that there is none.
    built = ZIPFile.docx().built()
    built.put(1 as UInt16, at: built.end + 4)
    let labelled = Array("META-INF/content_credential.c2pa".utf8) + built.bytes
    #expect(try self.verdict([0x50, 0x4B, 3, 4] + labelled).integrity != .noLabel)
    #expect(try self.verdict(ZIPFile.docx().built().bytes).integrity == .noLabel)
  }

  @Test("what is added, taken away or renamed in a signed document is noticed")
  func changes() throws {
    let bytes = try signed()
    #expect(try verdict(bytes + [0]).integrity == .malformed)
    #expect(try verdict([0] + bytes).integrity != .intact)
    for (old, new) in [("word/document.xml", "word/documenu.xml"), ("_rels/.rels", "_rels/.relt")] {
      var changed = bytes
      var places: [Int] = []
      for index in bytes.indices where bytes[index...].starts(with: old.utf8) {
        places.append(index)
        changed.replaceSubrange(index..<(index + old.utf8.count), with: new.utf8)
      }
      #expect(places.count >= 2)
      #expect(try verdict(changed).integrity != .intact)
    }
  }
}

extension Verdict {
  fileprivate func has(_ code: String) -> Bool { findings.contains { $0.code.name == code } }
}
