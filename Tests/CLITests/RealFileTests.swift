import BroadsealNotes
import TestSupport
import Testing

/// A file as a program in use writes it, and what `sign --official` makes of it.
struct RealFile: Sendable, CustomTestStringConvertible {
  /// Where its label goes.
  enum Outcome: Sendable {
    case inside
    /// For the reason with this code.
    case beside(String)
    /// Only where it is asked for, as the hint of the refusal says.
    case besideWhenAsked
  }

  let testDescription: String
  let name: String
  let outcome: Outcome
  let content: [UInt8]

  init(_ description: String, _ name: String, _ outcome: Outcome, _ content: [UInt8]) {
    testDescription = description
    self.name = name
    self.outcome = outcome
    self.content = content
  }
}

@Suite("Real files are taken as they are")
struct RealFileTests {
  private let desk = Desk.shared

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func entry(_ change: (inout ZIPFile.Entry) -> Void) -> [UInt8] {
    ZIPFile([ZIPFile.Entry("a.txt", "text").with(change)]).built().bytes
  }

  /// A list of sizes in 64 bits, as it stands in a local header whose own sizes are all ones.
  private static let sizes64: [UInt8] =
    [1, 0, 16, 0] + [4, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0]

  static let localZIP64: [UInt8] = {
    var built = ZIPFile([ZIPFile.Entry("a.txt", "text").with { $0.localExtra = sizes64 }]).built()
    for offset in 18..<26 { built.bytes[offset] = 0xFF }
    return built.bytes
  }()

  /// End records of 64 bits that nothing asked for.
  private static let idleZIP64: [UInt8] = {
    let built = ZIPFile([ZIPFile.Entry("a.txt", "text")]).built()
    let record = [0x50, 0x4B, 6, 6, 44, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 44)
    let locator = [0x50, 0x4B, 6, 7] + [UInt8](repeating: 0, count: 16)
    return built.bytes[..<built.end] + record + locator + built.bytes[built.end...]
  }()

  static let files: [RealFile] = [
    RealFile("ZIP64 in a local header alone", "a.docx", .beside("ZIP-ZIP64"), localZIP64),
    RealFile("ZIP64 records that were not needed", "a.zip", .beside("ZIP-ZIP64"), idleZIP64),
    RealFile(
      "a name in an old code page", "a.zip", .beside("ZIP-NAME-ENCODING"),
      entry { $0.name = [0x93, 0xFA, 0x96, 0x7B] }),
    RealFile(
      "a second name in Unicode", "a.zip", .beside("ZIP-UNICODE-PATH"),
      entry { $0.extra = [0x75, 0x70, 7, 0, 1, 1, 2, 3, 4, 0x62, 0x63] }),
    RealFile(
      "what zip read from a pipe", "a.zip", .beside("ZIP-TYPE"),
      entry { ($0.madeBy, $0.attributes) = (0x031E, 0x1180_0000) }),
    RealFile(
      "a symbolic link", "a.zip", .beside("ZIP-SYMLINK"),
      entry { ($0.madeBy, $0.attributes) = (0x031E, 0xA1FF_0000) }),
    RealFile(
      "a mode that Java left unset", "a.jar", .inside,
      entry { ($0.madeBy, $0.attributes) = (0x0314, 0xFFFF_0000) }),
    RealFile("a container of another kind", "a.asice", .beside("ZIP-CONTAINER"), entry { _ in }),
    RealFile(
      "a drawing in UTF-16", "a.svg", .beside("SVG-ENCODING"),
      [0xFE, 0xFF] + text("<svg xmlns='http://www.w3.org/2000/svg'/>").flatMap { [0, $0] }),
    RealFile("a text that quotes a PDF", "a.md", .inside, text("# Ends\n\n%PDF-1.7 startxref\n")),
    RealFile(
      "a picture with bytes behind its end", "a.png", .inside,
      Desk.sample("river-levels.png") + text("0123456789")),
    RealFile(
      "a blank before a PDF", "a.pdf", .beside("PDF-HEADER-OFFSET"), [10] + pdf("%PDF-1.7\n")),
    RealFile(
      "a comment where an object should begin", "a.pdf", .beside("PDF-IRREGULAR"),
      pdf("%PDF-1.7\n", first: 0)),
    RealFile("a PDF that breaks off", "a.pdf", .besideWhenAsked, pdf("%PDF-1.7\n").dropLast(7)),
    RealFile("an archive with a byte behind it", "a.zip", .besideWhenAsked, entry { _ in } + [0]),
    RealFile(
      "a picture that breaks off", "a.png", .besideWhenAsked,
      Desk.sample("river-levels.png").dropLast(20)),
  ]

  /// A document of one page; `first` is where its table says that the catalog is.
  private static func pdf(_ header: String, first: Int? = nil) -> [UInt8] {
    var text = header
    var rows = "0000000000 65535 f \n"
    for (index, object) in [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    ].enumerated() {
      let offset = "\(index == 0 ? first ?? text.utf8.count : text.utf8.count)"
      rows += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 4\n\(rows)trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  private func sign(_ path: String, _ options: [String]) -> Command.Outcome {
    Command.run(
      ["sign", path, "--profile", desk.profile(), "--official", "--ai", "none"] + options)
  }

  @Test("each is labelled inside or beside, officially, or by its hint", arguments: files)
  func labelled(_ file: RealFile) {
    let folder = Scratch()
    let path = folder.write(file.content, to: file.name)
    let before = Command.run(["verify", path] + desk.trust)
    let breaksOff = file.testDescription.hasSuffix("breaks off")
    #expect(before.code == 4, "\(before.text)")
    #expect(before.text.contains("the file breaks off") == breaksOff)
    #expect(!before.text.contains("Invalid"))
    folder.write([], to: "out/.keep")
    let signed = sign(path, ["-f", "ndjson", "--output-dir", folder("out")])
    switch file.outcome {
    case .inside:
      #expect(signed.code == 0, "\(signed.errorText)")
      #expect(Command.run(["verify", folder("out/\(file.name)")] + desk.trust).code == 0)
      return
    case .beside(let code):
      #expect(signed.code == 0, "\(signed.errorText)")
      #expect(signed.text.contains("\"\(code)\""), "\(signed.text)")
      folder.write(file.content, to: "out/\(file.name)")
      #expect(Command.run(["verify", folder("out/\(file.name)")] + desk.trust).code == 0)
      return
    case .besideWhenAsked:
      #expect(signed.code == 1, "\(signed.text)")
      #expect(signed.errorText.contains("hint: --sidecar labels it"), "\(signed.errorText)")
      let beside = sign(path, ["--sidecar"])
      #expect(beside.code == 0, "\(beside.errorText)")
      let after = Command.run(["verify", path] + desk.trust)
      #expect(after.code == 0, "\(after.text)")
    }
  }

  @Test("a list of more files than a label may hold is asked for before any work is done")
  func manyFiles() {
    let folder = Scratch()
    let name = String(repeating: "n", count: 200)
    let entries = (0..<14_000).map { ZIPFile.Entry("\(name)\($0)") }
    let path = folder.write(ZIPFile(entries).built().bytes, to: "a.zip")
    let signed = sign(path, ["-f", "ndjson", "--output-dir", folder("out")])
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(signed.text.contains("\"ZIP-LIMIT\""), "\(signed.text)")
    #expect(folder.names(in: "out") == ["a.zip", "a.zip.c2pa"])
  }

  @Test("a name that leaves no room for a label beside it is no fault of the file")
  func longName() {
    let folder = Scratch()
    let name = String(repeating: "水", count: 83) + ".md"
    let path = folder.write(Self.text("# Water\n"), to: name)
    let before = Command.run(["verify", path] + desk.trust)
    #expect(before.code == 4, "\(before.errorText)\(before.text)")
    let signed = sign(path, ["--in-place"])
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(Command.run(["verify", path] + desk.trust).code == 0)
    #expect(folder.names == [name])
  }
}
