import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport

/// T-76: old lists, after something about their keys has changed.
enum MemoryThreats {
  static let runs: [ThreatRun] = [
    rollback("an old list, after one of its three pinned keys was exchanged") { demo, fresh in
      let own = demo.us.listKeys.map(\.publicKey)
      return try keys(demo, [own[0], own[1], fresh], threshold: 2)
    },
    rollback("an old list, after another number of its keys is asked for") { demo, _ in
      try keys(demo, demo.us.listKeys.map(\.publicKey), threshold: 1)
    },
    ThreatRun(
      .lists, "an old list of Japan, after the recognition of it names one other key", 6,
      says: "has number 1, but 2 was seen before"
    ) { folder in
      let demo = try DemoPKI.today()
      let own = demo.jp.listKeys.map(\.publicKey)
      let fresh = try PrivateKey.generate(.es256).publicKey
      let lists = ["--government", folder("us.json"), "--government", folder("jp.json")]
      folder.write(demo.us.pinned.pem, to: "us.keys.pem")
      for (number, named) in [(Int64(1), own), (2, [own[0], own[1], fresh])] {
        folder.write(
          try america(demo, recognising: named, number: number), to: "us.json")
        // Japan's second list is seen; then its first is put in its place.
        folder.write(try japan(demo, number: number == 1 ? 2 : 1), to: "jp.json")
        if number == 1 { try show(lists, folder) }
      }
      return ["trust", "show"] + lists
    },
  ]

  private static func rollback(
    _ attack: String,
    _ keys: @escaping @Sendable (DemoPKI, PublicKey) throws -> ListKeys
  ) -> ThreatRun {
    ThreatRun(.lists, attack, 6, says: "has number 1, but 2 was seen before") { folder in
      let demo = try DemoPKI.today()
      let lists = ["--government", folder("us.json")]
      folder.write(demo.us.pinned.pem, to: "us.keys.pem")
      folder.write(try america(demo, number: 2), to: "us.json")
      try show(lists, folder)
      folder.write(
        try keys(demo, try PrivateKey.generate(.es256).publicKey).pem, to: "us.keys.pem")
      folder.write(try america(demo, number: 1), to: "us.json")
      return ["trust", "show"] + lists
    }
  }

  private struct NotBelieved: Error { let text: String }

  private static func show(_ lists: [String], _ folder: Scratch) throws {
    let shown = Command.run(
      ["trust", "show"] + lists, variables: ["XDG_STATE_HOME": folder("state")])
    guard shown.code == 0 else { throw NotBelieved(text: shown.errorText) }
  }

  private static func keys(
    _ demo: DemoPKI, _ keys: [PublicKey], threshold: Int
  ) throws -> ListKeys {
    try ListKeys(scheme: demo.us.pinned.scheme, threshold: threshold, keys: keys, name: "keys")
  }

  private static func america(
    _ demo: DemoPKI, recognising japan: [PublicKey]? = nil, number: Int64
  ) throws -> [UInt8] {
    let grants = try japan.map { keys in
      Recognition(
        keys: try ListKeys(
          scheme: demo.jp.pinned.scheme, threshold: 2, keys: keys, name: "grant"),
        labels: [.official], jurisdictions: [DemoAgency.jp.jurisdiction], from: demo.start,
        to: demo.nextUpdate)
    }
    return try list(
      demo.us.listContent(
        issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate,
        recognises: [grants].compactMap(\.self)),
      number, demo.us.listKeys)
  }

  private static func japan(_ demo: DemoPKI, number: Int64) throws -> [UInt8] {
    try list(
      demo.jp.listContent(
        issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate),
      number, demo.jp.listKeys)
  }

  private static func list(
    _ base: TrustListContent, _ number: Int64, _ keys: [PrivateKey]
  ) throws -> [UInt8] {
    try TrustListSigner.sign(
      TrustListContent(
        sequence: number, schemeNames: base.schemeNames, operatorNames: base.operatorNames,
        territory: base.territory, issued: base.issued, nextUpdate: base.nextUpdate,
        recognises: base.recognises, entities: base.entities),
      keys: Array(keys.prefix(2)), name: "list.json")
  }
}
