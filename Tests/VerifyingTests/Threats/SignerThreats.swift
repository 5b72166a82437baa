import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import Glibc
import TestSupport

/// T-76 (rollback), T-93 and T-94: runs that must end without a signature, or say what they publish.
enum SignerThreats {
  static let runs: [ThreatRun] = programs + approvals + people + rollback

  private static let nothing: @Sendable (Scratch) -> Bool = { $0.read("out.pdf") == nil }

  /// A run of `sign` by the demonstration's agency into out.pdf.
  private static func sign(_ folder: Scratch, _ options: [String]) -> [String] {
    let desk = Desk.shared
    return [
      "sign", folder.write(desk.scratch.read("release.pdf") ?? [], to: "release.pdf"), "--profile",
      desk.profile(), "--official", "--ai", "none",
    ] + options
  }

  /// A program that holds the key, as an attacker has changed it.
  private static func program(
    _ attack: String, says words: String, exit: Int32 = 3, within seconds: Int = 30,
    _ lines: String
  ) -> ThreatRun {
    ThreatRun(.signers, attack, exit, says: words, check: nothing) { folder in
      let keys = Desk.shared.scratch("keys")
      let script = lines.split(separator: "KEYS", omittingEmptySubsequences: false)
        .joined(separator: keys)
      let path = folder.write(Array("#!/bin/sh\n\(script)\n".utf8), to: "program")
      _ = unsafe chmod(path, 0o755)
      return sign(
        folder,
        [
          "--signer", path, "--certificates", keys + "/us/chain.pem", "--signer-timeout",
          "\(seconds)",
          "-o",
          folder("out.pdf"),
        ])
    }
  }

  private static let programs: [ThreatRun] = [
    program(
      "a program that signs with another key", says: "not the certificate's",
      "exec openssl dgst -sha256 -sign KEYS/jp/key.pem"),
    program(
      "a program that signs other bytes than it was given", says: "not the certificate's",
      "echo other | exec openssl dgst -sha256 -sign KEYS/us/key.pem"),
    program(
      "a program that signs with a weaker hash", says: "not the certificate's",
      "exec openssl dgst -sha1 -sign KEYS/us/key.pem"),
    program("a program that repeats what it was given", says: "not the certificate's", "exec cat"),
    program("a program that answers nothing", says: "wrote no signature", "cat >/dev/null"),
    program(
      "a program that hangs", says: "did not answer within 2 s", within: 2, "exec sleep 60"),
    program(
      "a program that never stops talking", says: "more than any signature", "exec cat /dev/zero"),
  ]

  /// How a signer tries to be the second person too.
  private enum SelfApproval { case byCommand, byOtherMeans, byAuthority }

  /// A plan that was approved, and a run that is not the one of the plan.
  private static func approved(
    _ attack: String, _ exit: Int32, says words: String, by issuer: String = "us",
    self approves: SelfApproval? = nil, label: [String] = ["--official", "--ai", "none"],
    _ change: @escaping @Sendable (Scratch) -> Void = { _ in }
  ) -> ThreatRun {
    ThreatRun(.signers, attack, exit, says: words, check: nothing) { folder in
      let desk = Desk.shared
      let second = try PrivateKey.generate(.es256)
      folder.write(try second.pem(), to: "approver.key")
      folder.write(
        approves == .byAuthority
          ? Scratch.bytes(of: desk.scratch("keys/jp/chain.pem")) ?? [] : second.publicKey.pem,
        to: "approver.pem")
      let planned = Command.run(
        sign(folder, ["--plan", folder("plan.json"), "--approver", folder("approver.pem")]))
      precondition(planned.code == 0, planned.errorText)
      func approval(by key: String, as output: String) -> [String] {
        [
          "approve", "--yes", folder("plan.json"), "--key", key, "--role", "Head of Press", "-o",
          folder(output),
        ]
      }
      let own = desk.scratch("keys/us/key.pem")
      switch approves {
      case .byCommand: return approval(by: own, as: "out.pdf")
      case .byAuthority:
        return approval(by: desk.scratch("keys/jp/ca/issuing.key.pem"), as: "out.pdf")
      case .byOtherMeans:
        let key = try PrivateKey(pem: Scratch.bytes(of: own) ?? [], passphrase: nil)
        let plan = ApprovedPlan(plan: folder.read("plan.json") ?? [], name: "plan.json")
        folder.write(
          try plan.approved(by: key, role: "Head of Press", record: "A-17", at: TestPKI.now),
          to: "approved.json")
        folder.write(key.publicKey.pem, to: "approver.pem")
      case nil:
        let given = Command.run(approval(by: folder("approver.key"), as: "approved.json"))
        precondition(given.code == 0, given.errorText)
      }
      change(folder)
      return [
        "sign", folder("release.pdf"), "--profile", desk.profile(issuer),
      ] + label + [
        "--approved", folder("approved.json"), "--approver", folder("approver.pem"), "-o",
        folder("out.pdf"),
      ]
    }
  }

  private static let approvals: [ThreatRun] = [
    approved(
      "a document that was changed after its approval", 1, says: "the document is not the one"
    ) { folder in
      var bytes = folder.read("release.pdf") ?? []
      bytes[bytes.count / 2] ^= 1
      folder.write(bytes, to: "release.pdf")
    },
    approved(
      "another label than the one that was approved", 2, says: "the label is not the one",
      label: ["--official", "--ai", "altered"]),
    approved(
      "another signer than the one that was approved", 2,
      says: "the plan is for another certificate",
      by: "jp"),
    approved(
      "the signer approves itself", 6, says: "a second person has to approve", self: .byCommand),
    approved(
      "the signer approves itself with another program", 6, says: "a second person has to approve",
      self: .byOtherMeans),
    approved(
      "the CA above the second person approves, whose certificate stands in the approver's file", 6,
      says: "this key is not among them", self: .byAuthority),
    approved("a stranger approves", 6, says: "nobody who may approve has approved") { folder in
      let key = try? PrivateKey.generate(.es256)
      folder.write(key?.publicKey.pem ?? [], to: "approver.pem")
    },
    approved("a changed byte of the approval", 6, says: "approved.json") { folder in
      let text = String(decoding: folder.read("approved.json") ?? [], as: UTF8.self)
      guard let range = text.firstRange(of: "\"payload\": \"") else { return }
      var bytes = Array(text.utf8)
      let index = text.utf8.distance(from: text.startIndex, to: range.upperBound) + 40
      bytes[index] = bytes[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      folder.write(bytes, to: "approved.json")
    },
  ]

  /// Whether every assertion of a signed picture has 16 random bytes or more beside it, so that
  /// nobody finds what was redacted by trying what it may have said (C2PA 2.4 §8.4.2.3).
  private static let isSalted: @Sendable (Scratch) -> Bool = { folder in
    guard let bytes = folder.read("out.png"),
      case .found(let located) = try? PNGCarrier(ByteSource(bytes: bytes)).locate(),
      let store = try? ManifestStore(parsing: located.bytes),
      let assertions = store.active.superbox.superboxes.first(where: {
        $0.description.type == .assertionStore
      })?.superboxes, assertions.count > 2
    else { return false }
    let salts = assertions.compactMap(\.description.salt).filter { $0.count >= 16 }
    return Set(salts.map(Array.init)).count == assertions.count
  }

  private static let people: [ThreatRun] = [
    ThreatRun(
      .privacy, "what was redacted is looked for by its hash: each assertion is salted", 0,
      says: "signed, official", check: isSalted
    ) { folder in
      let desk = Desk.shared
      return [
        "sign", desk.scratch("chart.png"), "--profile", desk.profile(), "--official", "--ai",
        "none", "-o", folder("out.png"),
      ]
    },
    ThreatRun(
      .privacy, "a certificate that names a person is about to be published", 0,
      says: "(CERT-PERSON)"
    ) { folder in
      let pki = try DemoPKI.today()
      var builder = DemoPeriod(now: pki.start).signer(
        DistinguishedName([
          NameAttribute(NameAttribute.country, "US"),
          NameAttribute(NameAttribute.commonName, "Jane Doe"),
        ]), years: 1)
      builder.extendedKeyUsage = DemoPKI.signerPurposes
      let person = try DemoCredential(builder, issuer: pki.us.issuing)
      folder.write(try person.key.pem() + person.chain.flatMap(\.pem), to: "key.pem")
      folder.write(Array("schema = 1\n[key]\npath = \"key.pem\"\n".utf8), to: "ISSUER.toml")
      return [
        "sign", folder.write(Desk.sample("river.jpg"), to: "a.jpg"), "--profile",
        folder("ISSUER.toml"), "--ai", "none", "--no-timestamp", "-o", folder("out.jpg"),
      ]
    },
  ]

  private static let rollback: [ThreatRun] = [
    ThreatRun(
      .lists, "an old list of the right keys is put back", 6, says: "has number 1, but 5 was seen"
    ) { folder in
      let demo = try DemoPKI.today()
      let old = demo.us.listContent(
        issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate)
      let new = TrustListContent(
        sequence: 5, schemeNames: old.schemeNames, operatorNames: old.operatorNames,
        territory: old.territory, issued: old.issued, nextUpdate: old.nextUpdate,
        entities: old.entities)
      folder.write(demo.us.pinned.pem, to: "us.keys.pem")
      folder.write(
        try TrustListSigner.sign(new, keys: demo.us.listKeys, name: "us.json"), to: "us.json")
      let seen = Command.run(
        ["trust", "show", "--government", folder("us.json")],
        variables: ["XDG_STATE_HOME": folder("state")])
      precondition(seen.code == 0, seen.errorText)
      return [
        "verify", folder.write(Desk.sample("river.jpg"), to: "a.jpg"), "--government",
        folder.write(demo.usList, to: "us.json"),
      ]
    }
  ]
}
