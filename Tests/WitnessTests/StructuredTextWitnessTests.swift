import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealProvenance
import BroadsealSigning
import TestSupport
import Testing

@Suite("Structured text before foreign programs", .enabled(if: Witness.isWanted, Witness.reason))
struct StructuredTextWitnessTests {
  /// A text, the name it has and the media type that encypher-c2pa knows it under.
  private struct Row {
    let name: String
    let text: String
    let type: String
    var insists = false
    /// Whether the two libraries leave out the same bytes. They do not at a byte order mark, nor at
    /// the end of a file with carriage returns: a block there is "elsewhere in the file", and "the
    /// newline character preceding" it is one character (C2PA 2.5 §A.9.5.1).
    var agrees = true
  }

  private static let rows = [
    Row(name: "plain.md", text: "# Title\n\ntext\n", type: "text/markdown"),
    Row(name: "japanese.md", text: "# 見出し\n\n本文。\n", type: "text/markdown"),
    Row(name: "returns.md", text: "# Title\r\n\r\ntext\r\n", type: "text/markdown"),
    Row(name: "mark.md", text: "\u{FEFF}# Title\n", type: "text/markdown", agrees: false),
    Row(name: "matter.md", text: "---\ntitle: x\n---\n# T\n", type: "text/markdown"),
    Row(name: "toml.md", text: "+++\ntitle = 1\n+++\n# T\n", type: "text/markdown"),
    Row(name: "break.md", text: "---\nA sentence.\n---\nx\n", type: "text/markdown"),
    Row(name: "a.yaml", text: "a: 1\n", type: "application/yaml"),
    Row(name: "a.toml", text: "a = 1\n", type: "application/toml"),
    Row(name: "a.py", text: "import os\n", type: "text/x-python"),
    Row(name: "shebang.py", text: "#!/usr/bin/env python3\nx\n", type: "text/x-python"),
    Row(
      name: "shebang.sh", text: "#!/bin/sh\r\nx\r\n", type: "text/x-python", agrees: false),
    Row(name: "cookie.py", text: "# coding: utf-8\nx", type: "text/x-python"),
    Row(name: "a.css", text: "a {}\n", type: "text/css"),
    Row(name: "charset.css", text: "@charset \"utf-8\";\na {}\n", type: "text/css"),
    Row(name: "a.js", text: "f()\n", type: "text/javascript"),
    Row(name: "a.sql", text: "SELECT 1;\n", type: "text/x-python"),
    Row(name: "a.vtt", text: "WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n", type: "text/x-python"),
    Row(
      name: "a.xml", text: "<?xml version=\"1.0\"?>\n<a/>\n", type: "application/xml",
      insists: true),
    Row(
      name: "line.xml", text: "<?xml version=\"1.0\"?><a/>\n", type: "application/xml",
      insists: true),
    Row(name: "a.xhtml", text: "<html/>\n", type: "application/xhtml+xml", insists: true),
  ]

  @Test("encypher-c2pa trusts every block, its time stamp and the bytes it covers")
  func encypher() throws {
    let signed = try SignedByUs()
    let jobs = try Self.rows.map { row in
      try sign(row, by: signed)
      return Witness.Job(
        path: signed.scratch(row.name), format: row.type, verifiers: [.encypher])
    }
    try signed.expectTrust(in: jobs)
  }

  @Test("encypher-c2pa trusts the second and the third label of a document")
  func revisions() throws {
    let signed = try SignedByUs()
    var jobs: [Witness.Job] = []
    for row in Self.rows {
      try sign(row, by: signed)
      var input = row.name
      for revision in 2...3 {
        let name = "\(revision)-\(row.name)"
        let result = try signed.sign(
          signed.scratch(input), as: name, form: row.insists ? .embedded : .automatic)
        #expect(result.parent != nil && result.form == .embedded)
        input = name
        jobs.append(
          Witness.Job(path: signed.scratch(name), format: row.type, verifiers: [.encypher]))
      }
    }
    try signed.expectTrust(in: jobs)
  }

  @Test("c2pa-structured-text finds the same store, and hashes the same bytes where it agrees")
  func library() throws {
    let signed = try SignedByUs()
    for row in Self.rows { try sign(row, by: signed) }
    let paths = Self.rows.map { signed.scratch($0.name) }
    for (row, finding) in zip(Self.rows, try TextWitness.find(in: paths, with: .structured)) {
      let document = try Document.open(FilePath(signed.scratch(row.name)))
      guard case .found(let located) = try document.carrier?.locate() else {
        Issue.record("no store in \(row.name)")
        continue
      }
      #expect(finding.store == located.bytes, "\(row.name): \(finding.error ?? "")")
      #expect((finding.extent == located.extent) == row.agrees, "\(row.name)")
      #expect(row.agrees || located.alternatives.map(\.self) == [finding.extent])
      let store = try ManifestStore(parsing: located.bytes)
      let binding = store.active.assertions.first { $0.label.text == DataHash.label }
      let hash = try DataHash(try #require(binding?.cbor))
      #expect((finding.hash == hash.hash) == row.agrees, "\(row.name)")
    }
  }

  @Test("without its label the text is what it was")
  func removal() throws {
    let signed = try SignedByUs()
    for row in Self.rows {
      try sign(row, by: signed)
      let document = try Document.open(FilePath(signed.scratch(row.name)))
      let pieces = try #require(try document.carrier?.removal())
      var bytes: [UInt8] = []
      for piece in pieces {
        if case .copy(let range) = piece { bytes += try document.source.read(range) }
      }
      #expect(bytes == Array(row.text.utf8), "\(row.name)")
    }
  }

  private func sign(_ row: Row, by signed: SignedByUs) throws {
    let input = signed.scratch.write(Array(row.text.utf8), to: "unsigned-" + row.name)
    let result = try signed.sign(
      input, as: row.name, form: row.insists ? .embedded : .automatic)
    #expect(result.form == .embedded, "\(row.name)")
  }
}
