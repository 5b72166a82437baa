import BroadsealAuditing
import BroadsealReporting
import BroadsealVerifying
import Testing

@testable import BroadsealCLI

@Suite("The columns of an audit have room for every word")
struct AuditColumnTests {
  @Test("in both languages, with the mark before it", arguments: Language.allCases)
  func words(_ language: Language) {
    let wording = Wording(language)
    let columns = [
      Integrity.allCases.map { wording.word(for: $0) }
        + SealState.allCases.map { wording.word(for: $0) } + [wording.skippedWord],
      Origin.Status.allCases.map { wording.word(for: $0) }
        + [wording.invalidWord, wording.bySealName, wording.inPartName],
      AIUse.Status.allCases.map { wording.word(for: $0) },
    ]
    for (words, width) in zip(columns, AuditText.widths(language)) {
      for word in words { #expect(("✓ " + word).columns <= width, "\(word)") }
    }
  }
}
