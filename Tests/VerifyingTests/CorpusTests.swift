import BroadsealBytes
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

@Suite("Foreign files", .enabled(if: Corpus.folder != nil, "the corpus is not there"))
struct CorpusTests {
  static let rows = CorpusComparison.rows

  private func comparison(on row: CorpusRow) throws -> CorpusComparison {
    try #require(try CorpusComparison.all.get()[row.path])
  }

  private func verdict(on row: CorpusRow) throws -> Verdict { try comparison(on: row).verdict }

  @Test("The corpus has the rows that the tests are about")
  func hasRows() {
    #expect(CorpusTests.rows.count >= 190)
    let names = Set(CorpusTests.rows.map(\.name))
    let missing = Set(CorpusMisses.states.keys).union(CorpusMisses.codes.keys).subtracting(names)
    #expect(missing.isEmpty, "not in the corpus")
    // Only a row that c2pa-rs reads can need an explanation.
    for row in CorpusTests.rows where CorpusMisses.codes[row.name] != nil {
      #expect(row.hasCodes, "\(row.name)")
    }
  }

  @Test("Every file is accepted or rejected as two foreign verifiers agree", arguments: rows)
  func acceptance(of row: CorpusRow) throws {
    #expect(try comparison(on: row).accepts == row.isAccepted)
  }

  @Test("The state is the one that two foreign verifiers agree on", arguments: rows)
  func state(of row: CorpusRow) throws {
    guard row.hasCodes else { return }
    let state = try comparison(on: row).state
    if let miss = CorpusMisses.states[row.name] {
      #expect(state == miss.state && state != row.state, "expected to differ, since \(miss.reason)")
    } else {
      #expect(state == row.state)
    }
  }

  @Test("The failure codes are those of c2pa-rs, or a rule says why not", arguments: rows)
  func codes(of row: CorpusRow) throws {
    guard let found = try comparison(on: row).difference else { return }
    let miss = CorpusMisses.codes[row.name]
    #expect(found.more == miss?.more ?? [])
    #expect(found.less == miss?.less ?? [])
  }

  @Test("At least four of five code sets are equal")
  func figures() throws {
    let differences = try CorpusComparison.all.get().values.compactMap(\.difference)
    let equal = differences.count { $0.more.isEmpty && $0.less.isEmpty }
    #expect(equal * 5 >= differences.count * 4, "\(equal) of \(differences.count)")
  }

  @Test("Without the authorities of their stamps, expired files are neither altered nor decided")
  func unvouchedStamps() throws {
    let session = try CorpusTrust.verifier(stamped: false).session()
    var undecided = 0
    for row in CorpusTests.rows where row.isAccepted {
      let verdict = session.verify(FilePath((Corpus.folder ?? "") + "/" + row.path))
      #expect(verdict.integrity == .intact, "\(row)")
      guard verdict.c2pa.state == .invalid else { continue }
      undecided += 1
      #expect(verdict.conclusion(for: .valid) == .unrecognised, "\(row)")
    }
    #expect(undecided == 3)
  }

  @Test(
    "Identities in foreign files get the code of what is wrong with them, or are well-formed",
    arguments: [
      ("contentauth+c2pa-rs__C_with_CAWG_data.jpg", "cawg.identity.trusted"),
      ("contentauth+c2pa-rs__extra_assertion_claim_v1.jpg", "cawg.identity.assertion.mismatch"),
      ("contentauth+c2pa-rs__invalid_sig_type.jpg", "cawg.identity.sig_type.unknown"),
      ("contentauth+c2pa-rs__no_hard_binding.jpg", "cawg.identity.cbor.invalid"),
      ("contentauth+c2pa-rs__pad2_invalid.jpg", "cawg.identity.pad.invalid"),
      ("contentauth+c2pa-rs__success.jpg", "cawg.ica.untrusted_issuer"),
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
    #expect(verdict.c2pa.failure.map(\.code) == ["assertion.collectionHash.mismatch"])
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
