import TestSupport
import Testing

@Suite("The program in the README")
struct ReadmeTests {
  private func text(_ name: String) throws -> String {
    String(
      decoding: try #require(Scratch.bytes(of: Corpus.packageFolder + "/" + name)), as: UTF8.self)
  }

  @Test("is the program of Examples that is built and run, letter for letter")
  func same() throws {
    let shown = try text("README.md").components(between: "```swift\n", and: "```\n")
    #expect(shown == [try text("Examples/Sources/SignPDF/main.swift")])
  }
}

extension String {
  /// Every piece between `start` and the next `end`.
  fileprivate func components(between start: String, and end: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let from = rest.firstRange(of: start),
      let to = rest[from.upperBound...].firstRange(of: end)
    {
      pieces.append(String(rest[from.upperBound..<to.lowerBound]))
      rest = rest[to.upperBound...]
    }
    return pieces
  }
}
