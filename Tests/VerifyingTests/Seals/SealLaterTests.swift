import BroadsealBytes
import BroadsealVerifying
import TestSupport
import Testing

@Suite(
  "What came after the PDF signatures of others",
  .enabled(if: !SealRow.all.isEmpty, "the shared corpus is absent"))
struct SealLaterTests {
  private func verdict(of row: SealRow) throws -> Verdict {
    try #require(try SealVerdicts.all.get()[row.path])
  }

  /// What pyHanko's level is here.
  private static let levels: [String: Set<LaterRevisions.Change>] = [
    "NONE": [.nothing], "LTA_UPDATES": [.evidence, .metadata],
    "FORM_FILLING": [.signature, .visibleSignature], "OTHER": [.changed, .notJudged],
  ]

  @Test("is what a foreign verifier says, or what a rule says instead", arguments: SealRow.all)
  func classes(_ row: SealRow) throws {
    let found = try verdict(of: row).pdfSignatures
    let changes = found.map { $0.later?.change }
    if let miss = SealLater.changes[row.name] {
      let told = changes.map { $0?.rawValue ?? "-" }.joined(separator: " ")
      #expect(told == miss.changes, "\(found.map { $0.later?.reason ?? "" }): \(miss.rule)")
      return
    }
    for (index, theirs) in row.changes.enumerated() {
      guard let wanted = Self.levels[theirs.level] else { continue }
      let named = found.filter { $0.field == theirs.field }
      let own = named.count == 1 ? named[0] : found.count > index ? found[index] : nil
      let change = try #require(own?.later?.change)
      #expect(wanted.contains(change), "\(theirs): \(own?.later?.reason ?? "")")
    }
  }

  @Test("has a rule for every file that differs, and for no other")
  func explained() {
    #expect(Set(SealRow.all.map(\.name)).isSuperset(of: SealLater.changes.keys))
    #expect(SealRow.all.count(where: \.isAttack) == 36)
    let judged = SealRow.all.flatMap(\.changes).count { Self.levels[$0.level] != nil }
    #expect(judged == 240)
  }

  @Test("of attacks is never believed", arguments: SealRow.all.filter(\.isAttack))
  func attacks(_ row: SealRow) throws {
    let verdict = try verdict(of: row)
    #expect(verdict.origin?.status != .official)
    let told = verdict.pdfSignatures.map { signature in
      signature.later.map { "\($0.change.rawValue) \($0.rule ?? "-")" } ?? "-"
    }
    #expect(told.joined(separator: ", ") == SealLater.attacks[row.name])
    for signature in verdict.pdfSignatures where signature.coverage == .file {
      let numbers = row.ranges.first { $0.field == signature.field }?.numbers ?? []
      #expect(numbers.count == 4 && numbers[0] == 0)
      #expect(numbers.suffix(2).reduce(0, +) == verdict.size)
    }
  }
}
