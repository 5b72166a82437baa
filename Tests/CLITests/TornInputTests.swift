import Glibc
import TestSupport
import Testing

@Suite("What breaks off, is empty or is still being written gets no label unasked")
struct TornInputTests {
  private let desk = Desk.shared

  private func sign(_ path: String, _ options: [String]) -> Command.Outcome {
    Command.run(
      ["sign", path, "--profile", desk.profile(), "--official", "--ai", "none"] + options)
  }

  /// A box of ISO base media.
  private func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 8
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + Array(type.utf8)
      + content
  }

  @Test("a film that breaks off is refused, and labelled beside it where that is asked for")
  func film() {
    let folder = Scratch()
    let whole =
      box("ftyp", Array("isom\0\0\0\0isommp42".utf8))
      + box("moov", box("mvhd", Array(repeating: 0, count: 100)))
      + box("mdat", Array(repeating: 7, count: 4_000))
    folder.write(Array(whole.dropLast(1_000)), to: "cut.mp4")
    let out = ["--output-dir", folder("out")]
    let refused = sign(folder("cut.mp4"), out)
    #expect(refused.code == 1, "\(refused.text)")
    #expect(refused.errorText.contains("the file ends inside a box"), "\(refused.errorText)")
    #expect(refused.errorText.contains("--sidecar labels it as it is"), "\(refused.errorText)")
    let japanese = sign(folder("cut.mp4"), out + ["--lang", "ja"]).errorText
    #expect(japanese.contains("バイト目で途切れています"), "\(japanese)")
    #expect(folder.names(in: "out").isEmpty)
    let verified = Command.run("verify", folder("cut.mp4"))
    #expect(verified.code == 4, "\(verified.text)")
    #expect(
      verified.text.contains("? Integrity  No label found, but the file breaks off"),
      "\(verified.text)")
    #expect(verified.text.contains("→ Get it again"), "\(verified.text)")
    #expect(sign(folder("cut.mp4"), out + ["--sidecar"]).code == 0)
  }

  @Test(
    "a document that was labelled and breaks off is only called bad where something of its label is left",
    arguments: [
      ("press-release.docx", 3, Int32(4), "? Integrity  No label found, but the file breaks off"),
      ("press-release.docx", 9, 1, "✗ Integrity  The file breaks off and cannot be checked."),
      ("press-release.pdf", 7, 4, "? Integrity  No label found, but the file breaks off"),
      ("river.jpg", 7, 1, "✗ Integrity  The file does not match its label."),
    ])
  func labelled(name: String, tenths: Int, code: Int32, words: String) {
    let folder = Scratch()
    folder.write(Desk.sample(name), to: name)
    let signed = sign(folder(name), ["--output-dir", folder("out")])
    #expect(signed.code == 0, "\(signed.errorText)")
    let whole = folder.read("out/" + name) ?? []
    folder.write(Array(whole.prefix(whole.count * tenths / 10)), to: name)
    let verified = Command.run("verify", folder(name))
    #expect(verified.code == code && verified.text.contains(words), "\(verified.text)")
    #expect(verified.text.contains("→ Get it again from where it was published"))
  }

  @Test("an empty file is refused with its hint", arguments: ["a.txt", "a.pdf", "a.bin"])
  func empty(name: String) {
    let folder = Scratch()
    folder.write([], to: name)
    let out = ["--output-dir", folder("out")]
    let refused = sign(folder(name), out)
    #expect(refused.code == 1)
    #expect(refused.errorText.contains("\(name): the file is empty"), "\(refused.errorText)")
    #expect(refused.errorText.contains("hint: get it again: it has no bytes"))
    let japanese = sign(folder(name), out + ["--lang", "ja"]).errorText
    #expect(japanese.contains("ファイルが空です"), "\(japanese)")
    let hasWay = refused.errorText.contains("--sidecar labels it as it is")
    #expect((sign(folder(name), out + ["--sidecar"]).code == 0) == hasWay, "\(name)")
  }

  @Test(
    "a document that a program has open for writing is left for the next run; the others are signed"
  )
  func beingWritten() {
    let folder = Scratch()
    let path = folder.write(Desk.sample("press-release.txt"), to: "in/a.txt")
    folder.write(Desk.sample("river.jpg"), to: "in/b.jpg")
    let writer = unsafe path.withCString { unsafe open($0, O_WRONLY | O_APPEND | O_CLOEXEC) }
    #expect(writer >= 0)
    let first = sign(folder("in"), ["--output-dir", folder("out")])
    close(writer)
    #expect(first.code == 3, "\(first.errorText)")
    #expect(
      first.errorText.contains("a.txt: a program has it open for writing"), "\(first.errorText)")
    #expect(folder.names(in: "out") == ["b.jpg"])
    let next = sign(folder("in"), ["--output-dir", folder("out")])
    #expect(next.code == 0, "\(next.errorText)")
    #expect(folder.names(in: "out") == ["a.txt", "b.jpg"])
  }
}
