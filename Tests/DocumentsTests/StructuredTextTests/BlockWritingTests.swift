import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

@Suite("Writing manifest blocks")
struct BlockWritingTests {
  private static let line = TextSample.line
  private static let comment = TextSample.comment

  /// Name, text, and the text with its block.
  static let written: [(name: String, text: String, expected: String)] = [
    ("a.md", "# Title\n", comment + "\n# Title\n"),
    ("a.md", "# Title\r\nx\r\n", comment + "\r\n# Title\r\nx\r\n"),
    ("a.md", "no newline", comment + "\nno newline"),
    ("a.md", "", comment + "\n"),
    ("a.md", "\u{FEFF}# Title\n", "\u{FEFF}" + comment + "\n# Title\n"),
    ("a.md", "\u{FEFF}", "\u{FEFF}" + comment + "\n"),
    ("a.md", "---\ntitle: x\n---\n# T\n", "---\n# \(line)\ntitle: x\n---\n# T\n"),
    ("a.md", "---\r\nt: x\r\n---\r\n", "---\r\n# \(line)\r\nt: x\r\n---\r\n"),
    ("a.md", "---\n---\n# T\n", "---\n# \(line)\n---\n# T\n"),
    ("a.md", "+++\nt = 1\n+++\n# T\n", "+++\n# \(line)\nt = 1\n+++\n# T\n"),
    // A thematic break at the start: no front matter, yet nothing may come before it.
    ("a.md", "---\nA sentence.\n---\nx\n", "---\nA sentence.\n---\nx\n\(comment)\n"),
    ("a.md", "---\n# T\n", comment + "\n---\n# T\n"),
    ("a.md", "% Title\n% Author\n\nx", "% Title\n% Author\n\nx\n\(comment)"),
    ("a.sh", "#!/bin/sh\necho\n", "#!/bin/sh\necho\n# \(line)\n"),
    ("a.sh", "#!/bin/sh\necho", "#!/bin/sh\necho\n# \(line)"),
    ("a.sh", "#!/bin/sh", "#!/bin/sh\n# \(line)"),
    ("a.sh", "#!/bin/sh\r\necho\r\n", "#!/bin/sh\r\necho\r\n# \(line)\r\n"),
    ("a.sh", "#!/bin/sh\r\necho", "#!/bin/sh\r\necho\r\n# \(line)"),
    ("a.py", "import os\n", "# \(line)\nimport os\n"),
    ("a.py", "# -*- coding: utf-8 -*-\nx\n", "# -*- coding: utf-8 -*-\nx\n# \(line)\n"),
    (
      "a.py", "# ©\n# vim: set fileencoding=utf-8 :\n",
      "# ©\n# vim: set fileencoding=utf-8 :\n# \(line)\n"
    ),
    ("a.css", "a {}\n", "/*! \(line) */\na {}\n"),
    ("a.css", "@charset \"utf-8\";\na {}\n", "@charset \"utf-8\";\na {}\n/*! \(line) */\n"),
    ("a.js", "#!/usr/bin/node\nf()\n", "#!/usr/bin/node\nf()\n/*! \(line) */\n"),
    ("a.c", "int a;\n", "// \(line)\nint a;\n"),
    ("a.sql", "SELECT 1;\n", "-- \(line)\nSELECT 1;\n"),
    ("a.php", "<?php\necho 1;\n?>\n", "<?php\n// \(line)\necho 1;\n?>\n"),
    ("a.tex", "%&latex\n\\x\n", "%&latex\n\\x\n% \(line)\n"),
    ("a.vtt", "WEBVTT\n\n00:00\n", "WEBVTT\n\nNOTE \(line)\n\n00:00\n"),
    ("a.vtt", "WEBVTT x\r\nK: v\r\n\r\n", "WEBVTT x\r\nK: v\r\n\r\nNOTE \(line)\r\n"),
    ("a.xml", "<a/>\n", comment + "\n<a/>\n"),
    ("a.xml", "<?xml version='1.0'?>\n<a/>", "<?xml version='1.0'?>\n\(comment)\n<a/>"),
    ("a.xml", "<?xml version='1.0'?><a/>", "<?xml version='1.0'?><a/>\n\(comment)"),
    ("a.xml", "<?xml version='1.0'?>\n", "<?xml version='1.0'?>\n\(comment)\n"),
  ]

  @Test("A block goes where its format has room, and leaves as it came", arguments: written)
  func roundTrip(_ name: String, _ text: String, _ expected: String) throws {
    let result = try embed(in: text, name)
    #expect(result.text == expected)
    let found = try #require(try TextSample.found(result.text, name))
    #expect(found.extent == result.placement.extent)
    #expect(found.bytes == TextSample.store)
    #expect(found.doubts.isEmpty && found.defects.isEmpty)
    #expect(try removed(from: result.text, name) == text)
    // A second block takes the place of the first.
    #expect(try embed(in: result.text, name).text == expected)
  }

  private func embed(in text: String, _ name: String) throws -> (text: String, placement: Placement)
  {
    let carrier = try #require(try TextSample.document(text, name).carrier)
    let placement = try carrier.reserve(TextSample.store.count, insisting: true)
    let framed = try carrier.frame(TextSample.store, for: placement)
    #expect(framed.count == placement.extent.length)
    var output = try RoundTrip.apply(
      placement.pieces, to: ByteSource(bytes: Array(text.utf8)))
    #expect(output.count == placement.outputSize)
    output.replaceSubrange(placement.extent.bounds, with: framed)
    return (String(decoding: output, as: UTF8.self), placement)
  }

  private func removed(from text: String, _ name: String) throws -> String {
    let carrier = try #require(try TextSample.document(text, name).carrier)
    let pieces = try #require(try carrier.removal())
    let bytes = try RoundTrip.apply(pieces, to: ByteSource(bytes: Array(text.utf8)))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Files that get a sidecar, and the code that says why.
  static let refused: [(name: String, bytes: [UInt8], code: String)] = [
    ("a.md", Array("# a\rb\n".utf8), "TEXT-LINE-ENDS"),
    ("a.md", Array("# a\r".utf8), "TEXT-LINE-ENDS"),
    ("a.md", [0x23, 0x20, 0xFC, 0x0A], "TEXT-ENCODING"),
    ("a.md", [0x23, 0x20, 0xC0, 0xAF], "TEXT-ENCODING"),
    ("a.md", [0x23, 0x20, 0xED, 0xA0, 0x80], "TEXT-ENCODING"),
    ("a.md", [0x23, 0x20, 0xF4, 0x90, 0x80, 0x80], "TEXT-ENCODING"),
    ("a.md", [0x23, 0x20, 0xE3, 0x81], "TEXT-ENCODING"),
    ("a.py", [0xFF, 0xFE, 0x23, 0x00], "TEXT-ENCODING"),
    ("a.py", Array(repeating: 0x61, count: 5_000) + [0] + [0x61], "TEXT-NUL"),
    ("a.vtt", Array("WEBVTT\n".utf8), "TEXT-PLACE"),
    ("a.vtt", Array("00:00\n\nx\n".utf8), "TEXT-PLACE"),
    ("a.php", Array("<p>\n<?php echo 1; ?>\n".utf8), "TEXT-PLACE"),
    ("a.php", Array("<?php".utf8), "TEXT-PLACE"),
  ]

  @Test("A text that cannot hold a block gets a sidecar", arguments: refused)
  func refusal(_ name: String, _ bytes: [UInt8], _ code: String) throws {
    let document = try Document(ByteSource(bytes: bytes), path: FilePath(name))
    let carrier = try #require(document.carrier)
    do {
      _ = try carrier.reserve(100, insisting: true)
      Issue.record("\(name) was accepted")
    } catch DocumentError.refused(let refusal) {
      #expect(refusal.code.name == code && refusal.remedy == .sidecar)
    }
  }

  @Test("XML gets a block only when the user insists, since no XML reader takes it")
  func xml() throws {
    for name in ["a.xml", "a.xhtml", "a.rss"] {
      let carrier = try #require(try TextSample.document("<a/>\n", name).carrier)
      do {
        _ = try carrier.reserve(100, insisting: false)
        Issue.record("\(name) was accepted")
      } catch DocumentError.refused(let refusal) {
        #expect(refusal.code.name == "TEXT-XML" && refusal.remedy == .sidecarOrInsist)
      }
    }
  }

  @Test("A store of another size than was reserved is not framed")
  func sizes() throws {
    let carrier = try #require(try TextSample.document("x\n", "a.md").carrier)
    let placement = try carrier.reserve(300, insisting: false)
    #expect(throws: DocumentError.self) { try carrier.frame(DummyStore.bytes(301), for: placement) }
    #expect(throws: DocumentError.self) { try carrier.frame(DummyStore.bytes(299), for: placement) }
    #expect(throws: DocumentError.self) { try carrier.reserve(0, insisting: false) }
    #expect(throws: DocumentError.self) { try carrier.reserve(Int.max, insisting: false) }
  }

  @Test("Every extension and media type of the table stands for one syntax")
  func table() {
    let names = CommentSyntax.table.flatMap(\.extensions).filter { !$0.isEmpty }
    #expect(Set(names).count == names.count)
    for syntax in CommentSyntax.table {
      for mediaType in syntax.mediaTypes {
        #expect(CommentSyntax.of(mediaType: mediaType)?.extensions == syntax.extensions)
      }
    }
  }
}
