package import BroadsealBytes
package import BroadsealOpenSSL

/// Whose PDF signatures a service of a government list vouches for: the extension `org.broadseal.seal`.
///
/// It stands in the place of a scope: a service speaks for labels or for seals, and a CA that does both
/// is listed twice. Deny by default, as for labels.
package struct SealScope: Hashable, Sendable {
  /// Name of the extension in `ServiceInformationExtensions` (ETSI TS 119 602).
  package static let extensionName = "org.broadseal.seal"

  /// What it shares with the scope of labels. It allows no label; its pins are the listed keys.
  package let scope: Scope
  /// The only keys that may seal, each with its period. Empty: any that the rest allows.
  package let keys: [SealKey]
  /// Purposes (object identifiers) a certificate may have, and no other; nil: those made for documents.
  package let purposes: [String]?
  /// Whether a certificate may name no purpose at all.
  package let allowsNoPurpose: Bool
  /// The kinds of PDF signature that count.
  package let kinds: [SealKind]
  /// The most that a seal may permit afterwards (`P` of `DocMDP`); nil: it need not certify.
  package let certification: Int?
  /// Whether the certificate must say that it is one for electronic seals (ETSI EN 319 412-5).
  package let mustBeQualified: Bool

  /// A scope of seals; see the properties.
  package init(
    scope: Scope, keys: [SealKey] = [], purposes: [String]? = nil, allowsNoPurpose: Bool = true,
    kinds: [SealKind] = SealKind.usual, certification: Int? = nil, mustBeQualified: Bool = false
  ) {
    self.scope = scope
    self.keys = keys
    self.purposes = purposes
    self.allowsNoPurpose = allowsNoPurpose
    self.kinds = kinds
    self.certification = certification
    self.mustBeQualified = mustBeQualified
  }

  /// The listed key of `certificate`; nil when its key is not listed by itself.
  package func key(of certificate: Certificate) -> SealKey? {
    keys.isEmpty ? nil : keys.first { certificate.publicKey.isNamed(by: $0.digest) }
  }

  /// The rules that `chain` (signer first, listed CA last) does not keep; empty when it matches.
  ///
  /// Where the key itself is listed, the list names agency and country: then the certificate's own
  /// country and the way in which its name is written are not asked, and the certificate may stand on the
  /// list itself.
  package func mismatches(chain: [Certificate]) -> [ScopeMismatch] {
    guard let leaf = chain.first, key(of: leaf) != nil else {
      return scope.mismatches(chain: chain)
    }
    return scope.mismatches(chain: chain.count == 1 ? [leaf, leaf] : chain)
      .filter { $0.code != .country && $0.code != .subjectSyntax }
  }

  /// Whether `certificate` is made for what its owner does with it here: no purpose that is not allowed,
  /// and none at all only where the list says so.
  package func allowsPurposes(of certificate: Certificate) -> Bool {
    guard let found = certificate.extendedKeyUsage else { return allowsNoPurpose }
    let allowed = purposes ?? Purpose.ofDocuments
    return !found.isEmpty && found.allSatisfy(allowed.contains)
  }
}

/// A key that seals documents, and when it does.
package struct SealKey: Hashable, Sendable {
  /// How the time of a key ended.
  package enum Ending: String, CaseIterable, Sendable {
    /// It was taken out of service as planned: what it sealed before stays good.
    case inOrder = "in-order"
    /// Somebody else may have it: what has no trusted time counts for nothing.
    case compromised
  }

  /// SHA-256 of its SubjectPublicKeyInfo, lower-case hexadecimal.
  package let digest: String
  /// The first moment at which it seals; nil: that of its certificate.
  package let from: UTCTime?
  /// The moment at which it no longer seals; nil: that of its certificate.
  package let to: UTCTime?
  /// How its time ended; nil: it has not, or nothing is said.
  package let ending: Ending?

  /// A key with its period.
  package init(_ digest: String, from: UTCTime? = nil, to: UTCTime? = nil, ending: Ending? = nil) {
    self.digest = digest
    self.from = from
    self.to = to
    self.ending = ending
  }

  /// What it withdraws everywhere: a compromised key from its end on; nil otherwise.
  package var withdrawal: Invalidation? {
    guard ending == .compromised, let to else { return nil }
    return Invalidation(.key(digest), date: to, reason: .keyCompromise)
  }

  /// Whether `time` lies within its period.
  package func isInForce(at time: UTCTime) -> Bool {
    (from.map { $0 <= time } ?? true) && (to.map { time < $0 } ?? true)
  }
}

/// A kind of PDF signature that can be a seal (ISO 32000-2 §12.8.3), by the name that files give it.
package enum SealKind: String, CaseIterable, Sendable {
  /// A message over the document.
  case message = "adbe.pkcs7.detached"
  /// The same as PAdES has it.
  case advanced = "ETSI.CAdES.detached"
  /// A message over the SHA-1 of the document: weak.
  case digestMessage = "adbe.pkcs7.sha1"

  /// Those that count where a list does not say.
  package static let usual: [SealKind] = [.message, .advanced]
}

extension Purpose {
  /// Authentic documents, by the maker of PDF.
  package static let authenticDocuments = "1.2.840.113583.1.1.5"

  /// Purposes that are made for documents: what a seal's certificate may have where a list does not say.
  package static let ofDocuments = [documentSigning, authenticDocuments]
}
