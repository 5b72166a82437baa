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

  @Test("a labelled document that breaks off is not labelled beside in silence")
  func brokenOff() {
    let folder = Scratch()
    let bytes = desk.scratch.read("official.png") ?? []
    let path = folder.write(bytes.dropLast(20), to: "a.png")
    let plain = sign(path, ["-o", folder("b.png")])
    #expect(plain.code == 1)
    #expect(
      plain.errorText.contains("hint: --sidecar --accept-broken-parent labels it"),
      "\(plain.errorText)")
    let beside = sign(path, ["--sidecar"])
    #expect(beside.code == 1)
    #expect(
      beside.errorText.contains("it carries what looks like a label, which cannot be read")
        && beside.errorText.contains("hint: --accept-broken-parent"), "\(beside.errorText)")
    #expect(folder.names == ["a.png"])
    let accepted = sign(path, ["--sidecar", "--accept-broken-parent"])
    #expect(accepted.code == 0, "\(accepted.errorText)")
    let verdict = Command.run(["verify", path, "-f", "json"] + desk.trust)
    #expect(verdict.code == 0)
    #expect(verdict.text.contains("PARENT-BROKEN"), "\(verdict.text)")
    // What never had a label breaks off without a word of one.
    let never = folder.write((desk.scratch.read("chart.png") ?? []).dropLast(20), to: "c.png")
    #expect(sign(never, ["--sidecar"]).code == 0)
  }

  @Test(
    "a labelled photograph in a damaged document without a label makes no label of the document's")
  func inner() {
    let folder = Scratch()
    var photo = ZIPFile.Entry("photos\\river.jpg")
    photo.content = desk.scratch.read("official.jpg") ?? []
    let archive = ZIPFile([photo]).built().bytes
    let body = "1 0 obj\n<< /Type /XObject /Length \(photo.content.count) >>\nstream\n"
    let pdf =
      Array("%PDF-1.7\n\(body)".utf8) + photo.content + Array("\nendstream\nendobj\n".utf8)
    for (name, content) in [
      ("a.zip", archive), ("a.pdf", pdf + Array("startxref\n0\n%%EOF\n".utf8)),
    ] {
      let path = folder.write(content, to: name)
      let before = Command.run(["verify", path] + desk.trust)
      #expect(before.code == 4 && !before.text.contains("✗"), "\(before.text)")
      #expect(
        before.text.contains("looks like a label, maybe of a picture in it"), "\(before.text)")
      let audit = Command.run(["audit", path] + desk.trust)
      #expect(audit.code == 3 && !audit.text.contains("label-fails"), "\(audit.text)")
      let signed = sign(path, ["--sidecar"])
      #expect(signed.code == 0, "\(signed.errorText)")
      let after = Command.run(["verify", path, "-f", "json"] + desk.trust)
      #expect(after.code == 0 && !after.text.contains("PARENT-BROKEN"), "\(after.text)")
    }
  }

  @Test("of a labelled PDF with a line behind its end the line is taken off, by a hint that works")
  func trailing() {
    let folder = Scratch()
    let bytes = desk.scratch.read("official.pdf") ?? []
    let path = folder.write(bytes + Array("% hi\n".utf8), to: "a.pdf")
    folder.write([], to: "out/.keep")
    let hint = "hint: take off what stands behind its end, with head -c \(bytes.count) for example"
    for options in [
      [], ["--sidecar"], ["--accept-broken-parent"], ["--sidecar", "--accept-broken-parent"],
    ] {
      let refused = sign(path, options + ["--output-dir", folder("out")])
      #expect(refused.code == 1 && refused.errorText.contains(hint), "\(refused.errorText)")
    }
    let removed = Command.run("remove", path, "-o", folder("plain.pdf"))
    #expect(removed.code == 1 && removed.errorText.contains(hint), "\(removed.errorText)")
    let rest = folder.write(bytes, to: "rest.pdf")
    #expect(sign(rest, ["-o", folder("anew.pdf")]).code == 0)
    #expect(Command.run("remove", rest, "-o", folder("plain.pdf")).code == 0)
  }

  /// Labelled documents that were damaged, and what the refusal advises.
  static let damaged: [(name: String, damage: @Sendable ([UInt8]) -> [UInt8])] = [
    ("official.jpg", { $0.dropLast(2_000) }), ("official.png", { $0 + $0 }),
    ("official.pdf", { $0 + $0 }),
    ("release.md", { Array(String(decoding: $0, as: UTF8.self).replacing("-->", with: "").utf8) }),
  ]

  @Test(
    "what is advised over a label that does not hold works, and nothing else is", arguments: 0..<4)
  func advice(number: Int) {
    let (name, damage) = Self.damaged[number]
    let folder = Scratch()
    var bytes = desk.scratch.read(name) ?? []
    if name == "release.md" {
      let plain = folder.write(Array("# News\n\nText.\n".utf8), to: "plain.md")
      #expect(sign(plain, ["-o", folder(name)]).code == 0)
      bytes = folder.read(name) ?? []
    }
    let path = folder.write(damage(bytes), to: name)
    let options = ["-o", folder("out-" + name)]
    let refused = sign(path, options)
    #expect(refused.code == 1)
    let accepted = sign(path, options + ["--accept-broken-parent"])
    #expect(
      (accepted.code == 0) == refused.errorText.contains("hint: --accept-broken-parent"),
      "\(refused.errorText)\(accepted.errorText)")
    guard accepted.code != 0 else { return }
    let advised = accepted.errorText.contains("broadseal remove")
    #expect(advised == refused.errorText.contains("broadseal remove"), "\(refused.errorText)")
    let rest = folder("rest-" + name)
    guard advised else { return }
    #expect(Command.run("remove", path, "-o", rest).code == 0)
    let labelled = sign(rest, ["--sidecar"])
    #expect(labelled.code == 0, "\(labelled.errorText)")
    #expect(Command.run(["verify", rest] + desk.trust).code == 0)
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
