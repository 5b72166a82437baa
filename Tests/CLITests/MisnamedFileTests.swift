import TestSupport
import Testing

@Suite("What its own name contradicts passes nowhere")
struct MisnamedFileTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func expectRefused(_ name: String, _ said: String) {
    for level in ["official", "sealed", "trusted", "valid"] {
      let verdict = Command.run(["verify", folder(name), "--accept", level] + desk.trust)
      #expect(verdict.code == 5, "\(level): \(verdict.text)")
      #expect(verdict.text.ranges(of: said).count == 1, "\(verdict.text)")
    }
  }

  @Test("a table that an agency signed, under the name of a page that would run its cells")
  func table() {
    let path = folder.write(Array("a,b\n1,<script>\n".utf8), to: "a.csv")
    let signed = Command.run([
      "sign", path, "--official", "--ai", "none", "--sidecar", "--profile", desk.profile(),
    ])
    #expect(signed.code == 0, "\(signed.errorText)")
    for name in ["a.html", "a.hta", "a.js", "a.xls"] {
      folder.write(folder.read("a.csv") ?? [], to: name)
      folder.write(folder.read("a.csv.c2pa") ?? [], to: name + ".c2pa")
      expectRefused(name, "The name and the content are of different types.")
    }
    #expect(Command.run(["verify", path, "--accept", "trusted"] + desk.trust).code == 0)
  }

  @Test("a picture of a listed service, under the name of another kind: the reason is told")
  func picture() {
    let path = folder.write(Desk.sample("river.jpg"), to: "a.jpg")
    let signed = Command.run([
      "sign", path, "--ai", "generated", "--profile", desk.profile("ai-service"), "--in-place",
    ])
    #expect(signed.code == 0, "\(signed.errorText)")
    folder.write(folder.read("a.jpg") ?? [], to: "a.png")
    expectRefused("a.png", "The name and the content are of different types.")
    expectRefused("a.png", "The name says PNG picture, and the content is JPEG picture.")
    expectRefused("a.png", "→ Give the file the name under which it was published.")
    #expect(Command.run(["verify", path, "--accept", "trusted"] + desk.trust).code == 0)
  }
}
