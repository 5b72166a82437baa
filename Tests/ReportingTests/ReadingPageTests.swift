import TestSupport
import Testing

@Suite("Readers are told the same in both languages")
struct ReadingPageTests {
  /// What stands in a page, section by section: the first sign of each row of a table, and of each line that begins a
  /// point, a step, a block of commands or a paragraph with a head.
  private func shape(_ page: String) throws -> [[String]] {
    let bytes = try #require(Scratch.bytes(of: Corpus.packageFolder + "/Documentation/" + page))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n## ").map { section in
      section.split(separator: "\n").compactMap { line in
        let text = line.drop { $0 == " " }
        if text.hasPrefix("| ") {
          let sign = text.dropFirst(2).prefix(1)
          return sign.contains { "✓✗!–?•○".contains($0) } ? "row \(sign)" : "row"
        }
        if text.hasPrefix("* ") { return "point" }
        if text.hasPrefix("```") { return "block" }
        if line.hasPrefix("**") { return "head" }
        let number = line.prefix { $0.isNumber }
        return !number.isEmpty && line.dropFirst(number.count).hasPrefix(". ") ? "step" : nil
      }
    }
  }

  @Test(
    "both pages about reading a label have the same rows, points, steps and blocks in their sections"
  )
  func pages() throws {
    let (english, japanese) = (try shape("Reading.md"), try shape("Reading.ja.md"))
    #expect(english == japanese)
    #expect(english.joined().count { $0.hasPrefix("row ") } > 10 && english.count > 5)
  }
}
