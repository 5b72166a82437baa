import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance
import Testing

@Suite struct ExclusionsTests {
  private static let size = 10_000
  private static let extent = range(100, 50)
  private static let contents = range(8_000, 200)

  private static func range(_ start: Int, _ length: Int) -> ByteRange {
    ByteRange(start: start, length: length) ?? ByteRange(first: 0)
  }

  /// A located store: a box of 40 bytes and what stands behind it.
  private static func store(
    tail: [UInt8] = [], permitted: [ByteRange] = [], defects: [Note] = []
  ) -> LocatedStore {
    let box: [UInt8] = [0, 0, 0, 40] + Array("jumb".utf8) + [UInt8](repeating: 7, count: 32)
    return LocatedStore(
      bytes: box + tail, extent: extent, permitted: permitted, defects: defects)
  }

  private func code(
    _ declared: [ByteRange], _ located: LocatedStore?, size: Int = size, hasUpdates: Bool = false
  ) -> StatusCode? {
    do throws(Problem) {
      _ = try Exclusions(declared, located: located, size: size, hasUpdates: hasUpdates)
      return nil
    } catch { return error.code }
  }

  @Test func `exactly the located store may be left out`() throws {
    let checked = try Exclusions([Self.extent], located: Self.store(), size: Self.size)
    #expect(checked.ranges == [Self.extent])
    #expect(checked.onlyStoreExcluded && !checked.hasAdditional)
  }

  @Test func `a range that another reader takes for the store's may be left out in its place`()
    throws
  {
    let other = Self.range(99, 51)
    let store = LocatedStore(
      bytes: Self.store().bytes, extent: Self.extent, alternatives: [other])
    for declared in [Self.extent, other] {
      let checked = try Exclusions([declared], located: store, size: Self.size)
      #expect(checked.ranges == [declared])
      #expect(checked.onlyStoreExcluded && !checked.hasAdditional)
    }
    #expect(code([other, Self.extent], store) == .assertionDataHashMalformed)
    #expect(code([Self.range(98, 52)], store) == .assertionDataHashMismatch)
  }

  private static let wrong: [(String, [ByteRange], StatusCode)] = [
    ("nothing", [], .assertionDataHashMismatch),
    ("one byte more", [range(100, 51)], .assertionDataHashMismatch),
    ("one byte less", [range(100, 49)], .assertionDataHashMismatch),
    ("one byte before", [range(99, 51)], .assertionDataHashMismatch),
    ("another place", [range(400, 50)], .assertionDataHashMismatch),
    ("two halves", [range(100, 25), range(125, 25)], .assertionDataHashMismatch),
    ("the whole file", [range(0, size)], .assertionDataHashMismatch),
    ("behind the end", [extent, range(9_999, 2)], .assertionDataHashMismatch),
    ("far behind the end", [extent, range(.max - 5, 5)], .assertionDataHashMismatch),
    ("unsorted", [range(300, 5), extent], .assertionDataHashMalformed),
    ("overlapping", [extent, range(149, 5)], .assertionDataHashMalformed),
    ("twice the same", [extent, extent], .assertionDataHashMalformed),
  ]

  @Test(arguments: wrong)
  func `any other range is refused`(what: String, declared: [ByteRange], expected: StatusCode) {
    #expect(code(declared, Self.store()) == expected, "\(what)")
  }

  @Test func `a million ranges are refused`() {
    let declared = Array(repeating: Self.range(0, 0), count: 1_000_000)
    #expect(code(declared, Self.store()) == .assertionDataHashMalformed)
  }

  @Test func `ranges beside the store are said, and rule out official`() throws {
    let declared = [Self.range(10, 5), Self.extent, Self.contents]
    let checked = try Exclusions(declared, located: Self.store(), size: Self.size)
    #expect(checked.hasAdditional && !checked.onlyStoreExcluded)
    #expect(checked.ranges == declared)
  }

  @Test func `a range that the profile permits is said, but does not rule out official`() throws {
    let located = Self.store(permitted: [Self.contents])
    let checked = try Exclusions([Self.extent, Self.contents], located: located, size: Self.size)
    #expect(checked.hasAdditional && checked.onlyStoreExcluded)
    let shifted = [Self.extent, Self.range(8_000, 201)]
    let other = try Exclusions(shifted, located: located, size: Self.size)
    #expect(!other.onlyStoreExcluded)
  }

  @Test func `a store outside the file may leave out nothing`() throws {
    #expect(code([Self.extent], nil) == .assertionDataHashMismatch)
    #expect(code([Self.range(0, 1)], nil) == .assertionDataHashMismatch)
    let checked = try Exclusions([Self.range(5, 0)], located: nil, size: Self.size)
    #expect(checked.ranges.isEmpty && checked.onlyStoreExcluded)
  }

  @Test func `behind the store only zeros may stand`() {
    #expect(code([Self.extent], Self.store(tail: [0, 0, 0])) == nil)
    #expect(code([Self.extent], Self.store(tail: [0, 1, 0])) == .assertionDataHashMismatch)
  }

  @Test(arguments: [[], [0, 0, 0, 9], [0, 0, 0, 7, 1, 1, 1, 1], [0, 0, 0, 0, 1, 1, 1, 1]])
  func `a store whose length does not fit is refused`(bytes: [UInt8]) {
    let located = LocatedStore(bytes: bytes, extent: Self.extent)
    #expect(code([Self.extent], located) == .assertionDataHashMismatch)
  }

  @Test func `a store with a damaged frame is refused`() {
    let located = Self.store(defects: [Note(PNGCode.storeCRC, "wrong")])
    #expect(code([Self.extent], located) == .assertionDataHashMismatch)
  }

  @Test func `after updates the store counts with its length of today`() throws {
    let declared = [Self.range(100, 30), Self.range(500, 10)]
    let checked = try Exclusions(
      declared, located: Self.store(), size: Self.size, hasUpdates: true)
    #expect(checked.ranges == [Self.extent, Self.range(520, 10)])
    #expect(code(declared, Self.store()) == .assertionDataHashMismatch)
    // A store that shrank pulls what follows it along.
    let shrunk = try Exclusions(
      [Self.range(100, 600), Self.range(700, 10)], located: Self.store(), size: Self.size,
      hasUpdates: true)
    #expect(shrunk.ranges == [Self.extent, Self.range(150, 10)])
  }
}
