import BroadsealBytes

/// What makes one manifest differ from every other: its name, its instance, its salts.
struct ManifestIdentity {
  /// UUID in the manifest's name (C2PA 2.4 §8.2).
  let manifest: String
  /// UUID of the asset's instance, and of the content where the label has no name for it.
  let instance: String

  private var salts: ArraySlice<UInt8>

  /// Bytes of a salt (C2PA 2.4 §8.4.2.3).
  private static let saltSize = 16

  /// An identity with salts for `assertions`.
  init(assertions: Int, _ environment: Environment) throws(SigningError) {
    let random = try environment.random(32 + assertions * ManifestIdentity.saltSize)
    manifest = ManifestIdentity.uuid(random[..<16])
    instance = ManifestIdentity.uuid(random[16..<32])
    salts = random[32...]
  }

  /// A salt that was not used yet; nil when all are used.
  mutating func nextSalt() -> [UInt8]? {
    guard salts.count >= ManifestIdentity.saltSize else { return nil }
    defer { salts = salts.dropFirst(ManifestIdentity.saltSize) }
    return Array(salts.prefix(ManifestIdentity.saltSize))
  }

  /// A version 4 UUID of 16 random bytes (RFC 9562 §5.4).
  private static func uuid(_ random: ArraySlice<UInt8>) -> String {
    var bytes = Array(random)
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text: [UInt8] = []
    for (index, digit) in Hex.encode(bytes).utf8.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append(UInt8(ascii: "-")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
