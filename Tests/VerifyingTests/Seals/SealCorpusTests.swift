import BroadsealBytes
import BroadsealVerifying
import TestSupport
import Testing

@Suite(
  "PDF signatures of others", .enabled(if: !SealRow.all.isEmpty, "the shared corpus is absent"))
struct SealCorpusTests {
  private func signatures(of row: SealRow) throws -> [PDFSignatureResult] {
    try #require(try SealVerdicts.all.get()[row.path]).pdfSignatures
  }

  @Test("are intact or broken where two foreign verifiers say so", arguments: SealRow.all)
  func statuses(_ row: SealRow) throws {
    let found = try signatures(of: row)
    let statuses = found.map(\.status.rawValue).joined(separator: " ")
    if let miss = SealMisses.statuses[row.name] {
      #expect(statuses == miss.statuses, "\(found.map(\.explanation)): \(miss.rule)")
      #expect(!row.isAgreed)
      return
    }
    #expect(found.count == row.first.count, "\(statuses)")
    for (signature, words) in zip(found, zip(row.first, row.second)) {
      let wanted = (Self.status(words.0), Self.status(words.1))
      if let first = wanted.0 {
        #expect(signature.status == first, "\(signature.explanation)")
      }
      if let second = wanted.1 {
        #expect(signature.status == second, "\(signature.explanation)")
      }
    }
  }

  @Test("have an explanation for every row that differs, and for no other")
  func explained() {
    let names = Set(SealRow.all.map(\.name))
    #expect(names.isSuperset(of: SealMisses.statuses.keys))
    #expect(names.isSuperset(of: SealMisses.coverage.keys))
    #expect(SealRow.all.count { $0.isAgreed } == 100)
    let alone = SealRow.all.count { row in
      row.coverage.isEmpty && SealMisses.statuses[row.name] == nil
    }
    #expect(alone == 12)
  }

  @Test("cover what a foreign verifier says", arguments: SealRow.all)
  func coverage(_ row: SealRow) throws {
    let found = try signatures(of: row).map(\.coverage)
    guard SealMisses.coverage[row.name] == nil else {
      #expect(found.map(\.rawValue).joined(separator: " ") == SealMisses.coverage[row.name]?.covers)
      return
    }
    // Of twelve files pyHanko says nothing of what is covered, and others have statuses of their own.
    if SealMisses.statuses[row.name] == nil, !row.coverage.isEmpty {
      #expect(found.count == row.coverage.count, "\(row.coverage)")
    }
    for (ours, theirs) in zip(found, row.coverage) where !theirs.isEmpty {
      let wanted: PDFSignatureResult.Coverage? =
        switch theirs {
        case "ENTIRE_FILE": .file
        case "ENTIRE_REVISION": .revision
        default: .part
        }
      #expect(ours == wanted, "\(theirs)")
    }
  }

  @Test("are called broken only where somebody else computed the same")
  func broken() throws {
    for row in SealRow.all where SealMisses.statuses[row.name] == nil {
      for (signature, words) in zip(try signatures(of: row), zip(row.first, row.second))
      where signature.status == .broken {
        let theirs = [words.0, words.1].map(Self.status)
        #expect(theirs.contains(.broken), "\(row.name): \(signature.explanation)")
      }
    }
  }

  /// What a verifier's word says; nil where it does not judge.
  private static func status(_ word: String) -> PDFSignatureResult.Status? {
    if word == "ok" || word == "ok*" { return .intact }
    return ["digest-mismatch", "signature-invalid", "bad*"].contains(word) ? .broken : nil
  }
}
