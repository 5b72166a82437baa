import TestSupport
import Testing

@Suite("Two persons: who may be the second")
struct ApproverTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func plan(_ name: String, _ approver: String) -> Command.Outcome {
    folder.write(desk.scratch.read("chart.png") ?? [], to: "chart.png")
    return Command.run(
      [
        "sign", "chart.png", "--profile", desk.profile("us"), "--official", "--ai", "none",
        "--plan",
        name, "--approver", approver,
      ], folder: folder.path)
  }

  @Test("a CA approves nothing, and no plan is written that the signer alone may approve")
  func authorities() {
    folder.write(desk.scratch.read("keys/jp/chain.pem") ?? [], to: "chain.pem")
    folder.write(desk.scratch.read("keys/us/chain.pem") ?? [], to: "own.pem")
    folder.write(desk.scratch.read("keys/jp/ca/issuing.pem") ?? [], to: "ca.pem")
    // Of a chain the leaf is the person; the CA above it may sign certificates, and approve nothing.
    #expect(plan("plan.json", "chain.pem").code == 0)
    for (key, code) in [("keys/jp/ca/issuing.key.pem", Int32(6)), ("keys/jp/key.pem", 0)] {
      let outcome = Command.run(
        [
          "approve", "--yes", "plan.json", "--key", desk.scratch(key), "--role", "R", "-o",
          "approved-\(code).json",
        ], folder: folder.path)
      #expect(outcome.code == code, "\(outcome.errorText)")
      if code == 6 {
        #expect(
          outcome.errorText.contains("with sign --approver or in [approval]"),
          "\(outcome.errorText)")
      }
    }
    for (file, code, words) in [
      ("ca.pem", Int32(6), "a CA is no person who approves"),
      ("own.pem", 2, "nobody may approve but the key that signs"),
    ] {
      let outcome = plan("other.json", file)
      #expect(outcome.code == code && outcome.errorText.contains(words), "\(outcome.errorText)")
      #expect(outcome.errorText.contains("\nhint: name the certificate or the public key"))
      #expect(folder.read("other.json") == nil)
    }
  }
}
