import Testing

@testable import BroadsealCLI

@Suite("Long lines are folded under their own start, on a terminal only")
struct FoldingTests {
  private func terminal(_ width: Int, isInteractive: Bool = true) -> Terminal {
    Terminal(isInteractive: isInteractive, isColoured: true, width: width)
  }

  @Test("between words, with the start kept free", arguments: [40, 41, 50, 79])
  func words(width: Int) {
    let line =
      "  ✓ Origin     Issued by: Demo Press Office (invented) (United States), recognised government issuer."
    let folded = terminal(width).folded(line, hanging: 15)
    let lines = folded.split(separator: "\n").map(String.init)
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { $0.columns <= width })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(String(repeating: " ", count: 15)) })
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    let joined = lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(joined == line.drop { $0 == " " })
  }

  @Test("between characters in Japanese, but not before a closing mark", arguments: 40...60)
  func japanese(width: Int) {
    let line = "  – 完全性     ラベルは見つかりませんでした。AI生成や虚偽であることを示すものではありません。複製・変換で失われることがあります。"
    let lines = terminal(width).folded(line, hanging: 13).split(separator: "\n").map(String.init)
    #expect(lines.count > 1)
    #expect(lines.dropFirst().allSatisfy { !"、。・ー」".contains($0.first { $0 != " " } ?? "、") })
    // A closing mark stays with the character before it, even where that makes a line too wide.
    #expect(lines.allSatisfy { $0.columns <= width + 2 })
    #expect(lines.map { $0.drop { $0 == " " } }.joined() == line.drop { $0 == " " })
  }

  @Test("colour takes no room")
  func colour() {
    let plain = String(repeating: "word ", count: 12) + "end"
    let line = plain.split(separator: " ").map { "\u{1B}[1m\($0)\u{1B}[0m" }.joined(separator: " ")
    let folded = terminal(30).folded(line, hanging: 2)
    var bare = folded.replacing("\u{1B}[1m", with: "")
    bare.replace("\u{1B}[0m", with: "")
    #expect(bare == terminal(30).folded(plain, hanging: 2))
  }

  @Test("never into a file, never where there is no room, never inside a word")
  func whole() {
    let line = String(repeating: "word ", count: 40)
    #expect(terminal(40, isInteractive: false).folded(line, hanging: 2) == line)
    #expect(terminal(Terminal.minimumFold).folded(line, hanging: 2) == line)
    let word = String(repeating: "x", count: 100)
    #expect(terminal(40).folded(word, hanging: 2) == word)
    #expect(terminal(40).folded("", hanging: 2).isEmpty)
  }
}
