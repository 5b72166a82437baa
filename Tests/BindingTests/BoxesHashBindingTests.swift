import BroadsealBinding
import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import Testing

@Suite struct BoxesHashBindingTests {
  /// A file of boxes: `A` 0..<10, the store 10..<20, `B` 20..<30, `C` 30..<40.
  private struct Boxes: Carrier {
    let list: [NamedBox]

    init(_ source: ByteSource) throws(DocumentError) { list = [] }
    init(_ list: [NamedBox]) { self.list = list }

    static func metadata(of source: ByteSource) -> [ByteRange] { [] }
    func locate() throws(DocumentError) -> StoreLocation { .none }
    func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
      throw .storeSize(size)
    }
    func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
      throw .storeSize(0)
    }
    func removal() throws(DocumentError) -> [Piece]? { nil }
    func namedBoxes() throws(DocumentError) -> [NamedBox]? { list }
  }

  private let bytes = (0..<40).map { UInt8($0) }

  private static func box(_ name: String, _ start: Int, _ length: Int = 10) -> NamedBox {
    NamedBox(name: name, range: ByteRange(start: start, length: length) ?? ByteRange(first: 0))
  }

  private static let plain = [box("A", 0), box("C2PA", 10), box("B", 20), box("C", 30)]

  private func entry(
    _ names: [String], _ range: Range<Int>, without holes: [Range<Int>] = [],
    with more: [String: CBOR.Value] = [:]
  ) throws -> CBOR.Value {
    let kept = range.filter { index in !holes.contains { $0.contains(index) } }.map { bytes[$0] }
    let hash = try Digest.of(kept, .sha256).bytes
    let fields: [(String, CBOR.Value?)] = [
      ("names", .array(names.map(CBOR.Value.text))), ("hash", .bytes(hash)), ("pad", .bytes([])),
    ]
    return .map(CBOR.Map(fields + more.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
  }

  private static let storeEntry: CBOR.Value = [
    "names": ["C2PA"], "hash": .bytes([0]), "pad": .bytes([]),
  ]

  private func codes(_ entries: [CBOR.Value], boxes: [NamedBox] = plain) throws -> [StatusCode] {
    try outcome(entries, boxes: boxes).statuses.map(\.code)
  }

  private func outcome(_ entries: [CBOR.Value], boxes: [NamedBox] = plain, alg: String? = "sha256")
    throws -> BindingOutcome
  {
    let fields: [(String, CBOR.Value?)] = [
      ("boxes", .array(entries)), ("alg", alg.map(CBOR.Value.text)),
    ]
    let hash = try BoxesHash(.map(CBOR.Map(fields)))
    let extent = try #require(ByteRange(start: 10, length: 10))
    let located = LocatedStore(bytes: [0, 0, 0, 8, 1, 1, 1, 1], extent: extent)
    let subject = BindingSubject(
      source: ByteSource(bytes: bytes), located: located, carrier: Boxes(boxes),
      claimAlgorithm: nil)
    var buffer: [UInt8] = []
    return try BoxesHashBinding.verify(hash, subject, wantsFileDigest: true, through: &buffer)
  }

  @Test func `boxes one by one or in runs match`() throws {
    let head = try entry(["A"], 0..<10)
    for tail in [
      [try entry(["B"], 20..<30), try entry(["C"], 30..<40)], [try entry(["B", "C"], 20..<40)],
    ] {
      let outcome = try outcome([head, Self.storeEntry] + tail)
      #expect(outcome.matches && outcome.onlyStoreExcluded)
      #expect(outcome.statuses.map(\.code) == [.assertionBoxesHashMatch])
      #expect(try outcome.fileDigest == Digest.of(bytes, .sha256))
    }
  }

  @Test func `a run hashes what stands between its boxes, single boxes do not`() throws {
    let boxes = [Self.box("A", 0), Self.box("C2PA", 10), Self.box("B", 20, 5), Self.box("C", 30)]
    let head = [try entry(["A"], 0..<10), Self.storeEntry]
    let run = try outcome(head + [try entry(["B", "C"], 20..<40)], boxes: boxes)
    #expect(run.matches && run.onlyStoreExcluded)
    let single = try outcome(
      head + [try entry(["B"], 20..<25), try entry(["C"], 30..<40)], boxes: boxes)
    #expect(single.matches && !single.onlyStoreExcluded)
  }

  @Test func `a box that is not listed is unknown, wherever it stands`() throws {
    let (a, b, c) = (
      try entry(["A"], 0..<10), try entry(["B"], 20..<30), try entry(["C"], 30..<40)
    )
    #expect(try codes([a, Self.storeEntry, b]) == [.assertionBoxesHashUnknownBox])
    #expect(try codes([a, Self.storeEntry, c]) == [.assertionBoxesHashUnknownBox])
    #expect(try codes([a, b, c]) == [.assertionBoxesHashUnknownBox])
  }

  @Test func `a box that is missing, out of order or changed is a mismatch`() throws {
    let (a, b, c) = (
      try entry(["A"], 0..<10), try entry(["B"], 20..<30), try entry(["C"], 30..<40)
    )
    let store = Self.storeEntry
    #expect(try codes([a, store, b, c, a]) == [.assertionBoxesHashMismatch])
    #expect(try codes([a, store, b, try entry(["D"], 30..<40)]) == [.assertionBoxesHashMismatch])
    #expect(try codes([a, store, b, try entry(["C"], 29..<39)]) == [.assertionBoxesHashMismatch])
    #expect(try codes([a, store, c, b]).first != .assertionBoxesHashMatch)
  }

  @Test func `an excluded box or range is said and rules out official`() throws {
    let head = [try entry(["A"], 0..<10), Self.storeEntry]
    let hole: CBOR.Value = [["start": 2, "length": 3, "boxIndex": 1]]
    for tail in [
      [try entry(["B"], 0..<1, with: ["excluded": .boolean(true)]), try entry(["C"], 30..<40)],
      [try entry(["B", "C"], 20..<40, without: [32..<35], with: ["exclusions": hole])],
    ] {
      let outcome = try outcome(head + tail)
      #expect(outcome.matches && !outcome.onlyStoreExcluded)
      #expect(
        outcome.statuses.map(\.code) == [
          .assertionBoxesHashMatch, .assertionBoxesHashAdditionalExclusionsPresent,
        ])
    }
  }

  private static let ranges: [(CBOR.Value, StatusCode)] = [
    ([["start": 2, "length": 3]], .assertionBoxesHashMalformed),
    ([["start": 2, "length": 3, "boxIndex": 2]], .assertionBoxesHashMalformed),
    ([["start": 2, "length": 3, "boxIndex": -1]], .assertionBoxesHashMalformed),
    ([["start": 8, "length": 3, "boxIndex": 0]], .assertionBoxesHashMismatch),
    (
      [["start": 2, "length": 3, "boxIndex": 1], ["start": 2, "length": 3, "boxIndex": 0]],
      .assertionBoxesHashMalformed
    ),
    (
      [["start": 2, "length": 3, "boxIndex": 0], ["start": 4, "length": 3, "boxIndex": 0]],
      .assertionBoxesHashMalformed
    ),
  ]

  @Test(arguments: ranges)
  func `a range that is not inside one box in order is refused`(
    value: CBOR.Value, expected: StatusCode
  ) throws {
    let head = [try entry(["A"], 0..<10), Self.storeEntry]
    #expect(
      try codes(head + [try entry(["B", "C"], 20..<40, with: ["exclusions": value])]) == [expected])
  }

  @Test func `the store stands alone and is the located one`() throws {
    let a = try entry(["A"], 0..<10)
    let tail = [try entry(["B", "C"], 20..<40)]
    #expect(
      try codes([try entry(["A", "C2PA"], 0..<20)] + tail) == [.assertionBoxesHashMalformed])
    let elsewhere = [
      Self.box("A", 0), Self.box("C2PA", 10, 9), Self.box("B", 20), Self.box("C", 30),
    ]
    #expect(
      try codes([a, Self.storeEntry] + tail, boxes: elsewhere) == [.assertionBoxesHashMismatch])
  }

  @Test func `what follows the boxes can be listed as one, and must be the last`() throws {
    let head = [try entry(["A"], 0..<10), Self.storeEntry]
    let boxes = [Self.box("A", 0), Self.box("C2PA", 10), Self.box("B", 20)]
    for all in [boxes + [Self.box("c2pa.after", 30)], boxes + [Self.box("SOI", 30)]] {
      let b = try entry(["B"], 20..<30)
      let outcome = try outcome(head + [b, try entry(["c2pa.after"], 30..<40)], boxes: all)
      #expect(outcome.matches && outcome.onlyStoreExcluded)
      #expect(try codes(head + [b], boxes: all) == [.assertionBoxesHashUnknownBox])
      #expect(
        try codes(head + [try entry(["c2pa.after"], 20..<40), b], boxes: all)
          == [.assertionBoxesHashMalformed])
    }
  }

  @Test func `without an algorithm anywhere nothing can be checked`() throws {
    let outcome = try outcome(
      [try entry(["A"], 0..<10), Self.storeEntry, try entry(["B", "C"], 20..<40)], alg: nil)
    #expect(outcome.statuses.map(\.code) == [.algorithmUnsupported])
  }
}
