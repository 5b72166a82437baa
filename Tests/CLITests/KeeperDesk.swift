import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

@testable import BroadsealCLI

/// A folder of a keeper of the demonstration's list: the list, its keys file and the keys of its keepers.
struct KeeperDesk {
  let folder = Scratch()
  let demo: DemoPKI

  init() throws {
    demo = try DemoPKI.today()
    folder.write(demo.usList, to: "gov.json")
    folder.write(demo.us.pinned.pem, to: "gov.keys.pem")
    for (number, key) in demo.us.listKeys.enumerated() {
      folder.write(try key.pem(), to: "\(number + 1).key")
    }
  }

  /// Runs `trust` in the folder, with a memory of its own.
  @discardableResult
  func trust(_ words: [String]) -> Command.Outcome {
    Command.run(
      ["trust"] + words, variables: ["XDG_STATE_HOME": folder("state")], folder: folder.path)
  }

  /// Signs a list as `out.json` by the first keeper.
  func sign(_ list: String, _ options: [String]) -> Command.Outcome {
    Command.run(
      ["trust", "sign", list, "--key", "1.key", "--yes", "-o", "out.json", "--force"] + options,
      folder: folder.path)
  }

  /// Writes `draft.json`: the number after that of `gov.json`.
  func draft() {
    #expect(trust(["draft", "--from", "gov.json", "-o", "draft.json", "--force"]).code == 0)
  }

  /// Holds what was said to a code and to words.
  static func expect(_ outcome: Command.Outcome, _ code: Int32, _ words: [String]) {
    #expect(outcome.code == code, "\(outcome.errorText)")
    for word in words { #expect(outcome.errorText.contains(word), "\(outcome.errorText)") }
  }
}
