public import BroadsealBytes

/// What "official" rests on when a moment of the past is judged by evidence that was kept.
public struct OfficialBasis: Sendable, Hashable {
  /// A time in which something counts.
  public struct Period: Sendable, Hashable {
    /// Its first moment.
    public let from: UTCTime
    /// Its end.
    public let to: UTCTime

    /// A period between two moments.
    public init(from: UTCTime, to: UTCTime) {
      self.from = from
      self.to = to
    }
  }

  /// An answer that speaks for the signer's certificate.
  public struct Answer: Sendable, Hashable {
    /// When it was known to be right.
    public let thisUpdate: UTCTime
    /// When newer information was promised; nil: at any time.
    public let nextUpdate: UTCTime?

    /// An answer between two moments.
    public init(thisUpdate: UTCTime, nextUpdate: UTCTime?) {
      self.thisUpdate = thisUpdate
      self.nextUpdate = nextUpdate
    }
  }

  /// The moment that was judged.
  public let judged: UTCTime
  /// When the list was in force.
  public let list: Period
  /// When the signer's chain was valid below the list's anchor.
  public let signer: Period
  /// When the time-stamp authority's certificate was valid; nil without a stamp.
  public let authority: Period?
  /// Answers that say that the signer's certificate was not revoked.
  public let answers: [Answer]

  /// A basis as it was proved.
  public init(
    judged: UTCTime, list: Period, signer: Period, authority: Period?, answers: [Answer]
  ) {
    self.judged = judged
    self.list = list
    self.signer = signer
    self.authority = authority
    self.answers = answers
  }
}
