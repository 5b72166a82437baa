import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport

/// A source of chance that can be asked for the same again (SplitMix64).
struct SeededChance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// A case with everything that has an order put into another one: the options, the lists, what stands
/// on them, the anchors, and the certificates that come with the signature.
struct Shuffle {
  private var chance: SeededChance
  private let signed: [Signed]

  /// A list as its operator has it before it is signed: read once for all orders.
  struct Signed {
    let list: ThreatTrust.List
    let content: TrustListContent
    /// Whoever signed it signs it again; nil: nobody whose keys are known.
    let keys: [PrivateKey]?

    init(_ list: ThreatTrust.List, _ pki: TestPKI) throws {
      self.list = list
      let parsed = try ParsedTrustList(parsing: list.list, name: list.name)
      content = parsed.content
      keys = [pki.demo.us, pki.demo.jp, pki.impostor].map(\.listKeys).first { keys in
        let all = try? ListKeys(
          scheme: parsed.content.scheme ?? "", threshold: 2, keys: keys.map(\.publicKey),
          name: list.name)
        return all.map { (try? parsed.verified(keys: $0, at: parsed.content.issued)) != nil }
          ?? false
      }
    }
  }

  init(_ seed: UInt64, of signed: [Signed]) {
    chance = SeededChance(seed)
    self.signed = signed
  }

  mutating func shuffled(_ item: ThreatCase) throws -> ThreatCase {
    var item = item
    item.trust.anchors = try blocks(item.trust.anchors)
    item.trust.authorities = try blocks(item.trust.authorities)
    item.trust.lists = try signed.map { try list($0) }.shuffled(using: &chance)
    item.responses.shuffle(using: &chance)
    item.lists.shuffle(using: &chance)
    if var manifest = item.manifest, manifest.chain.count > 2, item.kept == nil {
      manifest.chain =
        manifest.chain.prefix(1) + manifest.chain.dropFirst().shuffled(using: &chance)
      item.sidecar = try manifest.sidecar(for: item.content)
    }
    return item
  }

  private mutating func blocks(_ pem: [UInt8]) throws -> [UInt8] {
    guard !pem.isEmpty else { return [] }
    return try Certificate.list(pem: pem).shuffled(using: &chance).flatMap(\.pem)
  }

  /// The list signed anew by the same operator, with its parts in another order.
  private mutating func list(_ signed: Signed) throws -> ThreatTrust.List {
    guard let keys = signed.keys else { return signed.list }
    let (list, old) = (signed.list, signed.content)
    let content = TrustListContent(
      sequence: old.sequence, schemeNames: old.schemeNames, operatorNames: old.operatorNames,
      territory: old.territory, issued: old.issued, nextUpdate: old.nextUpdate,
      recognises: old.recognises.shuffled(using: &chance), nextKeys: old.nextKeys,
      entities: old.entities.map { entity($0) }.shuffled(using: &chance))
    return ThreatTrust.List(
      name: list.name,
      list: try TrustListSigner.sign(
        content, keys: Array(keys.shuffled(using: &chance).prefix(2)), name: list.name),
      keys: list.keys)
  }

  private mutating func entity(_ entity: TrustedEntity) -> TrustedEntity {
    var services: [TrustedService] = []
    for service in entity.services {
      services.append(
        TrustedService(
          names: service.names, type: service.type,
          certificates: service.certificates.shuffled(using: &chance), current: service.current,
          history: service.history.shuffled(using: &chance),
          scope: service.scope.map { scope($0) },
          invalidSince: service.invalidSince.shuffled(using: &chance)))
    }
    return TrustedEntity(
      names: entity.names, address: entity.address, informationURI: entity.informationURI,
      services: services.shuffled(using: &chance))
  }

  private mutating func scope(_ scope: Scope) -> Scope {
    Scope(
      jurisdiction: scope.jurisdiction, agency: scope.agency, subject: scope.subject,
      purposes: scope.purposes.shuffled(using: &chance),
      policies: scope.policies.shuffled(using: &chance),
      maximumPathLength: scope.maximumPathLength, keyAlgorithms: scope.keyAlgorithms,
      labels: scope.labels, pins: scope.pins.shuffled(using: &chance),
      requiresTimeStamp: scope.requiresTimeStamp,
      invalidSince: scope.invalidSince.shuffled(using: &chance))
  }
}
