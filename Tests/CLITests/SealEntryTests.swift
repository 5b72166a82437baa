import BroadsealTrust
import TestSupport
import Testing

@testable import BroadsealOpenSSL

@Suite("A keeper lists the keys that seal PDF documents")
struct SealEntryTests {
  private let folder = Scratch()
  private let demo: DemoPKI

  init() throws {
    demo = try DemoPKI.today()
    folder.write(demo.us.issuing.certificate.pem, to: "ca.pem")
    folder.write(demo.gazette.issuing.certificate.pem, to: "gazette-ca.pem")
    folder.write(demo.gazette.signer.certificate.pem, to: "gazette.pem")
    let made = trust(
      "draft", "-o", "draft.json", "--scheme", "List of seals", "--operator", "Office",
      "--territory", "US", "--agency", "us.press", "--name", "Press Office", "--ca", "ca.pem",
      "--subject-o", "Press Office", "--street", "1 Street", "--email", "a@b.example", "--website",
      "https://b.example/")
    try #require(made.code == 0, "\(made.errorText)")
  }

  @discardableResult
  private func trust(_ words: String...) -> Command.Outcome {
    Command.run(
      ["trust"] + words, variables: ["XDG_STATE_HOME": folder("state")], folder: folder.path)
  }

  private func add(_ words: String...) -> Command.Outcome { add(words) }

  private func add(_ words: [String]) -> Command.Outcome {
    Command.run(
      [
        "trust", "add", "draft.json", "--agency", "us.gazette", "--name", "Gazette", "--ca",
        "gazette-ca.pem", "--street", "2 Street", "--email", "g@b.example", "--website",
        "https://g.example/",
      ] + words, folder: folder.path)
  }

  private func entry() throws -> SealScope? {
    try ParsedTrustList(parsing: folder.read("draft.json") ?? [], name: "draft.json")
      .content.services.compactMap(\.service.seal).first
  }

  @Test("by a certificate, whose key seals while it is valid")
  func certificate() throws {
    let made = add(
      "--seals", "--sealed-by", "gazette.pem", "--without-timestamp", "--certified", "2", "--kinds",
      "ETSI.CAdES.detached", "--only-eku", Purpose.documentSigning, "--or-no-eku", "--subject-cn",
      "Gazette")
    #expect(made.code == 0, "\(made.errorText)")
    let scope = try #require(try entry())
    let certificate = demo.gazette.signer.certificate
    #expect(
      scope.keys == [
        SealKey(
          certificate.publicKey.spkiSHA256, from: certificate.notBefore, to: certificate.notAfter)
      ])
    #expect(!scope.scope.requiresTimeStamp && scope.certification == 2)
    #expect(scope.kinds == [.advanced] && scope.allowsNoPurpose)
    #expect(scope.purposes == [Purpose.documentSigning])
    #expect(scope.scope.subject.commonNames == ["Gazette"] && scope.scope.labels.isEmpty)
    #expect(scope.scope.agency.id == "us.gazette")
  }

  @Test("by a digest and its time, and how that ended")
  func digest() throws {
    let digest = String(repeating: "ab", count: 32)
    let made = add(
      "--seals", "--seal-key", "\(digest.uppercased()),2021-01-01,2024-01-01T00:00:00Z,in-order",
      "--qualified")
    #expect(made.code == 0, "\(made.errorText)")
    let scope = try #require(try entry())
    #expect(scope.keys.map(\.digest) == [digest] && scope.keys.first?.ending == .inOrder)
    #expect(scope.mustBeQualified && scope.scope.requiresTimeStamp && scope.kinds == SealKind.usual)
  }

  @Test("and is told what does not go together, with nothing written")
  func refusals() throws {
    let before = folder.read("draft.json")
    for (words, told) in [
      (["--sealed-by", "gazette.pem"], "need --seals"),
      (["--seals"], "--sealed-by or --seal-key"),
      (["--seals", "--subject-o", "Gazette", "--without-timestamp"], "needs the keys that seal"),
      (["--seals", "--sealed-by", "gazette.pem", "--labels", "official"], "has no labels"),
      (["--seals", "--sealed-by", "gazette.pem", "--certified", "4"], "takes 1, 2 or 3"),
      (["--seals", "--seal-key", "abcd,2021-01-01,2024-01-01"], "takes a SHA-256 digest"),
      (
        [
          "--seals", "--seal-key",
          String(repeating: "a", count: 64) + ",2021-01-01,2024-01-01,lost",
        ],
        "in-order, compromised"
      ),
    ] {
      let outcome = add(words)
      #expect(outcome.code == 2 && outcome.errorText.contains(told), "\(outcome.errorText)")
    }
    #expect(folder.read("draft.json") == before)
  }
}
