import TestSupport
import Testing

@Suite("Labels beside documents are asked for in a folder where labels stand inside")
struct SidecarRunTests {
  private let desk = Desk.shared

  private func sign(_ paths: [String], _ options: [String]) -> Command.Outcome {
    Command.run(
      ["sign"] + paths + ["--profile", desk.profile(), "--official", "--ai", "none"] + options)
  }

  @Test("no label is taken out of a result, and for one document alone the hint works")
  func insideStays() {
    let folder = Scratch()
    for name in ["press-release.pdf", "river.jpg"] {
      folder.write(Desk.sample(name), to: "in/" + name)
    }
    folder.write(Desk.sample("river.jpg").dropLast(2_000), to: "in/press/cut.jpg")
    let options = ["--output-dir", folder("out")]
    let first = sign([folder("in")], options)
    #expect(first.code == 1 && first.errorText.contains("cut.jpg: "), "\(first.errorText)")
    let hint = "hint: a run for this document alone (--include) with --sidecar labels it as it is"
    #expect(first.errorText.contains(hint), "\(first.errorText)")
    let before = ["press-release.pdf", "river.jpg"].map { folder.read("out/" + $0) }
    #expect(before.allSatisfy { $0 != nil })
    let alone = sign([folder("in")], options + ["--include", "cut.jpg", "--sidecar"])
    #expect(alone.code == 0, "\(alone.errorText)")
    #expect(alone.errorText.contains("he file breaks off"), "\(alone.errorText)")
    #expect(folder.names(in: "out/press") == ["cut.jpg", "cut.jpg.c2pa"])
    for more in [["--sidecar"], ["--sidecar", "--force"], []] {
      let again = sign([folder("in")], options + more)
      #expect(again.code == 0, "\(again.errorText)")
      #expect(again.text.hasPrefix("nothing to do: 3 carry their label already"), "\(again.text)")
      #expect(["press-release.pdf", "river.jpg"].map { folder.read("out/" + $0) } == before)
    }
    // What is another document now gets no label beside it either, unless that is insisted on.
    let other = [0xFF, 0xD8, 0xFF, 0xFE, 0, 4, 0x41, 0x42] + Desk.sample("river.jpg").dropFirst(2)
    folder.write(other, to: "in/river.jpg")
    let refused = sign([folder("in")], options + ["--sidecar", "--force"])
    #expect(refused.code == 2, "\(refused.errorText)")
    #expect(
      refused.errorText.contains("river.jpg: its label is inside the file, and --sidecar would"),
      "\(refused.errorText)")
    #expect(folder.read("out/river.jpg") == before[1])
    #expect(folder.names(in: "out") == ["press", "press-release.pdf", "river.jpg"])
    let insisted = sign(
      [folder("in/river.jpg")], options + ["--sidecar", "--resign", "--force"])
    #expect(insisted.code == 0, "\(insisted.errorText)")
    #expect(folder.read("out/river.jpg") == other)
    #expect(folder.read("out/river.jpg.c2pa") != nil)
  }
}
