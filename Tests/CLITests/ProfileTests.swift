import Broadseal
import BroadsealBytes
import BroadsealNotes
import BroadsealSigning
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
    do throws(SettingsError) {
      _ = try IssuerProfile(FilePath(path))
      return nil
    } catch let fault {
      let error = Failure(settings: fault)
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
    #expect(profile.key?.source == .file(FilePath(scratch("p/k.pem"))))
    #expect(profile.lists == [FilePath(scratch("p/../us.json")), "/etc/jp.json"])
    #expect(profile.agency?.names == ["en": "A"])
    #expect(profile.timeStamps == nil)
  }

  @Test(
    "a key may be on a token or with a program, whose words may hold blanks",
    arguments: [
      ("pkcs11 = \"pkcs11:token=t;object=o\"", "pkcs11:token=t;object=o"),
      ("command = \"sign --slot 1\"\ntimeout = 5", "sign"),
      ("command = [\"./sign it\", \"a b\"]", "/p/./sign it"),
    ])
  func places(key: String, display: String) throws {
    let scratch = Scratch()
    let text = "schema = 1\n[key]\ncertificates = \"c.pem\"\npassphrase-file = \"pin\"\n" + key
    let profile = try IssuerProfile(FilePath(scratch.write(Array(text.utf8), to: "p/ISSUER.toml")))
    #expect(profile.key?.source.display.hasSuffix(display) == true)
    #expect(profile.key?.passphraseFile == FilePath(scratch("p/pin")))
    switch profile.key?.source {
    case .command(let command):
      #expect(key.hasPrefix("command"))
      #expect(command.words.count == (key.contains("[") ? 2 : 3))
      #expect(command.timeLimit == (key.contains("timeout") ? 5 : 30))
    case .token(let address, _):
      #expect(key.hasPrefix("pkcs11") && address == display)
    default: Issue.record("\(key) is neither a token nor a program")
    }
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("schema = 2\n" + good.dropFirst(11), "line 1: schema must be 1"),
      (good + "\ncolour = \"red\"", "line 8: unknown key colour in [key]"),
      (good + "\n[extra]\nx = 1", "line 8: unknown key extra"),
      (good.replacing("id = \"a\"", with: "id = 5"), "line 3: id in [agency] is not a text"),
      (good.replacing("name.en = \"A\"", with: ""), "line 2: name in [agency] needs at least one"),
      (good.replacing("path = \"k.pem\"", with: ""), "line 6: path, pkcs11 or command is missing"),
      (good + "\npath = \"b\"", "line 8: "), ("schema = ", "line 1: "),
      (good + "\n[revocation]\nresponder = \"http://a/\"", "line 8: staple is missing"),
      (good + "\n[revocation]\nstaple = \"yes\"", "line 9: staple in [revocation] is not true"),
      (
        good + "\n[revocation]\nstaple = false\nresponder = \"http://a/\"",
        "line 10: responder in [revocation] needs staple = true"
      ),
      (
        good + "\n[revocation]\nstaple = true\nresponder = \"ftp://a/\"",
        "line 10: responder in [revocation] cannot be used: only http:// and https://"
      ),
      (good + "\n[revocation]\nstaple = true\ncrl = true", "line 10: unknown key crl"),
      (good + "\n[timestamp]\nkey = \"a\"\nurls = [\"b\"]", "line 9: key in [timestamp] and urls"),
      (good.replacing("\"k.pem\"", with: "\"k\\u0000.pem\""), "a text holds a NUL"),
      (good.replacing("\"k.pem\"", with: "\"\""), "line 7: path in [key] is not a text"),
      (good + "\npkcs11 = \"pkcs11:\"", "line 7: path in [key] is one of several places"),
      (good + "\nmodule = \"m\"", "line 8: module in [key] belongs to pkcs11"),
      (good + "\ntimeout = 1", "line 8: timeout in [key] belongs to command"),
      (good + "\nalgorithm = \"es1\"", "line 8: algorithm in [key] must be one of es256, "),
      ("schema = 1\n[key]\ncommand = \"a\"", "line 3: command in [key] needs certificates"),
      ("schema = 1\n[key]\npkcs11 = \"a\"", "line 3: pkcs11 in [key] needs certificates"),
      ("schema = 1\n[key]\ncommand = \"a 'b'\"", "line 3: command in [key] cannot be used"),
      (
        "schema = 1\n[key]\ncommand = \"a\"\ntimeout = 0\ncertificates = \"c\"",
        "line 3: command in [key] cannot be used: the time limit"
      ),
    ])
  func wrong(text: String, words: String) {
    let found = failure(text)
    #expect(found?.hasPrefix(words) == true, "\(found ?? "nothing")")
  }

  @Test("a file that is not there, no text, or too large is no profile")
  func unreadable() {
    #expect(failure("\u{0}")?.contains("not a text") == true)
    #expect(failure(String(repeating: "#", count: 2 << 20))?.contains("larger than") == true)
    #expect(throws: SettingsError.self) { try IssuerProfile("/nonexistent/ISSUER.toml") }
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
