package import BroadsealBytes

/// The files of the segments of one film, in the order in which they are played.
///
/// A label binds what segments hold and which comes after which; how their files are called it does not
/// bind. Players go by the number or the time in the names (`$Number$` and `$Time$` of a DASH template), so
/// names that are alike but for numbers give the order: `seg2` before `seg10`. Other names give none.
package struct SegmentList: Hashable, Sendable {
  /// The files.
  package let paths: [FilePath]
  /// Whether it is known that they are played in this order.
  package let isOrdered: Bool

  /// None.
  package static let none = SegmentList(inOrder: [])

  /// Files that are played in this order.
  package init(inOrder paths: [FilePath]) {
    self.paths = paths
    isOrdered = true
  }

  /// Files in any order: their names give it.
  package init(named paths: [FilePath]) {
    let names = paths.map { (path: $0, parts: SegmentName(Array($0.name))) }
      .sorted { ($0.parts, $0.path) < ($1.parts, $1.path) }
    self.paths = names.map(\.path)
    let shapes = Set(names.map(\.parts.texts))
    let numbers = Set(names.map(\.parts.numbers))
    isOrdered = shapes.count <= 1 && numbers.count == names.count
  }

  /// What is said of a film whose label speaks of segments, where none are at hand.
  package static let isNeeded = "the segments that the label is about are in files of their own"

  /// Whether there are no files.
  package var isEmpty: Bool { paths.isEmpty }
}

/// A name as texts and the numbers between them.
private struct SegmentName: Comparable {
  /// What stands between the numbers; one more than there are numbers.
  let texts: [[UInt8]]
  /// Numbers, without leading zeros, as digits.
  let numbers: [[UInt8]]

  init(_ name: [UInt8]) {
    var texts: [[UInt8]] = [[]]
    var numbers: [[UInt8]] = []
    var isInNumber = false
    for byte in name {
      let isDigit = (0x30...0x39).contains(byte)
      switch (isDigit, isInNumber) {
      case (true, true): numbers[numbers.count - 1].append(byte)
      case (true, false): numbers.append([byte])
      case (false, true): texts.append([byte])
      case (false, false): texts[texts.count - 1].append(byte)
      }
      isInNumber = isDigit
    }
    if isInNumber { texts.append([]) }
    self.texts = texts
    self.numbers = numbers.map { Array($0.drop { $0 == 0x30 }) }
  }

  static func < (left: SegmentName, right: SegmentName) -> Bool {
    for index in 0..<max(left.texts.count, right.texts.count) {
      guard index < left.texts.count else { return true }
      guard index < right.texts.count else { return false }
      if left.texts[index] != right.texts[index] {
        return left.texts[index].lexicographicallyPrecedes(right.texts[index])
      }
      guard index < left.numbers.count, index < right.numbers.count else { continue }
      let (one, two) = (left.numbers[index], right.numbers[index])
      if one.count != two.count { return one.count < two.count }
      if one != two { return one.lexicographicallyPrecedes(two) }
    }
    return left.numbers.count < right.numbers.count
  }
}
