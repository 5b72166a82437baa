import Bytes
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("A profile is read strictly")
struct ProfileTests {
  private static let good = """
    schema = 1
    [agency]
    id = "a"
    jurisdiction = "US"
    name.en = "A"
    [key]
    path = "k.pem"
    """

  private func failure(_ text: String) -> String? {
    let scratch = Scratch()
    let path = scratch.write(Array(text.utf8), to: "ISSUER.toml")
    do throws(Failure) {
      _ = try IssuerProfile(FilePath(path))
      return nil
    } catch {
      #expect(error.code == .usage)
      return error.message.hasPrefix(path + ": ")
        ? String(error.message.dropFirst(path.count + 2)) : error.message
    }
  }

  @Test("paths are taken from the profile's folder")
  func paths() throws {
    let scratch = Scratch()
    let text = Self.good + "\n[trust]\nlist = [\"../us.json\", \"/etc/jp.json\"]\n"
    let profile = try IssuerProfile(FilePath(scratch.write(Array(text.utf8), to: "p/ISSUER.toml")))
    #expect(profile.key == FilePath(scratch("p/k.pem")))
    #expect(profile.lists == [FilePath(scratch("p/../us.json")), "/etc/jp.json"])
    #expect(profile.agency?.names == ["en": "A"])
    #expect(profile.timeStamps == nil)
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("schema = 2\n" + good.dropFirst(11), "line 1: schema must be 1"),
      (good + "\ncolour = \"red\"", "line 8: unknown key colour in [key]"),
      (good + "\n[extra]\nx = 1", "line 8: unknown key extra"),
      (good.replacing("id = \"a\"", with: "id = 5"), "line 3: id in [agency] is not a text"),
      (good.replacing("name.en = \"A\"", with: ""), "line 2: name in [agency] needs at least one"),
      (good.replacing("path = \"k.pem\"", with: ""), "line 6: path is missing in [key]"),
      (good + "\npath = \"b\"", "line 8: "), ("schema = ", "line 1: "),
      (good + "\n[timestamp]\nkey = \"a\"\nurls = [\"b\"]", "line 9: key in [timestamp] and urls"),
      (good.replacing("\"k.pem\"", with: "\"k\\u0000.pem\""), "a text holds a NUL"),
      (good.replacing("\"k.pem\"", with: "\"\""), "line 7: path in [key] is not a text"),
    ])
  func wrong(text: String, words: String) {
    let found = failure(text)
    #expect(found?.hasPrefix(words) == true, "\(found ?? "nothing")")
  }

  @Test("a file that is not there, no text, or too large is no profile")
  func unreadable() {
    #expect(failure("\u{0}")?.contains("not a text") == true)
    #expect(failure(String(repeating: "#", count: 2 << 20))?.contains("larger than") == true)
    #expect(throws: Failure.self) { try IssuerProfile("/nonexistent/ISSUER.toml") }
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
