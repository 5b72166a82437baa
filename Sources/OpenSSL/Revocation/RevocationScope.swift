import BroadsealBytes

/// Of which certificates and reasons a revocation list speaks, and which of them it leaves to others (RFC 5280 §5.2).
///
/// What a list names it revokes, whatever its scope: this is about what it leaves out.
package struct RevocationScope: Hashable, Sendable {
  /// Of whose certificates it speaks (`IssuingDistributionPoint`, RFC 5280 §5.2.5).
  package enum Certificates: Hashable, Sendable {
    /// Of all.
    case all
    /// `onlyContainsUserCerts`.
    case users
    /// `onlyContainsCACerts`.
    case authorities
    /// `onlyContainsAttributeCerts`: of none that anybody signs with.
    case attributes
  }

  /// Whether it only tells what changed since another list (RFC 5280 §5.2.4), marked critical or not.
  package private(set) var isDelta = false
  /// Whether everything that limits it was understood: no unknown critical extension, one distribution point.
  package private(set) var isUnderstood = true
  /// Of whose certificates it speaks.
  package private(set) var certificates = Certificates.all
  /// Whether it leaves out a reason for which somebody may revoke (`onlySomeReasons`).
  package private(set) var lacksReasons = false
  /// The names of its distribution point, each a `GeneralName` in DER; nil when it names none.
  package private(set) var points: [[UInt8]]?

  /// Extensions that are read here, or that limit nothing: the CRL number, the issuer's other names and its key's
  /// identifier.
  private static let harmless: Set<String> = ["2.5.29.18", "2.5.29.20", "2.5.29.35"]
  private static let delta = "2.5.29.27"
  private static let point = "2.5.29.28"

  /// What the extensions of a list say.
  package init(_ extensions: [CertificateExtension]) {
    for found in extensions {
      switch found.objectIdentifier {
      case Self.delta: isDelta = true
      case Self.point:
        do throws(Malformed) { try read(found.value) } catch { isUnderstood = false }
      default:
        if found.isCritical, !Self.harmless.contains(found.objectIdentifier) {
          isUnderstood = false
        }
      }
    }
    if extensions.count(where: { $0.objectIdentifier == Self.point }) > 1 { isUnderstood = false }
  }

  /// Why the list says nothing of a certificate that it does not name; nil when it then says that it is good.
  ///
  /// - Parameters:
  ///   - certificate: a certificate of the list's own issuer.
  ///   - issuer: who issued it.
  func limit(for certificate: Certificate, issuer: Certificate) -> RevocationLimit? {
    guard isUnderstood else { return .unknown }
    guard !isDelta else { return .delta }
    switch certificates {
    case .all: break
    case .users: if certificate.isCA { return .users }
    case .authorities: if !certificate.isCA { return .authorities }
    case .attributes: return .attributes
    }
    guard !lacksReasons else { return .reasons }
    guard let points else { return nil }
    // A certificate whose extension names no point is one of a point by its issuer's name (RFC 5280 §6.3.3).
    let own =
      certificate.distributionPoints
      + [DERWriter.element(DERTag.context(4), issuer.subjectDER)]
    return points.contains(where: own.contains) ? nil : .point
  }

  private mutating func read(_ value: [UInt8]) throws(Malformed) {
    var outer = DERReader(value)
    var fields = try outer.enter()
    try outer.expectEnd()
    while !fields.isAtEnd {
      let (tag, contents) = try fields.next()
      switch tag {
      case DERTag.context(0): points = try Self.names(contents)
      case DERTag.contextPrimitive(1): take(.users, if: contents)
      case DERTag.contextPrimitive(2): take(.authorities, if: contents)
      case DERTag.contextPrimitive(3): lacksReasons = !Self.isEveryReason(contents)
      // An indirect list names with each entry whose certificate it is.
      case DERTag.contextPrimitive(4): break
      case DERTag.contextPrimitive(5): take(.attributes, if: contents)
      default: isUnderstood = false
      }
    }
  }

  /// More than one kind is none (RFC 5280 §5.2.5).
  private mutating func take(_ kind: Certificates, if flag: ArraySlice<UInt8>) {
    guard flag.contains(where: { $0 != 0 }) else { return }
    if certificates != .all { isUnderstood = false }
    certificates = kind
  }

  /// The full names of a distribution point; a name relative to the issuer's is not looked up.
  private static func names(_ contents: ArraySlice<UInt8>) throws(Malformed) -> [[UInt8]] {
    var choice = DERReader(contents)
    guard choice.nextTag == DERTag.context(0) else { return [] }
    var full = try choice.enter(DERTag.context(0))
    var names: [[UInt8]] = []
    while !full.isAtEnd {
      let (tag, name) = try full.next()
      names.append(DERWriter.element(tag, name))
    }
    return names
  }

  /// Whether each reason from keyCompromise to aACompromise is among them, bits 1 to 8 (RFC 5280 §4.2.1.13).
  private static func isEveryReason(_ bits: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(bits.dropFirst())
    return (1...8).allSatisfy { bit in
      bytes.indices.contains(bit / 8) && bytes[bit / 8] & (0x80 >> UInt8(bit % 8)) != 0
    }
  }
}
