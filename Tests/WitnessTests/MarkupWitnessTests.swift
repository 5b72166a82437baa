import BroadsealBytes
import BroadsealDocuments
import BroadsealJSON
import BroadsealSigning
import TestSupport
import Testing

/// HTML and SVG before the programs of others.
///
/// encypher-c2pa takes HTML and SVG, c2pa-python SVG alone; c2pa-html finds stores in HTML without
/// judging them.
@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct MarkupWitnessTests {
  private static let page = Corpus.packageFolder + "/Samples/press-release.html"

  /// Pages on which a reader can stumble. encypher-c2pa looks for text and not for elements, so
  /// that a second `application/c2pa` anywhere is one too many for it; those pages are not here.
  private static let pages: [String: String] = [
    "nohead": "<!DOCTYPE html>\n<title>x</title>\n<p>x",
    "text": "just text",
    "upper": "<HTML><HEAD><TITLE>x</TITLE></HEAD><BODY>x</BODY></HTML>",
    "mark": "\u{FEFF}<!DOCTYPE html><html><head><title>x</title></head><body>日本</body></html>",
    "lines": "<!DOCTYPE html>\r\n<html>\r\n<head>\r\n<title>x</title>\r\n</head>\r\n<body>x",
    "comment": "<head><!-- </head> --><title></head></title><style></head></style></head>",
    "script": "<head><script><!-- <script></script></head> --></script></head>",
    "noscript": "<head><noscript><img src=x></noscript><title>x</title></head>",
    "template": "<head><template></head></template><title>x</title></head>",
    "xml":
      "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head/><body/></html>",
  ]

  /// The drawings, by name.
  private static let drawings: [String: String] = [
    "plain": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect/></svg>",
    "empty": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "bare": "<svg><rect/></svg>",
    "prefix": "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:g/></s:svg>",
    "metadata":
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>x</title><metadata id=\"a\"><b/></metadata></svg>",
    "emptymetadata": "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata/></svg>",
    "other":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:c2pa=\"urn:a\"><g c2pa:b=\"1\"/></svg>",
    "lines": "<?xml version=\"1.0\"?>\r\n<svg xmlns=\"http://www.w3.org/2000/svg\">\r\n</svg>\r\n",
    "doctype":
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\"><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "inner": "<svg xmlns=\"http://www.w3.org/2000/svg\"><svg><metadata/></svg></svg>",
  ]

  @Test("encypher-c2pa trusts every kind of label on a page, and its second to fourth revision")
  func labels() throws {
    let signed = try SignedByUs()
    var paths: [String] = []
    for use in AIStatement.Use.allCases {
      var label = SignedByUs.official
      label.ai = AIStatement(use)
      if use != .none { label.ai.system = "Demo Model" }
      var input = Self.page
      for revision in 1...4 {
        let name = "\(use.rawValue)-\(revision).html"
        let result = try signed.sign(input, as: name, label: label)
        #expect(result.form == .embedded && (result.parent != nil) == (revision > 1))
        input = signed.scratch(name)
        paths.append(input)
      }
    }
    try signed.expectTrust(
      in: paths.map { Witness.Job(path: $0, format: "text/html", verifiers: [.encypher]) })
  }

  @Test("c2pa-python reads no HTML yet: when it does, this table has to change")
  func unsupported() throws {
    let signed = try SignedByUs()
    _ = try signed.sign(Self.page, as: "a.html")
    let job = Witness.Job(
      path: signed.scratch("a.html"), format: "text/html", verifiers: [.c2pa])
    let verdict = try #require(try signed.judge([job]).first?[.c2pa])
    #expect(verdict.state == nil && verdict.error?.contains("NotSupported") == true)
  }

  @Test("every page on which a reader can stumble is trusted, and c2pa-html finds the same store")
  func pages() throws {
    let signed = try SignedByUs()
    for (name, text) in Self.pages {
      let input = signed.scratch.write(Array(text.utf8), to: name + ".html")
      #expect(try signed.sign(input, as: "out-\(name).html").form == .embedded, "\(name)")
    }
    let names = Self.pages.keys.sorted()
    try signed.expectTrust(
      in: names.map {
        Witness.Job(
          path: signed.scratch("out-\($0).html"), format: "text/html", verifiers: [.encypher])
      })
    try MarkupWitnessTests.expectSameStore(
      in: names.map { ("out-\($0).html", signed.scratch("\($0).html")) }, by: signed)
  }

  @Test("both verifiers trust drawings of every shape, and their second revision")
  func drawings() throws {
    let signed = try SignedByUs()
    var jobs: [Witness.Job] = []
    for (name, text) in Self.drawings {
      var input = signed.scratch.write(Array(text.utf8), to: name + ".svg")
      for revision in 1...2 {
        let output = "\(revision)-\(name).svg"
        #expect(try signed.sign(input, as: output).form == .embedded, "\(name)")
        input = signed.scratch(output)
        jobs.append(Witness.Job(path: input, format: "image/svg+xml"))
      }
    }
    try signed.expectTrust(in: jobs)
  }

  @Test("c2pa-python miscounts behind a byte order mark: such a drawing has a sidecar")
  func byteOrderMark() throws {
    let signed = try SignedByUs()
    let input = signed.scratch.write(Array("\u{FEFF}<svg/>".utf8), to: "a.svg")
    let result = try signed.sign(input, as: "b.svg")
    try signed.expectTrust(
      in: [Witness.Job(path: input, format: "image/svg+xml", store: result.output.display)])
    #expect(try signed.sign(input, as: "c.svg", form: .embedded).form == .embedded)
    let job = Witness.Job(path: signed.scratch("c.svg"), format: "image/svg+xml")
    let verdicts = try #require(try signed.judge([job]).first)
    #expect(verdicts[.encypher]?.isTrusted == true)
    #expect(verdicts[.c2pa]?.failure == ["assertion.dataHash.mismatch"])
  }

  @Test("a changed page or drawing is rejected by all")
  func changed() throws {
    let signed = try SignedByUs()
    let drawing = signed.scratch.write(
      Array((Self.drawings["plain"] ?? "").utf8), to: "plain.svg")
    for (input, name, format, verifiers) in [
      (Self.page, "a.html", "text/html", [Witness.Verifier.encypher]),
      (drawing, "b.svg", "image/svg+xml", [.c2pa, .encypher]),
    ] {
      _ = try signed.sign(input, as: name)
      var bytes = try Sweep.bytes(signed.scratch(name))
      bytes[bytes.count - 12] ^= 1
      let path = signed.scratch.write(bytes, to: "changed-" + name)
      let job = Witness.Job(path: path, format: format, verifiers: verifiers)
      for (verifier, verdict) in try #require(try signed.judge([job]).first) {
        #expect(verdict.state != "Trusted", "\(verifier): \(verdict)")
      }
    }
  }

  /// Expects that c2pa-html finds our store where we say it is, and gives back the page without it.
  static func expectSameStore(
    in pages: [(name: String, plain: String)], by signed: SignedByUs
  ) throws {
    for page in pages {
      let path = signed.scratch(page.name)
      guard case .found(let located) = try Document.open(FilePath(path)).carrier?.locate() else {
        Issue.record("no store in \(page.name)")
        continue
      }
      signed.scratch.write(try Sweep.bytes(page.plain), to: page.name + ".plain")
      let answer = try #require(try Witness.run("html.py", [.string(path)]).array?.first)
      #expect(answer["error"]?.string == nil, "\(page.name): \(answer)")
      #expect(answer["start"]?.integer == Int64(located.extent.start), "\(page.name)")
      #expect(answer["length"]?.integer == Int64(located.extent.length), "\(page.name)")
      #expect(answer["store"]?.string == Hex.encode(located.bytes), "\(page.name)")
      #expect(answer["removed"]?.bool == true, "\(page.name)")
    }
  }
}
