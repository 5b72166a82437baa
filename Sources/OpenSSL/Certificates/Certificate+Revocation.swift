import BroadsealBytes

/// Where a certificate says that its revocation can be asked for. Its own text: nobody has to believe
/// it, and whoever follows it bounds where it may lead.
extension Certificate {
  /// Addresses of OCSP responders, in order (authority information access, RFC 5280 §4.2.2.1).
  package var ocspAddresses: [String] {
    values(of: "1.3.6.1.5.5.7.1.1").flatMap { value in
      var outer = DERReader(value)
      var found: [String] = []
      guard var list = try? outer.enter() else { return found }
      while !list.isAtEnd {
        guard var access = try? list.enter(), let method = try? access.objectIdentifier(),
          let (tag, contents) = try? access.next()
        else { break }
        if method == "1.3.6.1.5.5.7.48.1", tag == DERTag.contextPrimitive(6) {
          found.append(String(decoding: contents, as: UTF8.self))
        }
      }
      return found
    }
  }

  /// Addresses of revocation lists, in order (CRL distribution points, RFC 5280 §4.2.1.13); points
  /// that hold only some reasons, or are signed by others, are left out.
  package var crlAddresses: [String] {
    points.filter { $0.tag == DERTag.contextPrimitive(6) }
      .map { String(decoding: $0.name, as: UTF8.self) }
  }

  /// Full names of the same points, each a `GeneralName` in DER.
  var distributionPoints: [[UInt8]] { points.map { DERWriter.element($0.tag, $0.name) } }

  private var points: [(tag: UInt8, name: ArraySlice<UInt8>)] {
    values(of: "2.5.29.31").flatMap { value in
      var outer = DERReader(value)
      var found: [(tag: UInt8, name: ArraySlice<UInt8>)] = []
      guard var list = try? outer.enter() else { return found }
      while !list.isAtEnd {
        guard var point = try? list.enter() else { break }
        guard var name = try? point.enter(DERTag.context(0)), point.isAtEnd,
          var full = try? name.enter(DERTag.context(0))
        else { continue }
        while let (tag, contents) = try? full.next() { found.append((tag, contents)) }
      }
      return found
    }
  }

  /// Whether nobody need ask about its own revocation, as an issuer may say of its responder
  /// (id-pkix-ocsp-nocheck, RFC 6960 §4.2.2.2.1).
  package var needsNoAnswer: Bool { !values(of: "1.3.6.1.5.5.7.48.1.5").isEmpty }

  private func values(of identifier: String) -> [[UInt8]] {
    extensions.filter { $0.objectIdentifier == identifier }.map(\.value)
  }
}
