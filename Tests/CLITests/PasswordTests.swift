import BroadsealJSON
import TestSupport
import Testing

/// Whether qpdf, which puts the passwords on, is installed.
private let hasTool = Command.shell("command -v qpdf").code == 0

@Suite("What needs a password is encrypted", .enabled(if: hasTool, "qpdf is not installed"))
struct PasswordTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  @Test("and neither damaged nor without a label, whether one was in it or not")
  func documents() throws {
    folder.write(Desk.sample("press-release.pdf"), to: "in/plain.pdf")
    let signed = Command.run([
      "sign", folder("in/plain.pdf"), "--official", "--ai", "none", "--profile", desk.profile(),
      "-o", folder("in/signed.pdf"),
    ])
    #expect(signed.code == 0, "\(signed.errorText)")
    folder.write([], to: "out/.keep")
    for (name, code, said) in [
      ("signed", Int32(3), "The file needs a password, and without it a label inside cannot be"),
      ("plain", 4, "No label found; the file needs a password, so that nobody could look inside."),
    ] {
      let made = Command.shell(
        "cd '\(folder.path)' && qpdf --encrypt word owner 256 -- in/\(name).pdf out/\(name).pdf")
      try #require(made.code == 0, "\(made.text)")
      let verdict = Command.run(["verify", folder("out/\(name).pdf")] + desk.trust)
      #expect(verdict.code == code, "\(verdict.text)")
      #expect(verdict.text.contains("? Integrity  " + said), "\(verdict.text)")
      #expect(verdict.text.contains("→ Ask for the document as it was published"))
    }
    let audit = Command.run(["audit", folder("out"), "-f", "json"] + desk.trust)
    let files = try JSON.Reader.parse(audit.output)["verdicts"]?.array ?? []
    let reasons = files.filter { $0["path"]?.string?.hasSuffix(".pdf") ?? false }
      .map { $0["unjudged"]?.string }
    #expect(reasons == ["encrypted", "encrypted"], "\(reasons)")
  }
}
