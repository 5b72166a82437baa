import BroadsealNotes
import TestSupport
import Testing

@Suite("sign --strict-content refuses what can show other than its bytes say")
struct StrictContentTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func sign(_ name: String, _ options: [String] = []) -> Command.Outcome {
    Command.run(
      [
        "sign", folder(name), "--profile", desk.profile(), "--official", "--ai", "none",
        "--output-dir", folder("out"),
      ] + options)
  }

  /// A document with macros, a hidden text and a date in pieces.
  private func risky() -> ZIPFile {
    let footer = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    var file = ZIPFile.docx(
      types: ZIPFile.contentTypes(
        more: "<Override PartName=\"/word/footer1.xml\" ContentType=\"\(footer)\"/>"))
    file.entries.append(
      .init(
        "word/_rels/document.xml.rels",
        "<Relationships><Relationship Id=\"a\" Target=\"vba.bin\" "
          + "Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\"/>"
          + "</Relationships>", deflates: true))
    file.entries.append(
      .init(
        "word/footer1.xml",
        "<w:ftr xmlns:w=\"\(SmallPackage.word)\"><w:r><w:fldChar w:fldCharType=\"begin\"/>"
          + "<w:instrText>DA</w:instrText><w:instrText>TE</w:instrText></w:r>"
          + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:ftr>", deflates: true))
    return file
  }

  @Test("each risk is named, nothing is written, and without the option it is signed")
  func refused() {
    folder.write(risky().built().bytes, to: "a.docx")
    folder.write([], to: "out/.keep")
    let refused = sign("a.docx", ["--strict-content"])
    #expect(refused.code == 1)
    for code in ["ZIP-FIELDS", "ZIP-HIDDEN", "ZIP-MACROS"] {
      #expect(refused.errorText.contains("(\(code))"), "\(refused.errorText)")
    }
    #expect(refused.errorText.contains("hint: without --strict-content"))
    #expect(folder.read("out/a.docx") == nil)
    let signed = sign("a.docx")
    #expect(signed.code == 0, "\(signed.errorText)")
  }

  @Test("a script anywhere in a PDF", arguments: [true, false])
  func script(isHeld: Bool) {
    let script = isHeld ? "<< /S /JavaScript /JS (a) >>" : "<< /S /GoTo /D [3 0 R /Fit] >>"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /AA << /O \(script) >> >>",
    ]
    var text = "%PDF-1.7\n"
    var rows = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = "\(text.utf8.count)"
      rows += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    text += "xref\n0 4\n\(rows)trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n"
    let start = text.firstRange(of: "xref").map {
      text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
    }
    text += "\(start ?? 0)\n%%EOF\n"
    folder.write(Array(text.utf8), to: "a.pdf")
    folder.write([], to: "out/.keep")
    let outcome = sign("a.pdf", ["--strict-content"])
    #expect(outcome.code == (isHeld ? 1 : 0), "\(outcome.errorText)")
    #expect(outcome.errorText.contains("(PDF-JS)") == isHeld)
  }

  @Test("verify says that a labelled page has a script beside it that the label does not cover")
  func pageWithScript() {
    let page =
      "<!doctype html><html><head><title>a</title><script src=\"notice.js\"></script></head></html>"
    folder.write(Array(page.utf8), to: "a.html")
    folder.write([], to: "out/.keep")
    let signed = sign("a.html")
    #expect(signed.code == 0, "\(signed.errorText)")
    let outcome = Command.run([
      "verify", folder("out/a.html"), "--trust-dir", desk.scratch("keys/trust"), "-f", "json",
    ])
    #expect(outcome.text.contains("HTML-SCRIPT"), "\(outcome.text)")
    #expect(outcome.text.contains("HTML-EXTERNAL"), "\(outcome.text)")
    let told = Command.run([
      "verify", folder("out/a.html"), "--trust-dir", desk.scratch("keys/trust"),
    ])
    #expect(told.code == 0 && told.text.contains("HTML-SCRIPT"), "\(told.text)")
  }

  @Test("a file of a kind that is not looked into is refused, and that is said")
  func unread() {
    folder.write(Array("no known kind".utf8) + [0, 1, 2], to: "a.bin")
    folder.write([], to: "out/.keep")
    let outcome = sign("a.bin", ["--strict-content"])
    #expect(outcome.code == 1)
    #expect(outcome.errorText.contains("(CONTENT-UNREAD)"), "\(outcome.errorText)")
  }

  @Test(
    "the project's own documents hold nothing of the kind",
    arguments: [
      "press-release.pdf", "press-release.docx", "press-release.odt", "river.jpg",
      "press-release.txt", "press-release.html",
    ])
  func plain(name: String) {
    folder.write(Desk.sample(name), to: name)
    folder.write([], to: "out/.keep")
    let outcome = sign(name, ["--strict-content"])
    #expect(outcome.code == 0, "\(outcome.errorText)")
  }

  @Test("a plan may hold it")
  func plan() {
    folder.write(Desk.sample("river.jpg"), to: "river.jpg")
    let outcome = Command.run([
      "sign", folder("river.jpg"), "--profile", desk.profile(), "--ai", "none", "--plan",
      folder("plan.json"), "--approver", desk.scratch("keys/jp/chain.pem"), "--strict-content",
    ])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let plan = String(decoding: folder.read("plan.json") ?? [], as: UTF8.self)
    #expect(plan.contains("\"strictContent\": true"))
  }
}
