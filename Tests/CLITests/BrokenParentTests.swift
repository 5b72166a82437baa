import BroadsealDocuments
import BroadsealNotes
import TestSupport
import Testing

@Suite("What does not hold is not signed over in silence")
struct BrokenParentTests {
  private let desk = Desk.shared

  private func sign(_ path: String, _ options: [String]) -> Command.Outcome {
    Command.run(
      ["sign", path, "--profile", desk.profile(), "--official", "--ai", "none"] + options)
  }

  @Test(
    "an altered document is refused, and by the hint it is signed and verify says it",
    arguments: ["official.jpg", "official.png"])
  func altered(name: String) {
    let (folder, path) = desk.flipped(name) { $0 / 2 }
    folder.write([], to: "out/.keep")
    let options = ["--output-dir", folder("out")]
    let refused = sign(path, options)
    #expect(refused.code == 1)
    #expect(refused.errorText.contains("its own label does not hold"), "\(refused.errorText)")
    #expect(refused.errorText.contains("hint: --accept-broken-parent"))
    #expect(folder.names(in: "out") == [".keep"])
    let signed = sign(path, options + ["--accept-broken-parent"])
    #expect(signed.code == 0, "\(signed.errorText)")
    let verdict = Command.run(["verify", folder("out/" + name), "-f", "json"] + desk.trust)
    #expect(verdict.code == 0)
    #expect(verdict.text.contains("PARENT-BROKEN"))
    let plain = Command.run(["verify", folder("out/" + name)] + desk.trust)
    #expect(plain.text.contains(FileCode.parentBroken.code.english), "\(plain.text)")
    let again = sign(folder("out/" + name), ["--in-place"])
    #expect(again.code == 0, "\(again.errorText)")
    #expect(
      Command.run(["verify", folder("out/" + name), "-f", "json"] + desk.trust).text
        .contains("PARENT-BROKEN"))
  }

  @Test("a broken parent that --parent names is no better")
  func named() {
    let (folder, path) = desk.flipped("official.jpg") { $0 / 2 }
    let options = ["--parent", path, "-o", folder("c.png")]
    let refused = sign(desk.scratch("chart.png"), options)
    #expect(refused.code == 1 && refused.errorText.contains("hint: --accept-broken-parent"))
    let accepted = sign(desk.scratch("chart.png"), options + ["--accept-broken-parent"])
    #expect(accepted.code == 0, "\(accepted.errorText)")
  }

  @Test("a PDF whose signature does not hold is refused, with a label and without")
  func pdf() {
    let folder = Scratch()
    let sealed = folder("sealed.pdf")
    #expect(sign(desk.scratch("release.pdf"), ["--pades", "-o", sealed]).code == 0)
    var bytes = folder.read("sealed.pdf") ?? []
    let word = Array("/MediaBox".utf8)
    let place = bytes.indices.first { bytes[$0...].starts(with: word) }
    guard let place else {
      Issue.record("no page")
      return
    }
    bytes[place + 1] = UInt8(ascii: "N")
    let path = folder.write(bytes, to: "bent.pdf")
    let refused = sign(path, ["-o", folder("a.pdf")])
    #expect(refused.code == 1 && refused.errorText.contains("does not hold"))
    let accepted = sign(path, ["-o", folder("a.pdf"), "--accept-broken-parent"])
    #expect(accepted.code == 0, "\(accepted.errorText)")
    let verdict = Command.run(["verify", folder("a.pdf"), "-f", "json"] + desk.trust)
    #expect(verdict.text.contains("PARENT-BROKEN"))
  }
}
