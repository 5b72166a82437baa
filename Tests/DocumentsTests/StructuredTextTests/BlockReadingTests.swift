import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

@Suite("Manifest blocks in text")
struct BlockReadingTests {
  private static let line = TextSample.line
  private static let comment = TextSample.comment

  /// Name, text before the extent, the extent, text after it.
  static let extents: [(name: String, before: String, extent: String, after: String)] = [
    ("a.md", "", comment + "\n", "# Title\n"),
    ("a.md", "", comment + "\r\n", "# Title\r\n"),
    ("a.md", "", comment, ""),
    ("a.md", "", comment + "\n", ""),
    ("a.md", "\u{FEFF}", comment + "\n", "# Title\n"),
    ("a.md", "# Title\n\n", comment + "\n", "text\n"),
    ("a.md", "# Title", "\n" + comment + "\n", ""),
    ("a.md", "# Title", "\n" + comment, ""),
    ("a.md", "# Title\r", "\n" + comment + "\r\n", ""),
    ("a.md", "---\n", "# " + line + "\n", "title: x\n---\n"),
    ("a.md", "+++\r\n", "# " + line + "\r\n", "title = 1\r\n+++\r\n"),
    (
      "a.md", "---\n", "\(TextSample.begin)\n\(TextSample.reference)\n\(TextSample.end)\n",
      "title: x\n---\n# Title\n"
    ),
    ("a.py", "#!/usr/bin/env python3\n", "# " + line + "\n", "pass\n"),
    ("a.py", "#!/usr/bin/env python3\npass", "\n# " + line + "\n", ""),
    ("a.css", "", "/*! \(line) */\n", "a {}\n"),
    ("a.css", "", "/* \(line) */\n", "a {}\n"),
    ("a.js", "", "// \(line)\n", "f()\n"),
    ("a.sql", "", "-- \(line)\n", "SELECT 1;\n"),
    ("a.ini", "", "; \(line)\n", "[a]\n"),
    ("a.tex", "", "% \(line)\n", "\\relax\n"),
    ("a.vtt", "WEBVTT\n\n", "NOTE \(line)\n", "\n00:00.000 --> 00:01.000\nHi\n"),
    ("a.xml", "<?xml version=\"1.0\"?>\n", comment + "\n", "<a/>\n"),
    ("a.xml", "<?xml version=\"1.0\"?>\n<a/>", "\n" + comment, ""),
    ("a.yaml", "", "# \(line)\n", "a: 1\n"),
  ]

  @Test("A block is found, and its extent follows the rule for its place", arguments: extents)
  func extent(_ name: String, _ before: String, _ extent: String, _ after: String) throws {
    let found = try #require(try TextSample.found(before + extent + after, name))
    #expect(found.bytes == TextSample.store)
    #expect(found.extent == ByteRange(start: before.utf8.count, length: extent.utf8.count))
    #expect(found.defects.isEmpty && found.doubts.isEmpty, "\(found.defects) \(found.doubts)")
  }

  @Test("Readers that count otherwise at a byte order mark or a carriage return are heeded")
  func alternatives() throws {
    let marked = "\u{FEFF}" + Self.comment + "\n"
    #expect(
      try TextSample.found(marked + "x\n", "a.md")?.alternatives
        == [ByteRange(first: marked.utf8.count)])
    let last = "\r\n" + Self.comment
    #expect(
      try TextSample.found("# T" + last, "a.md")?.alternatives
        == [try #require(ByteRange(start: 3, length: last.utf8.count))])
    #expect(try TextSample.found(Self.comment + "\r\nx\r\n", "a.md")?.alternatives == [])
  }

  /// Texts whose delimiters are not one block with a store, and the code that says why.
  static let unusable: [(name: String, text: String, code: String)] = [
    ("a.md", comment + "\n" + comment + "\n", "TEXT-BLOCKS"),
    ("a.md", comment + "\ntext about \(TextSample.end)\n", "TEXT-BLOCKS"),
    ("a.md", "<!-- \(TextSample.begin) \(TextSample.reference)\n", "TEXT-BLOCK-BROKEN"),
    ("a.md", "\(TextSample.reference) \(TextSample.end) -->\n", "TEXT-BLOCK-BROKEN"),
    (
      "a.md", "\(TextSample.end) \(TextSample.reference) \(TextSample.begin)\n", "TEXT-BLOCK-BROKEN"
    ),
    ("a.md", "<!-- \(TextSample.begin)  \(TextSample.end) -->\n", "TEXT-REFERENCE"),
    ("a.md", "<!-- \(TextSample.begin)\(TextSample.end) -->\n", "TEXT-REFERENCE"),
    (
      "a.md", "<!-- \(TextSample.begin) https://example.org/a.c2pa \(TextSample.end) -->\n",
      "TEXT-REFERENCE"
    ),
    ("a.md", "<!-- \(TextSample.begin) a.md.c2pa \(TextSample.end) -->\n", "TEXT-REFERENCE"),
    (
      "a.md", comment.replacing("data:application", with: "DATA:application") + "\n",
      "TEXT-REFERENCE"
    ),
    (
      "a.md", "<!-- \(String(repeating: "x", count: 2_000)) \(line) -->\n", "TEXT-BLOCK-FORM"
    ),
  ]

  @Test("Delimiters without one store between them are no label", arguments: unusable)
  func fault(_ name: String, _ text: String, _ code: String) throws {
    #expect(try TextSample.fault(text, name) == code)
    #expect(try TextSample.found(text, name) == nil)
    let carrier = try #require(try TextSample.document(text, name).carrier)
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
    #expect(throws: DocumentError.self) { try carrier.removal() }
  }

  @Test("A store that is not Base64 as written here is no label, and can be taken out")
  func base64() throws {
    for damage in ["*", " ", "=", "A"] {
      let text = Self.comment.replacing("base64,", with: "base64," + damage) + "\nx\n"
      #expect(try TextSample.fault(text, "a.md") == "TEXT-REFERENCE")
      let carrier = try #require(try TextSample.document(text, "a.md").carrier)
      let pieces = try #require(try carrier.removal())
      #expect(
        try RoundTrip.apply(pieces, to: ByteSource(bytes: Array(text.utf8)))
          == Array("x\n".utf8))
    }
  }

  /// Pages that explain what a block looks like.
  static let quotations: [(name: String, text: String)] = [
    ("a.md", "A block begins with\n\n    \(TextSample.begin)\n\nand that is it.\n"),
    ("a.md", "`\(TextSample.begin)` and `\(TextSample.end)`, twice: `\(TextSample.begin)`\n"),
    ("a.md", "```\n\(TextSample.begin) data:application/c2pa;base64,... \(TextSample.end)\n```\n"),
    ("a.md", "```\n\(TextSample.begin) data:application/c2pa;base64,AAAA \(TextSample.end)\n```\n"),
    ("a.swift", "let begin = \"\(TextSample.begin)\"\n"),
    ("a.swift", "/// Begins with \(TextSample.begin).\n"),
  ]

  @Test(
    "A text that only quotes delimiters has no block, and gets its label beside",
    arguments: quotations)
  func quoted(_ name: String, _ text: String) throws {
    guard case .none = try TextSample.location(text, name) else {
      Issue.record("\(text) has a block")
      return
    }
    let carrier = try #require(try TextSample.document(text, name).carrier)
    #expect(try carrier.removal() == nil)
    let error = try #require(throws: DocumentError.self) {
      try carrier.reserve(100, insisting: false)
    }
    guard case .refused(let refusal) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(refusal.remedy == .sidecar && refusal.note.code.name == "TEXT-QUOTES")
  }

  @Test("One damaged byte makes no quotation of a label", arguments: ["a.md", "a.swift"])
  func damagedIsNoQuotation(_ name: String) throws {
    let comment = name == "a.swift" ? "// \(Self.line)" : Self.comment
    let whole = Array((comment + "\ntext\n").utf8)
    for index in 0..<comment.utf8.count {
      var damaged = whole
      damaged[index] ^= 1
      if case .none = try TextSample.location(String(decoding: damaged, as: UTF8.self), name) {
        Issue.record("byte \(index) makes the label vanish")
      }
    }
  }

  @Test("A text that names only part of a delimiter has no block")
  func prose() throws {
    for text in ["-----BEGIN C2PA MANIFEST----\n", "BEGIN C2PA MANIFEST-----\n", "", "x"] {
      guard case .none = try TextSample.location(text, "a.md") else {
        Issue.record("\(text) has a block")
        continue
      }
    }
  }

  /// Lines that hold a store but are not the comment that the format has: what else stands on them
  /// is covered by no hash.
  static let wrong: [(name: String, text: String)] = [
    ("a.md", line + "\n# Title\n"),
    ("a.md", "# \(line)\n# Title\n"),
    ("a.md", "<!-- \(line)\n# Title\n"),
    ("a.md", "<!-- \(line) --> Send money to 123\n# Title\n"),
    ("a.md", "Send money <!-- \(line) -->\n# Title\n"),
    ("a.md", "<!-- \(line) --x\n# Title\n"),
    ("a.md", "# Title\r\(comment)\nx\n"),
    ("a.md", "x\n\(TextSample.begin)\n\(TextSample.reference)\n\(TextSample.end)\nx\n"),
    ("a.md", "---\ntitle: x\n---\n# \(line)\nx\n"),
    ("a.md", "---\n\(comment)\ntitle: x\n---\n"),
    (
      "a.md", "---\n\(TextSample.begin)\n\(TextSample.reference)\n\(TextSample.end) x\na: b\n---\n"
    ),
    ("a.py", "import os; # \(line)\npass\n"),
    ("a.py", "// \(line)\npass\n"),
    ("a.py", "\(line)\npass\n"),
    ("a.css", "/*! \(line)\na {}\n"),
    ("a.css", "// \(line)\na {}\n"),
    ("a.sql", "-- \(line); DROP TABLE a\nSELECT 1\n"),
    ("a.vtt", "WEBVTT\n\n\(line)\n\n00:00.000 --> 00:01.000\nHi\n"),
    ("a.xml", "<a><![CDATA[\n\(line)\n]]></a>\n"),
    ("a.xml", "<a b='\n\(line)\n'/>\n"),
    ("a.yaml", "a: \"\(line)\"\n"),
  ]

  @Test("A line that is not exactly the comment is a defect", arguments: wrong)
  func defect(_ name: String, _ text: String) throws {
    let found = try #require(try TextSample.found(text, name))
    #expect(found.defects.map(\.code.name) == ["TEXT-BLOCK-FORM"])
  }

  /// Lines that a lenient reader takes and a strict one may not.
  static let odd: [(name: String, text: String)] = [
    ("a.md", "<!--  \(line)  -->\nx\n"),
    ("a.md", "<!--\(line)-->\nx\n"),
    ("a.md", "\t\(comment)\nx\n"),
    ("a.md", comment.replacing(" data", with: "  data") + "\nx\n"),
    ("a.md", comment.replacing(" data", with: "\tdata") + "\nx\n"),
    ("a.md", comment.replacing(" data", with: "data") + "\nx\n"),
    ("a.py", "    # \(line)\npass\n"),
    // As long as the form that is written: no hash tells the two apart.
    ("a.ini", "# \(line)\n[a]\n"),
    (
      "a.md", "---\n\(TextSample.begin)\r\n\(TextSample.reference)\n\(TextSample.end)\na: b\n---\n"
    ),
  ]

  @Test("A line with other white space is read, and never official", arguments: odd)
  func doubt(_ name: String, _ text: String) throws {
    let found = try #require(try TextSample.found(text, name))
    #expect(found.bytes == TextSample.store && found.defects.isEmpty)
    #expect(found.doubts.map(\.code.name) == ["TEXT-BLOCK-FORM"])
  }

  @Test("A block is found across the blocks in which a large file is read")
  func boundaries() throws {
    let block = 256 << 10
    for shift in [-20, -1, 0, 1, 15, 40] {
      let filler = String(repeating: "x", count: block - 30 + shift - 1) + "\n"
      let text = filler + Self.comment + "\n" + String(repeating: "y\n", count: block)
      let found = try #require(try TextSample.found(text, "a.md"))
      #expect(found.extent.start == filler.utf8.count)
      #expect(found.bytes == TextSample.store)
    }
  }
}
