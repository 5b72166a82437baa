import BroadsealNotes
import Testing

@testable import BroadsealCLI

@Suite("Every code can be told, and told apart")
struct CodeTests {
  @Test("a code has a sentence in both languages", arguments: Code.all)
  func words(code: Code) {
    #expect(code.english.hasSuffix(".") && code.english.count > 5, "\(code) has no English words")
    #expect(code.english.first?.isUppercase == true, "\(code): \(code.english)")
    #expect(
      code.japanese.hasSuffix("。") && code.japanese.count > 3, "\(code) has no Japanese words")
    #expect(!code.english.contains("|") && !code.japanese.contains("|"), "\(code)")
  }

  @Test("nothing that a code says accuses anybody", arguments: Code.all)
  func accusations(code: Code) {
    for word in ["authentic", "genuine", "fake", "forged", "suspicious", "tamper", "本物", "偽"] {
      #expect(!code.english.contains(word) && !code.japanese.contains(word), "\(code)")
    }
  }

  @Test("no two codes have one spelling or one number")
  func distinct() {
    #expect(Set(Code.all).count == Code.all.count)
    #expect(Set(Code.all.map(\.name)).count == Code.all.count)
    for family in Family.allCases {
      #expect(Code.all(of: family).allSatisfy { $0.family == family }, "\(family)")
    }
  }

  @Test("codes are spelled in one of two ways", arguments: Code.all)
  func spelling(code: Code) {
    let isOurs = code.family != .standard
    #expect(
      code.name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x2D: true
        case 0x41...0x5A: true
        case 0x61...0x7A, 0x2E, 0x5F: !isOurs
        default: false
        }
      }, "\(code)")
    #expect(code.name.contains(isOurs ? "-" : "."), "\(code)")
  }

  @Test("the nature of a code fits its family", arguments: Code.all)
  func natures(code: Code) {
    let isReason = [Family.official, .officialScope, .scope, .seal].contains(code.family)
    #expect((code.nature == .reason) == isReason, "\(code)")
    #expect((code.nature == .hint) == (code.family == .hint), "\(code)")
    let standards = [Nature.success, .informational]
    #expect(!standards.contains(code.nature) || code.family == .standard, "\(code)")
  }
}
