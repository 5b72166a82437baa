import BroadsealBytes
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

@Suite("Foreign files", .enabled(if: Corpus.folder != nil, "the corpus is not there"))
struct CorpusTests {
  /// Every row that two foreign verifiers agree on, of the formats that are read so far.
  static let rows = CorpusRow.all.filter {
    ($0.isArchive || ["pdf", "png", "jpg", "svg"].contains($0.format))
      && $0.agreement == "agreed"
  }

  /// Each row judged once, by one session.
  private static let verdicts = Result {
    let session = try CorpusTrust.verifier().session()
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (row.path, session.verify(FilePath((Corpus.folder ?? "") + "/" + row.path)))
      })
  }

  private func verdict(on row: CorpusRow) throws -> Verdict {
    try #require(try CorpusTests.verdicts.get()[row.path])
  }

  @Test("The corpus has the rows that the tests are about")
  func hasRows() {
    #expect(CorpusTests.rows.count == 105 + 57)
    let names = Set(CorpusTests.rows.map(\.name))
    let missing = Set(CorpusMisses.states.keys).union(CorpusMisses.codes.keys).subtracting(names)
    #expect(missing.isEmpty, "not in the corpus")
    // A row has one explanation, and only a row that c2pa-rs reads can need one.
    #expect(Set(CorpusMisses.states.keys).isDisjoint(with: CorpusMisses.codes.keys))
    for row in CorpusTests.rows where CorpusMisses.codes[row.name] != nil {
      #expect(row.state != "ERROR", "\(row.name)")
    }
  }

  @Test("The state is the one that two foreign verifiers agree on", arguments: rows)
  func state(of row: CorpusRow) throws {
    let state = try verdict(on: row).c2pa.state?.rawValue
    if let miss = CorpusMisses.states[row.name] {
      #expect(state == miss.state, "expected to differ, since \(miss.reason)")
    } else if row.state == "ERROR" {
      #expect(state == nil || state == "Invalid", "a file that c2pa-rs refuses was accepted")
    } else {
      #expect(state == row.state)
    }
  }

  @Test("The failure codes are those of c2pa-rs", arguments: rows)
  func codes(of row: CorpusRow) throws {
    guard row.state != "ERROR", CorpusMisses.states[row.name] == nil else { return }
    // What is said of identities has a table of its own, below.
    let ours = Set(try verdict(on: row).c2pa.failure.map(\.code)).filter { !$0.hasPrefix("cawg.") }
    if row.isArchive {
      // Where c2pa-rs compares a hash, the archive is refused before: its old directory is a gap.
      #expect(ours.isEmpty && row.failures == ["assertion.collectionHash.mismatch"])
      return
    }
    let difference = CorpusMisses.codes[row.name]
    #expect(ours.subtracting(row.failures) == difference?.more ?? [])
    #expect(row.failures.subtracting(ours) == difference?.less ?? [])
  }

  @Test(
    "Identities in foreign files get the code of what is wrong with them, or are well-formed",
    arguments: [
      ("contentauth+c2pa-rs__C_with_CAWG_data.jpg", "cawg.identity.trusted"),
      ("contentauth+c2pa-rs__extra_assertion_claim_v1.jpg", "cawg.identity.assertion.mismatch"),
      ("contentauth+c2pa-rs__invalid_sig_type.jpg", "cawg.identity.sig_type.unknown"),
      ("contentauth+c2pa-rs__no_hard_binding.jpg", "cawg.identity.cbor.invalid"),
      ("contentauth+c2pa-rs__pad2_invalid.jpg", "cawg.identity.pad.invalid"),
      ("contentauth+c2pa-rs__success.jpg", "cawg.identity.network_traffic_blocked"),
      ("encypherai+encypher-c2pa__x509-es256-jpeg.jpg", "cawg.identity.well-formed"),
      ("encypherai+encypher-c2pa__x509-es256-bestpractice-jpeg.jpg", "cawg.identity.well-formed"),
      ("encypherai+encypher-c2pa__x509-es256-pad1-jpeg.jpg", "cawg.identity.well-formed"),
    ])
  func identity(in name: String, _ code: String) throws {
    let row = try #require(CorpusTests.rows.first { $0.path == "c2pa/jpg/" + name })
    let found = try verdict(on: row).c2pa
    let codes = (found.success + found.failure).map(\.code)
    #expect(codes.contains(code), "\(codes)")
  }

  @Test(
    "An archive of c2pa-rs holds an old directory that no hash covers, and is not read",
    arguments: CorpusRow.all.filter { $0.isArchive && $0.agreement == "disputed" })
  func archives(row: CorpusRow) throws {
    // C2PA 2.5 §A.6.2: every entry and the directory are hashed. c2pa-rs leaves the directory of the
    // unsigned archive between its entries and its own, where nothing covers it.
    let path = FilePath((Corpus.folder ?? "") + "/" + row.path)
    let verdict = try CorpusTrust.verifier().session().verify(path)
    #expect(verdict.integrity == .malformed)
    #expect(verdict.findings.map(\.code.name).contains("ZIP-GAP"))
  }

  @Test("No foreign file is official, whoever signed it", arguments: rows)
  func isNotOfficial(_ row: CorpusRow) throws {
    #expect(try verdict(on: row).origin?.status != .official)
  }

  @Test(
    "A sidecar is judged against its asset",
    arguments: [
      ("sidecar-jpg", "sidecar-jpg.asset.jpg", true),
      ("sidecar-pdf", "sidecar-pdf.asset.pdf", true),
      ("sidecar-jpg", "sidecar-pdf.asset.pdf", false),
      ("sidecar-pdf", "sidecar-jpg.asset.jpg", false),
    ])
  func sidecar(_ name: String, _ asset: String, _ belongs: Bool) throws {
    let folder = (Corpus.folder ?? "") + "/sidecar/"
    let verdict = try CorpusTrust.verifier().session()
      .verify(FilePath(folder + asset), sidecar: FilePath(folder + name + ".c2pa"))
    #expect(verdict.c2pa.state == (belongs ? .trusted : .invalid))
    #expect(verdict.integrity == (belongs ? .intact : .altered))
    #expect(verdict.isDetached)
  }

  @Test("A sidecar never overrides a store that the document carries")
  func sidecarDoesNotOverride() throws {
    let folder = Corpus.folder ?? ""
    let row = try #require(CorpusTests.rows.first { $0.state == "Trusted" && $0.format == "jpg" })
    let path = FilePath(folder + "/" + row.path)
    let session = try CorpusTrust.verifier().session()
    let alone = session.verify(path)
    let beside = session.verify(path, sidecar: FilePath(folder + "/sidecar/sidecar-jpg.c2pa"))
    #expect(beside.c2pa.activeManifest == alone.c2pa.activeManifest)
    #expect(!beside.isDetached)
  }
}
