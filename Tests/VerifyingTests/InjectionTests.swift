import BroadsealAuditing
import BroadsealBytes
import BroadsealJSON
import BroadsealReporting
import BroadsealVerifying
import TestSupport
import Testing

@testable import BroadsealCLI

/// A signed file full of hostile text, through everything that the program prints of it.
@Suite("Text that was signed by an attacker does nothing but be read")
struct InjectionTests {
  private func judgement() throws -> Judgement {
    let manifest = try HostileManifest.made(try TestPKI.shared())
    let verdict = try StoreSurgery.verdict(
      on: try manifest.sidecar(for: OfficialTests.content))
    #expect(verdict.integrity == .intact, "\(verdict.c2pa.failure)")
    #expect(verdict.origin?.signer?.subject.contains("Painter") ?? false)
    #expect(verdict.ai?.system?.contains("Painter") ?? false)
    return Judgement(path: "release.txt", verdict: verdict)
  }

  @Test("on a terminal", arguments: [Language.english, .japanese])
  func text(_ language: Language) throws {
    let judgement = try judgement()
    let terminal = Terminal(isInteractive: true, isColoured: false, width: 80)
    let shown = VerdictText(wordings: [Wording(language)], explains: true, terminal: terminal)
      .block(judgement.verdict, at: judgement.path)
    #expect(shown.contains("Painter"))
    for scalar in shown.unicodeScalars where scalar != "\n" {
      // FSI and PDI, which hold the direction of quoted text, are the program's own.
      guard scalar.value != 0x2068, scalar.value != 0x2069 else { continue }
      let category = scalar.properties.generalCategory
      #expect(
        ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category),
        "U+\(String(scalar.value, radix: 16))")
    }
    let lines = shown.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("  ✓ Origin") }.isEmpty)
    #expect(lines.allSatisfy { $0.count < 1_000 })
    let isolated = shown.unicodeScalars.reduce((open: 0, isSound: true)) { state, scalar in
      let open = state.open + (scalar.value == 0x2068 ? 1 : scalar.value == 0x2069 ? -1 : 0)
      return (open, state.isSound && open >= 0)
    }
    #expect(isolated == (0, true))
  }

  @Test("in the formats that programs read")
  func formats() throws {
    let judgement = try judgement()
    let line = NDJSONReport().entry(judgement)
    #expect(line.last == 0x0A && !line.dropLast().contains { $0 < 0x20 })
    let json = try JSON.Reader.parse(line.dropLast())
    #expect(json["ai"]?["system"]?.string == HostileManifest.text)
    let row = CSVReport().entry(judgement)
    #expect(row.suffix(2) == [0x0D, 0x0A] && !row.dropLast(2).contains { $0 < 0x20 })
  }
}
