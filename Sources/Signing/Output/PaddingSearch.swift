/// Shares zeros out between the two paddings of a signature (C2PA 2.4 §10.3, `pad` and `pad2`) so
/// that a framed store has one exact length.
///
/// As text a zero takes three bytes, so that zeros alone reach only every third length. The header
/// of a padding takes one, two or three bytes more by the length that it states. With the first
/// padding near `aim`, or with more than 4,200 zeros in all, some share reaches each of the three
/// remainders; only between 7,900 and 8,300 zeros one of them stays out of reach now and then.
struct PaddingSearch {
  /// What the search came to.
  enum Result {
    /// A store that fills the room.
    case exact([UInt8])
    /// No share fills it; a store that leaves some of it.
    case shorter([UInt8])
    /// Even the store without padding is longer than the room.
    case tooLong
  }

  /// What came of it.
  let result: Result

  /// Zeros in the first padding of a sample: the middle of the lengths that the header of a byte
  /// string states in two bytes, of which the second is below 16.
  static let aim = 263

  /// Lengths of the second padding whose headers take more or less; nil for none.
  private static let seconds: [Int?] = [
    nil, 0, 64, 8, 24, 256, 300, 1_024, 2_048, 3_072, 3_840, 4_096, 4_112,
    4_140,
  ]
  /// Steps towards the length for one second padding; two are usual.
  private static let steps = 6

  /// Searches for a store that is `room` bytes long as text.
  ///
  /// - Parameters:
  ///   - store: the store with that many zeros in the first and in the second padding; nil and nil
  ///     for none.
  ///   - length: its length as text.
  init(
    room: Int, store: (_ first: Int?, _ second: Int?) -> [UInt8], length: ([UInt8]) -> Int
  ) {
    let bare = store(nil, nil)
    let shortest = length(bare)
    guard shortest <= room else {
      result = .tooLong
      return
    }
    if shortest == room {
      result = .exact(bare)
      return
    }
    for second in PaddingSearch.seconds {
      var first = max(0, (room - shortest) / 3 - (second ?? 0))
      for _ in 0..<PaddingSearch.steps {
        let candidate = store(first, second)
        let missing = room - length(candidate)
        if missing == 0 {
          result = .exact(candidate)
          return
        }
        let step = missing > 0 ? missing / 3 : (missing - 2) / 3
        guard step != 0, first + step >= 0 else { break }
        first += step
      }
    }
    result = .shorter(bare)
  }
}
