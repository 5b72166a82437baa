import BroadsealOpenSSL

/// The ways from signers of PDF documents, and from the authorities that stamp them, to what the user
/// believes in.
enum SignerChains {
  /// A signer's certificate and those among `others` that stand above it, on whatever way: documents that
  /// were stamped often bring more certificates than a chain may have.
  ///
  /// Those that lead to an anchor come first, so that no number of twins, which have an authority's name and
  /// key and lead nowhere, leaves them out.
  ///
  /// - Parameters:
  ///   - anchors: what the user gave.
  ///   - chains: knows who was found to have issued whom: the seals of one document as a rule bring the
  ///     same certificates.
  static func line(
    of signer: Certificate, among others: [Certificate], below anchors: [Certificate],
    by chains: ChainProver
  ) -> [Certificate] {
    var line = [signer]
    let leading = leading(others, to: anchors, by: chains)
    extend(&line, by: leading, chains)
    extend(&line, by: others, chains)
    return line
  }

  /// `line` and those of `others` that stand above it.
  private static func extend(
    _ line: inout [Certificate], by others: [Certificate], _ chains: ChainProver
  ) {
    var place = 0
    while place < line.count {
      for other in others
      where line.count < SignerCredential.maximumChainLength && !line.contains(other)
        && chains.isIssued(line[place], by: other)
      { line.append(other) }
      place += 1
    }
  }

  /// Those of `others` that are anchors or were issued by one, directly or by others of them. A twin that
  /// leads nowhere is not among them, since its issuer's signature has to hold.
  private static func leading(
    _ others: [Certificate], to anchors: [Certificate], by chains: ChainProver
  ) -> [Certificate] {
    var open = others
    var found: [Certificate] = []
    var above = anchors
    for _ in 0..<SignerCredential.maximumChainLength where !above.isEmpty && !open.isEmpty {
      let next = open.filter { other in
        above.contains { other == $0 || chains.isIssued(other, by: $0) }
      }
      open.removeAll(where: next.contains)
      for certificate in next where !found.contains(certificate) { found.append(certificate) }
      above = next
    }
    return found
  }

  /// The shortest way from `credential` to an anchor, a strong one where there is one.
  ///
  /// - Parameter isStamp: whether it made a time stamp.
  static func chain(
    of credential: SignerCredential, isStamp: Bool, in context: ValidationContext
  ) -> SignerChain {
    let sets =
      isStamp
      ? [context.timeStampAnchors] : [context.claimAnchors] + context.lists.map(\.seals)
    let anchors = sets.compactMap(\.self)
    let issuer = credential.leaf.issuer.description
    guard !anchors.isEmpty else {
      return SignerChain(issuer: issuer, links: [], failure: "no list and no anchor was given")
    }
    for allowsWeak in [false, true] {
      let paths = anchors.flatMap {
        context.chains.everyPath(of: credential, to: $0, allowsWeak: allowsWeak)
      }.map { path in (path, path.certificates.map(\.sha256)) }
      let nearest = paths.min { first, second in
        first.1.count == second.1.count
          ? first.1.lexicographicallyPrecedes(second.1) : first.1.count < second.1.count
      }
      if let (path, digests) = nearest {
        let links = zip(path.certificates, digests).map {
          SignerChain.Link(subject: $0.subject.description, sha256: $1)
        }
        return SignerChain(issuer: issuer, links: links, failure: nil)
      }
    }
    return SignerChain(
      issuer: issuer, links: [], failure: "no chain leads to an anchor that was given")
  }
}
