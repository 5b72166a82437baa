import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import TestSupport
import Testing

@testable import BroadsealBinding

/// The numbers that were worked out by hand, and what is said of bindings that hold less.
@Suite struct BMFFHashBindingTests {
  private static let head =
    MediaFile.type() + MediaFile.provenance("manifest", [UInt8](repeating: 0, count: 19))
    + MediaFile.box("moov", MediaFile.box("mvhd", [UInt8](repeating: 0, count: 100)))
  private static let media = Array("0123456789".utf8)
  private static let file = head + MediaFile.box("free", []) + MediaFile.largeBox("mdat", media)

  private static func exclusion(_ path: String) -> CBOR.Value { ["xpath": .text(path)] }
  private static let own: CBOR.Value = [
    "xpath": "/uuid", "data": [["offset": 8, "value": .bytes(MediaFile.provenance)]],
  ]
  private static let mediaData: CBOR.Value = [
    "xpath": "/mdat", "subset": [["offset": 16, "length": 0]],
  ]
  private static let usual = [own, exclusion("/mfra")]

  private static func hash(
    _ exclusions: [CBOR.Value], _ hash: String?, trees: [CBOR.Value] = []
  ) -> CBOR.Value {
    .map(
      CBOR.Map([
        ("exclusions", .array(exclusions)), ("alg", "sha256"),
        ("hash", hash.flatMap { Hex.decode($0) }.map(CBOR.Value.bytes)),
        ("merkle", trees.isEmpty ? nil : .array(trees)),
      ]))
  }

  private static func verify(
    _ value: CBOR.Value, _ file: [UInt8], as label: String = BMFFHash.label
  ) throws -> BindingOutcome {
    let source = ByteSource(bytes: file)
    let subject = BindingSubject(
      source: source, located: nil, carrier: try BMFFCarrier(source), claimAlgorithm: nil,
      label: label)
    var buffer: [UInt8] = []
    return try BMFFHashBinding.verify(value, subject, wantsFileDigest: true, through: &buffer)
  }

  private static func codes(_ value: CBOR.Value, _ file: [UInt8]) throws -> [StatusCode] {
    try verify(value, file).statuses.map(\.code)
  }

  private static let flat = "638f3245ecfe4e333bfd749372a1d3bd331db1623610b9ec132180a060b5c656"

  @Test("the file of the worked numbers is the one")
  func sample() throws {
    #expect(Self.file.count == 234)
    let digest = try Digest.of(Self.file, .sha256).bytes
    #expect(
      Hex.encode(digest) == "b536dae6212d46841be8b8a0ecc78a2fea72c96add9e67764a1276e2fc8fe52a")
  }

  private static let lists: [([CBOR.Value], String)] = [
    (usual, flat),
    (
      usual + [exclusion("/ftyp")],
      "cf6b90e67d9c2b92aa2e065eb83488585e64f2f76eb7cfa26a9253851ab28f81"
    ),
    (
      usual + ["/ftyp", "/free", "/skip"].map(exclusion),
      "f2e727ac6c2628e49cbd8f961e51623ec66c8bca40606118a17314e7b2a85726"
    ),
  ]

  @Test("each list of exclusions has its hash", arguments: lists)
  func flat(_ exclusions: [CBOR.Value], _ hash: String) throws {
    #expect(try Self.codes(Self.hash(exclusions, hash), Self.file) == [.assertionBmffHashMatch])
    var changed = Self.file
    changed[changed.count - 1] ^= 1
    #expect(try Self.codes(Self.hash(exclusions, hash), changed) == [.assertionBmffHashMismatch])
  }

  @Test("a hash without the offsets of boxes is none")
  func offsets() throws {
    let without = "26fd7d1c67c7db697efbd0076c42cd2408a1946d66a6dc50ffb430e327544bf9"
    #expect(
      try Self.codes(Self.hash(Self.usual, without), Self.file) == [.assertionBmffHashMismatch])
  }

  private static let unreadable: [CBOR.Value] = {
    let overlapping: CBOR.Value = [
      "xpath": "/mdat", "subset": [["offset": 4, "length": 8], ["offset": 8, "length": 0]],
    ]
    let negative: CBOR.Value = ["xpath": "/mdat", "subset": [["offset": 4, "length": -1]]]
    let short: CBOR.Value = ["xpath": "/mdat", "flags": .bytes([0, 0])]
    let paths = ["moov/udta", "//udta", "/moov/*", "/moov[0]", "/moov[01]", "/", "", "/moov/"]
    return [hash(usual, nil), hash([], flat)]
      + [overlapping, negative, short].map { hash([$0], flat) }
      + paths.map { hash([exclusion($0)], flat) }
  }()

  @Test("what binds nothing, or cannot be read, is malformed", arguments: unreadable)
  func malformed(_ value: CBOR.Value) throws {
    #expect(try Self.codes(value, Self.file) == [.assertionBmffHashMalformed])
  }

  private static func openHash() throws -> String {
    // The hash of a file whose free and media data are left out.
    var bytes: [UInt8] = []
    for range in [0..<20, 84..<200] {
      bytes += BMFFExclusions.prefix(range.lowerBound) + file[range]
    }
    return Hex.encode(try Digest.of(bytes, .sha256).bytes)
  }

  @Test("a hash that leaves the media out says so, and binds it not")
  func media() throws {
    let exclusions = Self.usual + [Self.exclusion("/free"), Self.exclusion("/mdat")]
    let outcome = try Self.verify(Self.hash(exclusions, try Self.openHash()), Self.file)
    #expect(
      outcome.statuses.map(\.code) == [
        .assertionBmffHashMatch, .assertionBmffHashAdditionalExclusionsPresent,
      ])
    #expect(!outcome.onlyStoreExcluded)
    #expect(outcome.deviations.contains(Note(BMFFCode.mediaOpen)))
  }

  private static let rows: [[String]] = [
    [
      "938db8c9f82c8cb58d3f3ef4fd250036a48d26a712753d2fde5abd03a85cabf4",
      "535fa30d7e25dd8a49f1536779734ec8286108d115da5045d77f3b4185d8f790",
      "811786ad1ae74adfdd20dd0372abaaebc6246e343aebd01da0bfc4c02bf0106c",
      "49d180ecf56132819571bf39d9b7b342522a2ac6d23c1418d3338251bfe469c8",
      "cd70bea023f752a0564abb6ed08d42c1440f2e33e29914e55e0be1595e24f45a",
    ],
    [
      "f16689fdb29d871013c77feede7231de127b7a2e8b4a9c020375408cfb51a241",
      "61230e0f5214aa9787bf585a4a911d51932b15e86485dbe7485afd74dff51202",
      "cd70bea023f752a0564abb6ed08d42c1440f2e33e29914e55e0be1595e24f45a",
    ],
    ["6d04c92c42edf4e3d97108aa3bf0d874e5364b60e22356dbe8b740e2440fb196"],
  ]

  private static func bytes(_ row: [String]) -> [[UInt8]] { row.map { Hex.decode($0) ?? [] } }

  private static func tree(
    _ hashes: [[UInt8]], count: Int = 5, size: CBOR.Value? = 2, localID: Int = 0
  ) -> CBOR.Value {
    .map(
      CBOR.Map([
        ("uniqueId", 0), ("localId", CBOR.Value(localID)), ("count", CBOR.Value(count)),
        ("hashes", .array(hashes.map(CBOR.Value.bytes))), ("fixedBlockSize", size),
      ]))
  }

  private static let beside = "28f24e76cae4ea3fd747855b6cb8465d7afd999f8a80f04f8708c116c496f936"

  @Test(
    "a tree over blocks of the media is checked by its leaves, and both hash and tree are needed")
  func leaves() throws {
    let exclusions = Self.usual + [Self.mediaData]
    let tree = Self.tree(Self.bytes(Self.rows[0]))
    let value = Self.hash(exclusions, Self.beside, trees: [tree])
    let outcome = try Self.verify(value, Self.file)
    #expect(outcome.statuses.map(\.code) == [.assertionBmffHashMatch])
    for offset in [Self.file.count - 1, Self.file.count - 10] {
      var changed = Self.file
      changed[offset] ^= 1
      #expect(try Self.codes(value, changed) == [.assertionBmffHashMismatch])
    }
    let alone = try Self.verify(Self.hash(exclusions, nil, trees: [tree]), Self.file)
    #expect(alone.deviations.contains(Note(BMFFCode.structureOpen)))
    #expect(!alone.onlyStoreExcluded)
  }

  @Test("a row above the leaves needs the boxes that lead to it")
  func proofs() throws {
    let exclusions = Self.usual + [Self.mediaData]
    let leaves = Self.bytes(Self.rows[0]).flatMap(\.self)
    for row in [1, 2] {
      let nodes = Self.bytes(Self.rows[row])
      let rows = try #require(try MerkleRows(above: leaves, toRowOf: nodes.count, .sha256))
      #expect(rows.top == nodes.flatMap(\.self))
      let value = Self.hash(exclusions, Self.beside, trees: [Self.tree(nodes)])
      #expect(try Self.codes(value, Self.file) == [.assertionBmffHashMalformed])
      let boxes = (0..<5).map { Self.leaf($0, rows.proof(at: $0)) }
      let whole = Self.file + boxes.flatMap(\.self)
      let outcome = try Self.verify(value, whole)
      #expect(outcome.statuses.map(\.code) == [.assertionBmffHashMatch])
      #expect(!outcome.leftOut.contains { $0.start >= Self.file.count })
      let swapped = Self.file + [0, 1, 2, 4, 3].flatMap { boxes[$0] }
      #expect(try Self.codes(value, swapped) == [.assertionBmffHashMalformed])
      let short = Self.file + boxes.dropLast().flatMap(\.self)
      #expect(try Self.codes(value, short) == [.assertionBmffHashMalformed])
      let wrong = Self.file + (boxes.dropLast() + [Self.leaf(4, [leaves])]).flatMap(\.self)
      #expect(try Self.codes(value, wrong) == [.assertionBmffHashMismatch])
    }
  }

  private static func leaf(_ location: Int, _ proof: [[UInt8]]) -> [UInt8] {
    let map = CBOR.Map([
      ("uniqueId", 0), ("localId", 0), ("location", CBOR.Value(location)),
      ("hashes", proof.isEmpty ? nil : .array(proof.map(CBOR.Value.bytes))),
    ])
    return MediaFile.provenance(
      "merkle", CBOR.Encoder.encode(.map(map)) + [0, 0, 0], firstTree: nil)
  }

  @Test("forged counts and sizes of trees are malformed, and cost nothing")
  func forged() throws {
    let exclusions = Self.usual + [Self.mediaData]
    let row = Self.bytes(Self.rows[0])
    let trees: [CBOR.Value] = [
      Self.tree(row, count: 4), Self.tree(row, count: 6), Self.tree(row, count: .max),
      Self.tree(row, size: 0), Self.tree(row, size: 3), Self.tree(row, localID: 5),
      Self.tree(row, count: 0), Self.tree([row[0] + [0]], count: 1), Self.tree([], count: 5),
    ]
    for tree in trees {
      let value = Self.hash(exclusions, Self.beside, trees: [tree])
      #expect(try Self.codes(value, Self.file) == [.assertionBmffHashMalformed])
    }
    let two = Self.hash(exclusions, Self.beside, trees: [Self.tree(row), Self.tree(row)])
    #expect(try Self.codes(two, Self.file) == [.assertionBmffHashMismatch])
  }

  @Test("trees of version 2 over samples are not judged, and what stands around them is")
  func samples() throws {
    let exclusions = Self.usual + [Self.mediaData]
    let tree = Self.tree(Self.bytes(Self.rows[0]), size: nil, localID: 1)
    let value = Self.hash(exclusions, Self.beside, trees: [tree])
    let outcome = try Self.verify(value, Self.file, as: BMFFHash.olderLabel)
    #expect(outcome.limit != nil)
    #expect(!outcome.statuses.contains { $0.code.kind == .failure })
    var changed = Self.file
    changed[9] ^= 1
    let other = try Self.verify(value, changed, as: BMFFHash.olderLabel)
    #expect(other.statuses.map(\.code) == [.assertionBmffHashMismatch])
    // Version 3 says how media is cut, so that there it is malformed.
    #expect(try Self.codes(value, Self.file) == [.assertionBmffHashMalformed])
  }

  @Test("a proof leads from a leaf to a row, and no other does")
  func proof() throws {
    let leaves = Self.bytes(Self.rows[0])
    let rows = try #require(
      try MerkleRows(above: leaves.flatMap(\.self), toRowOf: 1, .sha256))
    let root = Self.bytes(Self.rows[2])
    for location in leaves.indices {
      let proof = rows.proof(at: location)
      #expect(proof.count == (location == 4 ? 1 : 3))
      func holds(_ place: Int, _ leaf: [UInt8], _ proof: [[UInt8]]) throws -> Bool {
        try MerkleProof.holds(leaf, at: place, of: 5, proof: proof, row: root, .sha256)
      }
      #expect(try holds(location, leaves[location], proof))
      #expect(try !holds(location, leaves[location], proof + [root[0]]))
      #expect(try !holds(location, leaves[location], Array(proof.dropLast())))
      #expect(try !holds(5, leaves[location], proof))
      #expect(try !holds(location ^ 1, leaves[location], proof))
    }
  }

  @Test("the fragments of one file are bound with what stands before them")
  func fragments() throws {
    let pieces = (0..<2).map { number in
      (
        Self.leaf(number, []),
        MediaFile.box("moof", MediaFile.box("mfhd", [UInt8](repeating: UInt8(number), count: 8))),
        MediaFile.box("mdat", [UInt8(number), 9])
      )
    }
    let file = Self.head + pieces.flatMap { $0.0 + $0.1 + $0.2 }
    func digest(_ boxes: [(Int, [UInt8])]) throws -> [UInt8] {
      try Digest.of(boxes.flatMap { BMFFExclusions.prefix($0.0) + $0.1 }, .sha256).bytes
    }
    let opening = try digest([(0, Array(Self.head[..<20])), (84, Array(Self.head[84...]))])
    var offset = Self.head.count
    var leaves: [[UInt8]] = []
    for (leaf, moof, mdat) in pieces {
      let start = offset + leaf.count
      leaves.append(try digest([(start, moof), (start + moof.count, mdat)]))
      offset = start + moof.count + mdat.count
    }
    func value(_ opening: [UInt8]?, _ leaves: [[UInt8]]) -> CBOR.Value {
      Self.hash(
        Self.usual, nil,
        trees: [
          .map(
            CBOR.Map([
              ("uniqueId", 0), ("localId", 0), ("count", 2),
              ("initHash", opening.map(CBOR.Value.bytes)),
              ("hashes", .array(leaves.map(CBOR.Value.bytes))),
            ]))
        ])
    }
    #expect(try Self.codes(value(opening, leaves), file) == [.assertionBmffHashMatch])
    #expect(try Self.codes(value(nil, leaves), file) == [.assertionBmffHashMalformed])
    #expect(try Self.codes(value(leaves[0], leaves), file) == [.assertionBmffHashMismatch])
    #expect(try Self.codes(value(opening, leaves.reversed()), file) == [.assertionBmffHashMismatch])
    let dropped = Array(file.dropLast(pieces[1].0.count + pieces[1].1.count + pieces[1].2.count))
    #expect(try Self.codes(value(opening, leaves), dropped) == [.assertionBmffHashMalformed])
    // Without its fragments it is what it was, and nobody can tell about them.
    let outcome = try Self.verify(value(opening, leaves), Self.head)
    #expect(outcome.limit != nil)
  }
}
