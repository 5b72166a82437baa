import BroadsealJSON
import BroadsealNotes
import BroadsealOpenSSL
import TestSupport
import Testing

/// Attacks of somebody who signs: what an approver did not see is slipped in after the approval.
@Suite("Two persons: nothing beside the documents changes after the approval")
struct ApprovedCircumstancesTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  init() throws {
    folder.write(desk.scratch.read("release.pdf") ?? [], to: "release.pdf")
    for name in ["parent.png", "other.png"] {
      folder.write(desk.scratch.read("chart.png") ?? [], to: name)
      let signed = Command.run(
        [
          "sign", name, "--profile", desk.profile("ai-service"), "--ai", "none", "--in-place",
        ], folder: folder.path)
      #expect(signed.code == 0, "\(signed.errorText)")
    }
    let approver = try PrivateKey.generate(.es256)
    folder.write(try approver.pem(), to: "approver.key")
    folder.write(approver.publicKey.pem, to: "approver.pem")
    folder.write([], to: "out/.keep")
    write(identity: "")
  }

  private func write(identity: String) {
    let text = """
      schema = 1
      [key]
      path = "\(desk.scratch("keys/ai-service/key.pem"))"
      certificates = "\(desk.scratch("keys/ai-service/chain.pem"))"
      [approval]
      approvers = "approver.pem"
      [timestamp]
      key = "\(desk.scratch("keys/tsa/authority.pem"))"
      [trust]
      anchors = "\(desk.scratch("keys/trust/anchors.pem"))"
      tsa-anchors = "\(desk.scratch("keys/trust/tsa.pem"))"
      \(identity)
      """
    folder.write(Array(text.utf8), to: "ISSUER.toml")
  }

  private func sign(_ options: [String]) -> Command.Outcome {
    Command.run(
      [
        "sign", "release.pdf", "--profile", "ISSUER.toml", "--ai", "none", "--parent", "parent.png",
      ] + options, folder: folder.path)
  }

  private func approve() -> Command.Outcome {
    Command.run(
      [
        "approve", "--yes", "plan.json", "--key", "approver.key", "--role", "Head of Press", "-o",
        "approved.json",
      ], folder: folder.path)
  }

  private func carryOut(_ options: [String] = []) -> Command.Outcome {
    sign(["--approved", "approved.json", "--output-dir", "out"] + options)
  }

  private func prepare() {
    let planned = sign(["--plan", "plan.json"])
    #expect(planned.code == 0, "\(planned.errorText)")
    let approved = approve()
    #expect(approved.code == 0, "\(approved.errorText)")
  }

  private func expectNothing(_ outcome: Command.Outcome) {
    #expect([1, 2, 6].contains(outcome.code), "\(outcome.code) \(outcome.errorText)")
    #expect(outcome.errorText.contains("plan") || outcome.errorText.contains("approved"))
    #expect(folder.names(in: "out") == [".keep"])
  }

  @Test("as it was approved it is signed")
  func whole() {
    prepare()
    let outcome = carryOut()
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(folder.names(in: "out").contains("release.pdf"))
  }

  @Test("an identity that came after the approval")
  func identity() {
    prepare()
    write(
      identity: """
        [identity]
        [identity.key]
        path = "\(desk.scratch("keys/jp/key.pem"))"
        certificates = "\(desk.scratch("keys/jp/chain.pem"))"
        """)
    expectNothing(carryOut())
  }

  @Test(
    "run otherwise than was approved",
    arguments: [
      ["--no-timestamp"], ["--allow-missing-timestamp"], ["--no-verify"], ["--pades"],
      ["--strict-content"],
    ])
  func circumstances(options: [String]) {
    prepare()
    expectNothing(carryOut(options))
  }

  @Test("another parent, before the approval and after it")
  func parent() {
    prepare()
    folder.write(folder.read("other.png") ?? [], to: "parent.png")
    expectNothing(carryOut())
    _ = Command.shell("rm '\(folder("approved.json"))'")
    let late = approve()
    #expect(late.code == 1, "\(late.errorText)")
    #expect(folder.read("approved.json") == nil)
  }

  @Test("a parent that the signing program swaps while it signs")
  func swapped() throws {
    // The program signs with the real key, and puts another file in the parent's place first.
    folder.write(desk.scratch.read("release.pdf") ?? [], to: "second.pdf")
    let script = """
      #!/bin/sh
      cp '\(folder("other.png"))' '\(folder("parent.png"))'
      exec openssl dgst -sha256 -sign '\(desk.scratch("keys/ai-service/key.pem"))'
      """
    folder.write(Array(script.utf8), to: "signer.sh")
    _ = Command.shell("chmod 755 '\(folder("signer.sh"))'")
    let options = [
      "second.pdf", "-j", "1", "--signer", folder("signer.sh"), "--certificates",
      desk.scratch("keys/ai-service/chain.pem"),
    ]
    #expect(sign(options + ["--plan", "plan.json"]).code == 0)
    #expect(approve().code == 0)
    let outcome = carryOut(options)
    #expect(outcome.code != 0)
    #expect(outcome.errorText.contains("parent.png"), "\(outcome.errorText)")
    #expect(!folder.names(in: "out").contains("second.pdf"), "\(outcome.errorText)")
  }

  @Test("a label that is laid beside the document")
  func sidecar() {
    prepare()
    let made = Command.run(
      [
        "sign", "release.pdf", "--profile", desk.profile("ai-service"), "--ai", "generated",
        "--sidecar",
      ], folder: folder.path)
    #expect(made.code == 0, "\(made.errorText)")
    expectNothing(carryOut())
    _ = Command.shell("rm '\(folder("approved.json"))'")
    #expect(approve().code == 1)
  }
}
