import BroadsealBytes
import BroadsealOpenSSL

/// A path that was proved, from an end-entity certificate to an anchor that was given.
struct ChainPath: Sendable, Hashable {
  /// End entity first, anchor last.
  let certificates: [Certificate]
  /// First moment at which every certificate of the path is valid.
  let notBefore: UTCTime
  /// Last moment at which every certificate of the path is valid.
  let notAfter: UTCTime

  /// Proves a path by RFC 5280 §6 to one of `anchors`; the wall clock is not read.
  ///
  /// - Parameters:
  ///   - helpers: certificates that may stand between.
  ///   - time: when the certificates must be valid; nil: they need not be.
  ///   - isStrict: whether the certificates themselves must keep RFC 5280 §4 to the letter.
  ///   - allowsWeak: whether keys and signatures may be of any strength; see `weakness`.
  init(
    of leaf: Certificate, through helpers: [Certificate], to anchors: AnchorStore,
    at time: UTCTime? = nil, isStrict: Bool = false, allowsWeak: Bool = false
  ) throws(ChainFailure) {
    certificates = try CertificateChain.validate(
      leaf: leaf, intermediates: helpers, anchors: anchors, at: time ?? leaf.notBefore,
      ignoringTime: time == nil, strict: isStrict, allowingWeak: allowsWeak
    ).get()
    notBefore = certificates.map(\.notBefore).max() ?? leaf.notBefore
    notAfter = certificates.map(\.notAfter).min() ?? leaf.notAfter
  }

  /// Whether every certificate of the path is valid at `time`.
  func isValid(at time: UTCTime) -> Bool { notBefore <= time && time <= notAfter }

  /// Algorithms below the anchor that can be broken, each once. The anchor is taken for what it is: a list
  /// names it, and nobody asks who signed it.
  var weakness: [String] {
    certificates.dropLast().flatMap(\.weakness).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// The certificate that the path ends at.
  var anchor: Certificate? { certificates.last }
}
