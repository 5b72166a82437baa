import BroadsealNotes
import TestSupport
import Testing

/// A document that is not signed as it is asked, and what the refusal says to do about it.
struct RefusedCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Name of the document, and its bytes.
  let name: String
  let content: [UInt8]
  /// Options beside the profile and what the label states.
  let options: [String]
  /// What the hint begins with.
  let hint: String

  init(
    _ description: String, _ name: String, _ content: [UInt8], _ options: [String], hint: String
  ) {
    testDescription = description
    self.name = name
    self.content = content
    self.options = options
    self.hint = hint
  }
}

@Suite("A hint is printed only where it works")
struct HintTests {
  private let desk = Desk.shared

  private static let image = Desk.sample("river-levels.png")
  private static let archive = ZIPFile([ZIPFile.Entry("a.txt", "text")]).built().bytes

  /// A document that says it is PDF/A-2, whose part allows no embedded file.
  private static let archival: [UInt8] = {
    let packet =
      "<x xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/' pdfaid:part='2' pdfaid:conformance='B'/>"
    var text = "%PDF-1.7\n"
    var rows = "0000000000 65535 f \n"
    for (index, object) in [
      "<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
      "<< /Type /Metadata /Subtype /XML /Length \(packet.utf8.count) >>\n"
        + "stream\n\(packet)\nendstream",
    ].enumerated() {
      let offset = "\(text.utf8.count)"
      rows += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 5\n\(rows)trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }()

  /// A document with a date that its reader puts in.
  private static let dated: [UInt8] = {
    var file = ZIPFile.docx()
    file.entries.append(
      .init(
        "word/footer1.xml",
        "<w:fldChar w:fldCharType=\"begin\"/><w:instrText>DATE</w:instrText>", deflates: true))
    return file.built().bytes
  }()

  static let cases: [RefusedCase] = [
    RefusedCase("broken", "a.png", image.dropLast(20), [], hint: "--sidecar"),
    RefusedCase(
      "broken, in place", "a.png", image.dropLast(20), ["--in-place"],
      hint: "--sidecar without --in-place"),
    RefusedCase("broken, and insisted on", "a.zip", archive + [0], ["--embed"], hint: "--sidecar"),
    RefusedCase(
      "no container", "a.mid", Array("MThd\0\0\0\u{6}".utf8), ["--embed"], hint: "--sidecar"),
    RefusedCase(
      "PDF/A with a PDF signature", "a.pdf", archival, ["--pades"], hint: "--embed insists"),
    RefusedCase("a name of another kind", "a.jpg", image, [], hint: "name it .png"),
    RefusedCase("a name of no kind", "a.xyz", image, [], hint: "name it .png"),
    RefusedCase(
      "an Office document's other name", "a.docm", ZIPFile.docx().built().bytes, [],
      hint: "name it .docx"),
    RefusedCase(
      "what its reader puts in", "a.docx", dated, ["--strict-content"],
      hint: "without --strict-content"),
    RefusedCase(
      "an archive of ZIP64", "a.docx", RealFileTests.localZIP64, ["--strict-content"],
      hint: "without --strict-content"),
    RefusedCase(
      "bytes before the header of a PDF", "a.pdf", [0x14] + Desk.sample("press-release.pdf"), [],
      hint: "take off what stands before it, with tail -c +2"),
    RefusedCase("an output that exists", "a.png", image, ["taken"], hint: "use --force"),
  ]

  private func run(_ path: String, _ options: [String]) -> Command.Outcome {
    Command.run(
      ["sign", path, "--profile", desk.profile(), "--official", "--ai", "none"] + options)
  }

  private static func hint(_ outcome: Command.Outcome) -> String? {
    outcome.errorText.split(separator: "\n").compactMap { line in
      line.firstRange(of: "hint: ").map { String(line[$0.upperBound...]) }
    }.first
  }

  @Test("every hint of a refusal, followed, leads to an official document", arguments: cases)
  func works(_ file: RefusedCase) {
    let folder = Scratch()
    var path = folder.write(file.content, to: file.name)
    var options = file.options
    if options == ["taken"] {
      folder.write([1], to: "out/\(file.name)")
      options = []
    }
    folder.write([], to: "out/.keep")
    if !options.contains("--in-place") { options += ["--output-dir", folder("out")] }
    let refused = run(path, options)
    #expect(refused.code != 0)
    guard let hint = Self.hint(refused), hint.hasPrefix(file.hint) else {
      Issue.record("\(refused.errorText)")
      return
    }
    if hint.hasPrefix("--sidecar") {
      options = ["--sidecar"]
    } else if hint.hasPrefix("--embed") {
      options.append("--embed")
    } else if hint.hasPrefix("use --force") {
      options.append("--force")
    } else if hint.hasPrefix("without ") {
      options.removeAll { $0.hasPrefix("--") && hint.hasPrefix("without " + $0) }
    } else if hint.hasPrefix("take off ") {
      path = folder.write(file.content.dropFirst(), to: "b.pdf")
    } else if hint.hasPrefix("name it ") {
      let ending = hint.dropFirst("name it ".count).prefix { $0 != "," }
      path = folder.write(file.content, to: "b" + ending)
    }
    let followed = run(path, options)
    #expect(followed.code == 0, "\(hint): \(followed.errorText)")
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let result = options.contains("--sidecar") ? path : folder("out/" + name)
    let verdict = Command.run(["verify", result] + desk.trust)
    #expect(verdict.code == 0, "\(hint): \(verdict.text)")
  }

  @Test("a result under the name of another kind is refused before anything is read")
  func otherOutput() {
    let folder = Scratch()
    let path = folder.write(Self.image, to: "a.png")
    let refused = run(path, ["-o", folder("b.jpg")])
    #expect(refused.code == 1)
    #expect(Self.hint(refused)?.hasPrefix("name it .png") == true, "\(refused.errorText)")
    #expect(refused.errorText.contains("b.jpg: it could not be shown as official"))
    #expect(run(path, ["-o", folder("b.png")]).code == 0)
  }

  @Test(
    "where a time stamp is what was asked for, another authority is named and not doing without")
  func missingStamp() {
    let folder = Scratch()
    let release = folder.write(Desk.sample("press-release.pdf"), to: "release.pdf")
    let unstamped = folder("unstamped.pdf")
    let first = run(release, ["--no-timestamp", "--no-verify", "-o", unstamped])
    #expect(first.code == 0, "\(first.errorText)")
    let lists = ["us/ca/root.crl", "us/ca/issuing.crl", "tsa/root.crl"].flatMap {
      ["--crl", desk.scratch("keys/" + $0)]
    }
    let clock = "key:" + desk.scratch("keys/tsa/authority.pem")
    for (words, path) in [
      (["--add-timestamp"], unstamped),
      (["--official", "--ai", "none", "--pades"] + lists, release),
    ] {
      func attempt(_ authority: String) -> Command.Outcome {
        Command.run(
          ["sign", path, "--profile", desk.profile(), "--tsa", authority, "--force"]
            + ["-o", folder("out.pdf")] + words)
      }
      let refused = attempt("http://127.0.0.1:9/")
      #expect(refused.code == 3, "\(refused.errorText)")
      #expect(Self.hint(refused)?.contains("--tsa") == true, "\(refused.errorText)")
      #expect(!refused.errorText.contains("--no-timestamp"), "\(refused.errorText)")
      let followed = attempt(clock)
      #expect(followed.code == 0, "\(followed.errorText)")
    }
  }

  @Test("a name in an error or a hint is shown as results show it")
  func names() {
    let folder = Scratch()
    folder.write(Self.image, to: "a\nb.png")
    for (name, shown) in [("a b.png", "a b.png"), ("a\tb.png", "a\\tb.png")] {
      let refused = run(folder(name), ["--output-dir", folder("out")])
      #expect(refused.errorText.contains("/\(shown): no such file or directory\n"))
      #expect(Self.hint(refused) == "did you mean \(folder("a\\nb.png"))?", "\(refused.errorText)")
    }
  }

  @Test("a pattern in another case is named, where it would choose something")
  func otherCase() {
    let folder = Scratch()
    folder.write(Self.image, to: "in/a.png")
    for (pattern, meant) in [("*.PNG", "*.png"), ("*.PDF", nil)] {
      let refused = run(folder("in"), ["--output-dir", folder("out"), "--include", pattern])
      #expect(refused.code == 2, "\(refused.errorText)")
      #expect(Self.hint(refused) == meant.map { "case counts in patterns: \($0) would match" })
    }
  }

  @Test("where nothing helps nothing is said")
  func silence() {
    let folder = Scratch()
    let both = folder.write(Self.image + Self.archive, to: "a.png")
    folder.write([], to: "out/.keep")
    let refused = run(both, ["--output-dir", folder("out")])
    #expect(refused.code == 1)
    #expect(Self.hint(refused) == nil, "\(refused.errorText)")
    let broken = folder.write(Self.image.dropLast(20), to: "b.png")
    for options in [["--strict-content", "--sidecar"], ["--strict-content"]] {
      let strict = run(broken, options + ["--output-dir", folder("out")])
      #expect(strict.code == 1)
      #expect(Self.hint(strict) == nil, "\(strict.errorText)")
    }
    let text = folder.write(Array("# a\n".utf8), to: "a.md")
    let sealed = run(text, ["--pades", "--output-dir", folder("out")])
    #expect(sealed.code != 0)
    #expect(Self.hint(sealed) == nil, "\(sealed.errorText)")
  }
}
