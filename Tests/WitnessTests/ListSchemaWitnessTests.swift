import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealTrust
import Glibc
import TestSupport
import Testing

/// Where C2PA's conformance repository lies, when the user has it: `BROADSEAL_CONFORMANCE`.
private enum Conformance {
  static let folder: String? = unsafe getenv("BROADSEAL_CONFORMANCE").map {
    unsafe String(cString: $0)
  }

  static let reason: Comment =
    "set BROADSEAL_CONFORMANCE to a checkout of c2pa-org/conformance-public, and BROADSEAL_VENV"
}

@Suite(
  "Trust lists before the schema and the lists that C2PA publishes",
  .enabled(if: Conformance.folder != nil && Witness.python != nil, Conformance.reason))
struct ListSchemaWitnessTests {
  private static let now = UTCTime(secondsSinceEpoch: 1_795_392_000)

  private func faults(of lists: [JSON.Value]) throws -> [[String]] {
    let folder = try #require(Conformance.folder)
    let answers = try Witness.run(
      "lists.py",
      ["schemas": .string(folder + "/schemas/trust-list"), "lists": .array(lists)])
    return (answers.array ?? []).map { ($0.array ?? []).compactMap(\.string) }
  }

  private func payload(_ list: [UInt8]) throws -> [UInt8] {
    let text = try #require(try Reader.parse(list)["payload"]?.string)
    return try #require(Base64.decode(text, alphabet: .url))
  }

  /// A signed list with everything that a list of ours can hold.
  private func fullList(_ demo: DemoPKI) throws -> [UInt8] {
    let old = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate)
    let entities = old.entities.map { entity in
      TrustedEntity(
        names: entity.names, address: entity.address, informationURI: entity.informationURI,
        services: entity.services.map { service in
          TrustedService(
            names: service.names, type: service.type, certificates: service.certificates,
            current: StatusPeriod(.withdrawn, from: demo.start.adding(seconds: 60)),
            history: [StatusPeriod(.granted, from: demo.start)], scope: service.scope,
            invalidSince: [
              Invalidation(
                .authority(String(repeating: "0", count: 64)), date: demo.start,
                reason: .keyCompromise)
            ])
        })
    }
    let content = TrustListContent(
      sequence: 2, schemeNames: old.schemeNames, operatorNames: old.operatorNames,
      territory: old.territory, issued: old.issued, nextUpdate: old.nextUpdate,
      recognises: old.recognises, nextKeys: demo.us.pinned,
      keyChanges: [KeyChange(number: 2, address: "https://demo.invalid/2.json")],
      entities: entities)
    return try TrustListSigner.sign(content, keys: [demo.us.listKeys[0]], name: "full")
  }

  @Test("what we sign is valid: both lists of the demonstration, and one with every member")
  func ours() throws {
    let demo = try TestPKI.shared().demo
    let lists = try [demo.usList, demo.jpList, fullList(demo)].map { try payload($0) }
    for faults in try faults(of: lists.map { try Reader.parse($0) }) { #expect(faults == []) }
  }

  @Test("a draft is valid after each command that edits it")
  func drafts() throws {
    let folder = Scratch()
    #expect(TestSupport.Command.run("keys", "demo", folder("keys")).code == 0)
    let address =
      ["--street", "1 Street", "--email", "a@demo.invalid"]
      + ["--website", "https://demo.invalid/"]
    let steps = [
      ["draft", "-o", "d.json", "--scheme", "Demo Government Trust List US (invented)"]
        + ["--operator", "O", "--territory", "US", "--ca", "keys/us/ca/issuing.pem"]
        + ["--agency", "us.a", "--name", "A", "--subject-o", "A", "--postal-code", "1"] + address,
      ["add", "d.json", "--tsa", "keys/tsa/root.pem", "--name", "T"] + address,
      ["withdraw", "d.json", "--certificate", "keys/us/ca/issuing.pem", "--since", "2026-01-01"]
        + ["--reason", "cACompromise"],
      ["withdraw", "d.json", "--certificate", "keys/tsa/root.pem", "--since", "2026-01-01"]
        + ["--reason", "superseded"],
      ["renew", "d.json", "--agency", "us.a", "--ca", "keys/us/ca/root.pem"],
      ["retire", "d.json", "--agency", "us.a", "--from", "2099-01-01"],
      ["rotate", "d.json", "--keys", "keys/trust/government/us.keys.pem"]
        + ["--archive", "https://demo.invalid/1.json"],
    ]
    var drafts: [JSON.Value] = []
    for step in steps {
      let outcome = TestSupport.Command.run(["trust"] + step, folder: folder.path)
      #expect(outcome.code == 0, "\(step): \(outcome.errorText)")
      drafts.append(try Reader.parse(folder.read("d.json") ?? []))
    }
    for faults in try faults(of: drafts) { #expect(faults == []) }
  }

  /// A member renamed, taken away by that, or of another kind.
  private static let damages: [(String, String)] = [
    ("\"TEAddress\"", "\"TEAdress\""), ("\"TEInformationURI\"", "\"TEInformationUri\""),
    ("\"StreetAddress\"", "\"Street\""),
    ("\"SchemeTerritory\": \"US\"", "\"SchemeTerritory\": \"USA\""),
    ("\"LoTESequenceNumber\": 1", "\"LoTESequenceNumber\": \"1\""),
    ("\"TEElectronicAddress\": [", "\"TEElectronicAddress\": [], \"TradeName\": ["),
  ]

  @Test("what the schema refuses is not signed", arguments: damages)
  func refused(old: String, new: String) throws {
    let demo = try TestPKI.shared().demo
    let text = String(decoding: try payload(demo.usList), as: UTF8.self)
    let range = try #require(text.firstRange(of: old))
    let damaged = Array((text[..<range.lowerBound] + new + text[range.upperBound...]).utf8)
    #expect(try faults(of: [try Reader.parse(damaged)]).first?.isEmpty == false)
    #expect(throws: TrustError.self) {
      _ = try TrustListSigner.sign(damaged, keys: [demo.us.listKeys[0]], name: "us.json")
    }
  }

  @Test(
    "the lists of C2PA load unchanged in JSON, and hold the certificates of those in PEM",
    arguments: ["C2PA-TRUST-LIST", "C2PA-TSA-TRUST-LIST"])
  func official(name: String) throws {
    let folder = try #require(Conformance.folder) + "/trust-list/"
    var sets: [Set<Certificate>] = []
    for ending in [".json", ".pem"] {
      let path = FilePath(folder + name + ending)
      var material = TrustStore()
      try material.addClaimAnchors(path)
      try material.addTimeStampAnchors(path)
      let context = try TrustContext(material, at: Self.now)
      sets.append(Set(context.claimAnchors?.certificates ?? []))
      #expect(sets.last == Set(context.tsaAnchors?.certificates ?? []))
    }
    #expect(sets[0].count > 10)
    #expect(sets[0] == sets[1])
  }

  @Test("a trust folder takes them under the fixed names")
  func inFolder() throws {
    let folder = try #require(Conformance.folder) + "/trust-list/"
    let scratch = Scratch()
    for (name, fixed) in [
      ("C2PA-TRUST-LIST.json", "anchors.json"), ("C2PA-TSA-TRUST-LIST.json", "tsa.json"),
    ] {
      scratch.write(try #require(Scratch.bytes(of: folder + name)), to: fixed)
    }
    let context = try TrustContext(TrustFolder.read(FilePath(scratch.path)), at: Self.now)
    #expect((context.claimAnchors?.certificates.count ?? 0) > 10)
    #expect((context.tsaAnchors?.certificates.count ?? 0) > 10)
  }
}
