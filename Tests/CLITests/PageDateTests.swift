import TestSupport
import Testing

@Suite("What is installed says the date of the sources, and whom to write to")
struct PageDateTests {
  private let folder = Scratch()

  private func pages(_ words: String) -> Command.Outcome {
    Command.shell(
      "cd '\(Corpus.packageFolder)' && \(words) python3 Scripts/manual.py '\(Command.executable)' "
        + "'\(folder("man"))'")
  }

  @Test("manual pages have the date that they are given, and none of the clock")
  func manual() {
    #expect(pages("env -u SOURCE_DATE_EPOCH").code == 1)
    #expect(pages("env SOURCE_DATE_EPOCH=86400").code == 0)
    let page = String(decoding: folder.read("man/broadseal-sign.1") ?? [], as: UTF8.self)
    #expect(page.hasPrefix(".") && page.contains(" 1 1970-01-02 "), "\(page.prefix(300))")
    for script in ["install", "package"] {
      let text = String(
        decoding: Scratch.bytes(of: "\(Corpus.packageFolder)/Scripts/\(script)") ?? [],
        as: UTF8.self)
      #expect(text.contains("SOURCE_DATE_EPOCH") && !text.contains("date +%s"))
    }
  }

  @Test("faults are told to whoever made the package, and nobody's address is invented")
  func address() {
    func text(_ name: String) -> String {
      String(
        decoding: Scratch.bytes(of: "\(Corpus.packageFolder)/\(name)") ?? [], as: UTF8.self)
    }
    let package = text("Scripts/package")
    // An address that RFC 2606 gives to nobody, unless the one who makes the package names another.
    #expect(package.contains("maintainer=${MAINTAINER:-"))
    #expect(package.contains(".example>}") && package.contains("Maintainer: $maintainer"))
    #expect(text("SECURITY.md").contains("dpkg -s broadseal") && !text("SECURITY.md").contains("@"))
  }
}
