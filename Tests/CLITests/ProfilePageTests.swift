import Broadseal
import BroadsealBytes
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("Documentation/Profile.md explains every key that a profile may have")
struct ProfilePageTests {
  @Test(
    "each table",
    arguments: [
      "", "agency", "key", "identity", "identity.key", "timestamp", "revocation", "trust",
      "approval", "review",
    ])
  func table(_ name: String) throws {
    let scratch = Scratch()
    let unknown = name.isEmpty ? "unheard-of = 1\n" : "[\(name)]\nunheard-of = 1\n"
    scratch.write(Array(("schema = 1\n" + unknown).utf8), to: "ISSUER.toml")
    let failure = #expect(throws: SettingsError.self) {
      try IssuerProfile(FilePath(scratch("ISSUER.toml")))
    }
    let hint = try #require(failure?.hint)
    let known = hint.replacing("known here: ", with: "").split(separator: ", ").map(String.init)
    #expect(known.count > 0 && !known[0].contains(" "))
    let page = String(
      decoding: Scratch.bytes(of: Corpus.packageFolder + "/Documentation/Profile.md") ?? [],
      as: UTF8.self)
    for key in known { #expect(page.contains("| `\(key)` |"), "\(key)") }
  }
}
