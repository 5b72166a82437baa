/// The way from a certificate to its root by names and keys, among certificates that are known.
///
/// Nothing else of X.509 is asked, so that a way proves nothing: it says what whoever proves it later has to have.
/// Of several ways the shortest is taken, and of those the one whose certificates are valid longest: the order in
/// which certificates are known decides nothing.
package struct IssuerWay: Sendable {
  /// The certificate itself, then those above it.
  package let certificates: [Certificate]
  /// Whether it ends in a root, or in a certificate that is accepted as one.
  package let isComplete: Bool

  /// Certificates in one way.
  private static let maximumLength = 16
  /// Certificates whose issuers are looked for: a stranger's file may hold thousands of one name.
  private static let maximumLooks = 48

  /// Finds the way of `leaf`.
  ///
  /// - Parameters:
  ///   - known: certificates among which issuers are looked for.
  ///   - isAccepted: whether a way may end in a certificate that is no root, where it reaches none.
  package init(
    of leaf: Certificate, among known: [Certificate],
    orEndingIn isAccepted: (Certificate) -> Bool = { _ in false }
  ) {
    var found = [(certificate: leaf, below: -1, length: 1)]
    var left = Set(known).subtracting([leaf])
    var end: Int?
    var place = 0
    // Level by level, so that what ends first is shortest.
    while place < found.count, place < IssuerWay.maximumLooks {
      let (certificate, _, length) = found[place]
      if certificate.isSelfSigned {
        end = place
        break
      }
      if length < IssuerWay.maximumLength {
        let above = left.filter(certificate.isIssued)
        left.subtract(above)
        found += above.sorted(by: IssuerWay.isPreferred).map { ($0, place, length + 1) }
      }
      place += 1
    }
    let accepted = found.indices.filter { isAccepted(found[$0].certificate) }
    isComplete = end != nil || !accepted.isEmpty
    let last =
      end ?? IssuerWay.farthest(accepted, found) ?? IssuerWay.farthest(found.indices, found)
    var way: [Certificate] = []
    var step = last ?? 0
    while step >= 0 {
      way.append(found[step].certificate)
      step = found[step].below
    }
    certificates = way.reversed()
  }

  private static func farthest(
    _ places: some Sequence<Int>, _ found: [(certificate: Certificate, below: Int, length: Int)]
  ) -> Int? {
    places.max {
      found[$0].length < found[$1].length || found[$0].length == found[$1].length && $0 > $1
    }
  }

  private static func isPreferred(_ one: Certificate, to other: Certificate) -> Bool {
    one.notAfter != other.notAfter
      ? one.notAfter > other.notAfter : one.der.lexicographicallyPrecedes(other.der)
  }
}
