import TestSupport
import Testing

@Suite(
  "A Word, Excel or PowerPoint document with a password is labelled beside, as what its name says")
struct EncryptedOfficeTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func sign(_ name: String, _ options: [String]) -> Command.Outcome {
    Command.run(
      ["sign", folder(name), "--official", "--ai", "none", "--profile", desk.profile()] + options)
  }

  private func verify(_ name: String, _ options: [String] = []) -> Command.Outcome {
    Command.run(["verify", folder(name)] + desk.trust + options)
  }

  @Test("it is official beside its label, and verify says that nobody could look into it")
  func official() {
    folder.write(CompoundFile.encrypted.bytes, to: "a.docx")
    let signed = sign("a.docx", ["--sidecar"])
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(folder.read("a.docx") == CompoundFile.encrypted.bytes)
    let verdict = verify("a.docx")
    #expect(verdict.code == 0 && verdict.text.contains("Issued by: "), "\(verdict.text)")
    #expect(verdict.text.contains("The content is encrypted, so that nobody could look through"))
    #expect(verify("a.docx", ["--lang", "ja"]).text.contains("内容が暗号化されているため"))
    let explained = verify("a.docx", ["--explain"])
    #expect(explained.text.contains("CONTENT-ENCRYPTED"), "\(explained.text)")
    // Without the key nobody can tell a workbook from a text: the signed type does.
    folder.write(CompoundFile.encrypted.bytes, to: "b.xlsx")
    folder.write(folder.read("a.docx.c2pa") ?? [], to: "b.xlsx.c2pa")
    let renamed = verify("b.xlsx", ["--explain"])
    #expect(renamed.code == 5 && renamed.text.contains("OFF-1-FILE-TYPE"), "\(renamed.text)")
  }

  @Test("a folder with one and with documents of Word 97 is signed at once")
  func folderOfBoth() {
    folder.write(CompoundFile.encrypted.bytes, to: "in/a.pptx")
    folder.write(CompoundFile.word.bytes, to: "in/b.doc")
    folder.write(CompoundFile(["Workbook"]).bytes, to: "in/c.xls")
    let signed = sign("in", ["--output-dir", folder("out")])
    #expect(signed.code == 0, "\(signed.errorText)")
    for name in ["a.pptx", "b.doc", "c.xls"] {
      #expect(verify("out/" + name).code == 0, "\(name)")
    }
  }

  @Test("under the name of another kind it is refused, and so is --strict-content")
  func refused() {
    folder.write(CompoundFile.encrypted.bytes, to: "a.pdf")
    let misnamed = sign("a.pdf", ["--sidecar"])
    #expect(misnamed.code == 1)
    #expect(
      misnamed.errorText.contains(
        "the name says PDF document, the content is encrypted Office document"))
    #expect(!misnamed.errorText.contains("hint:"), "\(misnamed.errorText)")
    folder.write(CompoundFile.encrypted.bytes, to: "a.docx")
    let strict = sign("a.docx", ["--sidecar", "--strict-content"])
    #expect(strict.code == 1 && strict.errorText.contains("(CONTENT-ENCRYPTED)"))
  }
}
