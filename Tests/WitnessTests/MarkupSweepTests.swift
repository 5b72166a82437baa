import BroadsealBytes
import BroadsealNotes
import BroadsealSigning
import TestSupport
import Testing

/// Signs every HTML and SVG file of the corpus and has the result judged by programs of others.
@Suite(
  .enabled(if: Witness.isWanted, Witness.reason),
  .enabled(if: Corpus.folder != nil, "no corpus: set BROADSEAL_CORPUS"))
struct MarkupSweepTests {
  /// Files that are not embedded, and the code that says why. Every other one must be.
  private static let exceptions: [String: String] = [
    "apache+tika__big-preamble.html": "HTML-ENCODING"
  ]

  /// Pages in another encoding than UTF-8, which encypher-c2pa refuses to read. The standard has
  /// the file treated as bytes (C2PA 2.5 §A.7.1.4).
  private static let notUTF8: Set<String> = [
    "apache+tika__big-preamble.html", "apache+tika__testHTMLNoisyMetaEncoding_2.html",
    "apache+tika__testHTMLNoisyMetaEncoding_3.html",
  ]

  private struct Item {
    let source: String
    let name: String
  }

  private static func files(_ suffixes: [String]) -> [Item] {
    guard let folder = Corpus.folder else { return [] }
    return Corpus.folders(in: "unsigned").flatMap { part in
      suffixes.flatMap { Corpus.files(in: part, endingWith: $0) }
    }
    .map { Item(source: folder + "/" + $0, name: String($0.split(separator: "/").last ?? "")) }
  }

  /// Signs `items`; those with a store inside.
  private func sign(_ items: [Item], by signed: SignedByUs) throws -> [Item] {
    try items.filter { item in
      let result = try signed.sign(item.source, as: item.name)
      switch result.form {
      case .embedded:
        #expect(Self.exceptions[item.name] == nil, "\(item.name)")
        return true
      case .sidecar(let note):
        #expect(Self.exceptions[item.name] == note?.code.name, "\(item.name)")
        return false
      }
    }
  }

  @Test("every page is signed; encypher-c2pa trusts it and c2pa-html finds the same store")
  func pages() throws {
    let signed = try SignedByUs()
    let items = Self.files([".html", ".htm"])
    #expect(items.count >= 4)
    let embedded = try sign(items, by: signed)
    #expect(embedded.count == items.count - Self.exceptions.count)
    let jobs = embedded.map {
      Witness.Job(path: signed.scratch($0.name), format: "text/html", verifiers: [.encypher])
    }
    for (item, verdicts) in zip(embedded, try signed.judge(jobs)) {
      let verdict = try #require(verdicts[.encypher])
      if Self.notUTF8.contains(item.name) {
        #expect(verdict.error?.contains("not valid UTF-8") == true, "\(item.name): \(verdict)")
      } else {
        #expect(verdict.isTrusted && verdict.isStamped, "\(item.name): \(verdict)")
      }
    }
    try MarkupWitnessTests.expectSameStore(
      in: embedded.map { ($0.name, $0.source) }, by: signed)
  }

  @Test("every drawing is signed, and both verifiers trust it")
  func drawings() throws {
    let signed = try SignedByUs()
    let items = Self.files([".svg"])
    #expect(items.count >= 5)
    let embedded = try sign(items, by: signed)
    #expect(embedded.count * 20 >= items.count * 19)
    try signed.expectTrust(
      in: embedded.map {
        Witness.Job(path: signed.scratch($0.name), format: "image/svg+xml")
      })
  }
}
