import BroadsealJSON
import BroadsealNotes
import TestSupport
import Testing

/// Signs every unsigned document of the shared corpus, by its hint where it is refused, and lets the
/// programs of others say which of them are sound.
@Suite(
  "The unsigned documents of the corpus", .serialized,
  .enabled(if: Corpus.folder != nil, "no corpus: set BROADSEAL_CORPUS"))
struct RealCorpusTests {
  private let desk = Desk.shared
  private let folder = Scratch()
  /// Name of each copy and the file it was made of.
  private let copies: [(name: String, source: String)]

  init() {
    let root = Corpus.folder ?? ""
    var copies: [(name: String, source: String)] = []
    for kind in Corpus.folders(in: "unsigned") {
      for path in Corpus.files(in: kind, endingWith: "") where !path.hasSuffix("/.") {
        guard !path.hasSuffix("/.."), let bytes = Corpus.bytes(of: path) else { continue }
        let ending = path.split(separator: "/").last?.split(separator: ".").last ?? ""
        let name = "\(copies.count).\(ending)"
        folder.write(bytes, to: name)
        folder.write(bytes, to: "out/\(name)")
        copies.append((name, root + "/" + path))
      }
    }
    self.copies = copies
  }

  /// Whether a program of somebody else calls the file sound; nil where none is asked.
  private func isSound(_ path: String) -> Bool? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let line: String
    switch ending {
    case "pdf": line = "qpdf --check '\(path)'"
    case "docx", "xlsx", "pptx", "odt", "epub", "zip": line = "unzip -tqq '\(path)'"
    default: return nil
    }
    return Command.shell(line).code == 0
  }

  private func lines(_ text: String) -> [JSON.Value] {
    text.split(separator: "\n").compactMap { try? JSON.Reader.parse(Array($0.utf8)) }
  }

  @Test(
    "are labelled officially, 96 of 100 of the sound ones, and tell without a label that it is so")
  func sweep() throws {
    #expect(copies.count > 250)
    let base = ["--profile", desk.profile(), "--official", "--ai", "none", "-f", "ndjson"]
    let paths = copies.map { folder($0.name) }
    // Without a label: nobody is accused.
    let before = Command.run(["audit"] + paths + ["-q", "-o", "ndjson=-"] + desk.trust)
    for verdict in lines(before.text) where verdict["schema"] == "broadseal.verdict/1" {
      let state = verdict["verdict"]?["integrity"]?["status"] ?? verdict["integrity"]?["status"]
      #expect(state?.string != "altered" && state?.string != "malformed", "\(verdict)")
    }
    // Then with one: inside or beside, and where it is refused, as the hint says.
    let first = Command.run(
      ["sign"] + paths + base + ["--output-dir", folder("out"), "--force"])
    var refused: [String] = []
    for line in lines(first.text) {
      guard let hint = line["error"]?["hint"]?.string, hint.hasPrefix("--sidecar"),
        let input = line["input"]?.string
      else { continue }
      refused.append(folder("out/" + (input.split(separator: "/").last ?? "")))
    }
    if !refused.isEmpty { _ = Command.run(["sign"] + refused + base + ["--sidecar"]) }
    var sound = 0
    var official = 0
    var missed: [String] = []
    for copy in copies {
      guard isSound(copy.source) == true else { continue }
      sound += 1
      if Command.run(["verify", "-q", folder("out/" + copy.name)] + desk.trust).code == 0 {
        official += 1
      } else {
        missed.append(copy.source)
      }
    }
    print("sound \(sound), labelled officially \(official), refused at first \(refused.count)")
    #expect(sound >= 80)
    #expect(official * 100 >= sound * 96, "\(missed)")
  }
}
