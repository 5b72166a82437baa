import BroadsealBytes
import Testing

@testable import BroadsealReporting

@Suite("An attacker's text does nothing but be read")
struct UntrustedTests {
  @Test(
    "controls, escapes and directions are stripped",
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
      ("\u{1B}]8;;http://x\u{7}link\u{1B}]8;;\u{7}", "]8;;http://xlink]8;;"),
      ("a\u{202E}fdp.exe", "afdp.exe"), ("a\u{2066}b\u{2069}c", "abc"),
      ("one\r\ntwo\u{2028}three", "one two three"), ("\u{9B}31m", "31m"),
      ("tag\u{E0041}\u{E0042}", "tag"), ("zero\u{200B}width\u{FEFF}", "zerowidth"),
      ("e\u{301}", "\u{E9}"), ("  much   space ", "much space"), ("日本国", "日本国"),
    ])
  func stripped(text: String, shown: String) {
    #expect(Array(Untrusted.clean(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test("a long text is cut and a tower of marks is levelled")
  func bounded() {
    #expect(Untrusted.clean(String(repeating: "x", count: 100_000)).count == 200)
    let tower = "a" + String(repeating: "\u{35C}", count: 500)
    #expect(Untrusted.clean(tower).unicodeScalars.count == 5)
  }

  @Test("a letter that passes for a Latin one is shown for what it is")
  func lookAlike() {
    #expect(Untrusted.clean("N\u{430}tional") == "N\\u{430}tional")
    #expect(Untrusted.clean("Министерство") == "Министерство")
    #expect(Untrusted.clean("Office \u{FF21}") == "Office \\u{ff21}")
  }

  @Test("quoted text cannot turn the direction of what stands around it")
  func isolated() {
    // A text that quotes and is cleaned as a whole keeps the marks, and no others.
    let quoted = Untrusted.quoted("a\u{202E}b", in: .english)
    for clean in [Untrusted.line, Untrusted.message] {
      #expect(clean("found \(quoted), wanted \(quoted)") == "found \(quoted), wanted \(quoted)")
      for text in ["\u{2068}“a", "a”\u{2069}", "\u{2068}a\u{2069}", "\u{2069}”\u{2069}\u{2068}“"] {
        #expect(
          !clean(text).unicodeScalars.contains { (0x2066...0x2069).contains($0.value) }, "\(text)")
      }
    }
    #expect(
      Untrusted.requoted("“x” \(quoted)", in: .japanese) == "“x” \u{2068}「ab」\u{2069}")
    #expect(Untrusted.requoted(quoted, in: .english) == quoted)
    #expect(Untrusted.quoted("\u{202E}x", in: .english) == "\u{2068}“x”\u{2069}")
    #expect(Untrusted.quoted("x", in: .japanese) == "\u{2068}「x」\u{2069}")
  }

  @Test(
    "every two paths look different and stay on one line",
    arguments: [
      (Array("a.pdf".utf8), "a.pdf"), (Array("a\nb".utf8), "a\\nb"),
      (Array("a\\nb".utf8), "a\\\\nb"), ([0x61, 0x1B, 0x5B], "a\\u{1b}["),
      (Array("x\u{202E}y".utf8), "x\\u{202e}y"), ([0xFF], "\\xff"),
      (Array("日本".utf8), "日本"),
      (Array("\u{2068}“x”\u{2069}".utf8), "\\u{2068}“x”\\u{2069}"),
      (Array("אב".utf8), "\u{2068}אב\u{2069}"),
    ] as [([UInt8], String)])
  func paths(bytes: [UInt8], shown: String) throws {
    let path = try #require(FilePath(bytes: bytes))
    #expect(Untrusted.path(path) == shown)
    // Alone within a message marks of quotations stay, which a name may have too: they are copied with it.
    guard !shown.contains("“") else { return }
    #expect("\u{2068}\(Untrusted.message(path.display))\u{2069}".contains(shown))
  }
}
