import BroadsealProvenance
import Glibc
import TestSupport
import Testing

@testable import BroadsealReporting

@Suite("The page on codes is what the program says")
struct CodePageTests {
  private static let path = Corpus.packageFolder + "/Documentation/Codes.md"

  private static let head = """
    # Codes

    Every code that a verdict, a report or a message can hold, and what it means in the program's own words. **This page is
    written by the tests** (`make docs`): a code without a sentence in both languages fails the build. Codes are stable;
    sentences may become better. `verify --explain` prints both, and `-f json` the detail as well.


    """

  private static func table(_ title: String, _ note: String, _ codes: [String]) -> String {
    let rows = codes.map { code in
      let texts = [Wording(.english), Wording(.japanese)].map {
        $0.sentence(for: code)?.replacing("|", with: "\\|") ?? ""
      }
      return "| `\(code)` | \(texts[0]) | \(texts[1]) |\n"
    }
    return "## \(title)\n\n\(note)\n\n| code | in English | in Japanese |\n|---|---|---|\n"
      + rows.joined()
  }

  /// The page.
  private static var text: String {
    let scope = ["5", "6"].flatMap { condition in
      Wording.scopeRules.keys.map { "OFF-\(condition)-\($0)" }
    }
    let official = Set(Wording.officialCodes.keys).union(scope)
    let standard = StatusCode.allCases.map(\.rawValue)
    let files = Wording.fileCodes.keys.filter { !official.contains($0) && !standard.contains($0) }
    return head
      + [
        table(
          "Why a document is not official",
          "The digit is the condition that fails: 1 the label holds to the letter, 2 its active signer or an identity\n"
            + "speaks, 3 the signer is on a list, 4 its chain keeps the rules, 5 the list's scope fits, 6 the label says it,\n"
            + "7 a listed authority dates it in time, 8 nothing is revoked, 9 the list is fresh.",
          official.sorted()),
        table(
          "What is found in files, and why a file is refused",
          "They begin with what they are about: a format, a time, a hint at AI, a way of labelling.",
          files.sorted()),
        table(
          "The standard's own codes",
          "C2PA 2.4 and CAWG 1.3, as they stand in `c2pa.success`, `informational` and `failure`.",
          standard.sorted()),
      ].joined(separator: "\n")
  }

  @Test("Documentation/Codes.md is the wording (BROADSEAL_WRITE_PAGES=1 writes it)")
  func page() {
    let text = CodePageTests.text
    if unsafe getenv("BROADSEAL_WRITE_PAGES") != nil {
      let file = unsafe fopen(CodePageTests.path, "wb")
      let bytes = Array(text.utf8)
      #expect(unsafe file != nil && fwrite(bytes, 1, bytes.count, file) == bytes.count)
      if let file = unsafe file { #expect(unsafe fclose(file) == 0) }
    }
    let written = String(decoding: Scratch.bytes(of: CodePageTests.path) ?? [], as: UTF8.self)
    #expect(written == text, "run `make docs`")
    #expect(!text.contains("|  |"))
  }
}
