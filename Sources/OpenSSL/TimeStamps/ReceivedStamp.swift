package import BroadsealBytes

/// A time stamp token of somebody else (RFC 3161 §2.4.2), read as `ReceivedMessage` reads: what it
/// stamps and whether its signature holds are computed, however it is written.
///
/// Whether its authority is to be believed, and its time with it, is asked of a `TimeStampToken`.
package struct ReceivedStamp: Sendable {
  /// The message.
  package let message: ReceivedMessage
  /// The hash function of the imprint; nil when it is none that is computed here.
  package let hash: HashFunction?
  /// The time that it states.
  package let generated: UTCTime

  private let information: [UInt8]
  private let imprint: [UInt8]

  /// Reads a bare token; throws when the bytes are no token.
  package init(_ bytes: [UInt8]) throws(Malformed) {
    message = try ReceivedMessage(bytes)
    guard message.contentType == CMSName.timeStampInfo, let content = message.content,
      let info = try? TimeStampInfo(content)
    else { throw Malformed("it stamps nothing", at: 0) }
    information = content
    hash = HashFunction(objectIdentifier: info.hashIdentifier)
    imprint = info.imprint
    generated = info.generated
  }

  /// Proves the token over something with the hash value `value`, by `hash`.
  ///
  /// - Parameter signer: the authority's certificate; nil when nobody has it.
  package func outcome(ofHash value: [UInt8], signer: Certificate?) -> MessageOutcome {
    guard value == imprint else {
      return .differs("the bytes that it covers are not those that were stamped")
    }
    guard let hash = message.hash, let content = hash.value(of: information) else {
      return message.outcome(ofHash: [], signer: signer)
    }
    return message.outcome(ofHash: content, signer: signer)
  }

  /// Proves the token over something with the hash value `value`, with every certificate that fits.
  package func proved(
    ofHash value: [UInt8], among others: [Certificate]
  ) -> ReceivedMessage.Proof {
    message.proved(among: others) { outcome(ofHash: value, signer: $0) }
  }
}
