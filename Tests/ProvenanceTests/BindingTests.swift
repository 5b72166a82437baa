import BroadsealBytes
import BroadsealCBOR
import BroadsealNotes
import BroadsealProvenance
import Testing

@Suite("Bindings")
struct BindingTests {
  private static func exclusion(_ start: Int, _ length: Int) -> ByteRange? {
    ByteRange(start: start, length: length)
  }

  @Test("a data hash reads back as it was written, its padding always there")
  func roundTripsDataHash() throws {
    let range = try #require(Self.exclusion(33, 70_000))
    let hash = DataHash(
      exclusions: [range], algorithm: "sha384", hash: [1, 2], name: "store", pad: [0, 0],
      pad2: [0])
    let bytes = CBOR.Encoder.encode(hash.asValue)
    #expect(bytes.count == hash.encodedSize)
    #expect(try DataHash(CBOR.Decoder.decode(bytes)) == hash)
    let bare = DataHash(exclusions: [], algorithm: "sha256", hash: [1])
    #expect(bare.asValue.map?.textKeys.sorted() == ["alg", "hash", "pad"])
  }

  @Test("padding reaches every size from the bare one up, and none below it")
  func padsToEverySize() throws {
    let range = try #require(Self.exclusion(0, 1))
    let bare = DataHash(
      exclusions: [range], algorithm: "sha256", hash: [UInt8](repeating: 9, count: 32))
    for size in bare.encodedSize..<(bare.encodedSize + 700) {
      let padded = try #require(bare.padded(toSize: size))
      #expect(padded.encodedSize == size)
      #expect(padded.hash == bare.hash)
      #expect(padded.exclusions == bare.exclusions)
      #expect((padded.pad + (padded.pad2 ?? [])).allSatisfy { $0 == 0 })
    }
    for size in [65_000, 65_612, 65_613, 65_614, 65_615, 65_616, 70_000] {
      #expect(bare.padded(toSize: size)?.encodedSize == size)
    }
    #expect(bare.padded(toSize: bare.encodedSize - 1) == nil)
  }

  @Test("the size of a data hash with its final numbers is reached from one with none")
  func keepsSizeAsNumbersGrow() throws {
    let unknown = DataHash(
      exclusions: [try #require(Self.exclusion(0, 0))], algorithm: "sha256",
      hash: [UInt8](repeating: 0, count: 32), pad: [UInt8](repeating: 0, count: 16))
    let known = DataHash(
      exclusions: [try #require(Self.exclusion(3_000_000_000, 90_000))], algorithm: "sha256",
      hash: [UInt8](repeating: 7, count: 32))
    #expect(known.padded(toSize: unknown.encodedSize)?.encodedSize == unknown.encodedSize)
  }

  private static let sound: CBOR.Value = [
    "exclusions": [["start": 1, "length": 2]], "alg": "sha256", "hash": .bytes([1]),
    "pad": .bytes([]),
  ]

  @Test(
    "a data hash that cannot be read has the standard's code",
    arguments: [
      ("exclusions", 1, .assertionDataHashMalformed),
      ("exclusions", [["start": -1, "length": 2]], .assertionDataHashMalformed),
      ("exclusions", [["start": 1, "length": -2]], .assertionDataHashMalformed),
      ("exclusions", [["start": 1]], .assertionDataHashMalformed),
      ("exclusions", [["start": .unsigned(.max), "length": 1]], .assertionDataHashMalformed),
      (
        "exclusions", [["start": .unsigned(UInt64(Int64.max)), "length": 1]],
        .assertionDataHashMalformed
      ),
      ("exclusions", [["start": .float(1), "length": 1]], .assertionDataHashMalformed),
      ("hash", nil, .assertionDataHashMismatch), ("hash", .null, .assertionDataHashMismatch),
      ("hash", "abc", .assertionDataHashMalformed), ("alg", 1, .assertionDataHashMalformed),
    ] as [(String, CBOR.Value?, StatusCode)])
  func refusesDataHash(_ key: String, _ field: CBOR.Value?, _ code: StatusCode) {
    let value = Fixture.changing(Self.sound, key, to: field)
    let problem = #expect(throws: Problem.self) { try DataHash(value) }
    #expect(problem?.code == code)
  }

  @Test("a data hash without exclusions, or with null for them, leaves nothing out")
  func readsNoExclusions() throws {
    for field: CBOR.Value? in [nil, .null, []] {
      #expect(try DataHash(Fixture.changing(Self.sound, "exclusions", to: field)).exclusions == [])
    }
  }

  @Test("a box hash is read entry by entry")
  func readsBoxesHash() throws {
    let hash = try BoxesHash([
      "alg": "sha256",
      "boxes": [
        ["names": ["PNGh", "IHDR"], "hash": .bytes([1]), "pad": .bytes([])],
        ["names": ["C2PA"], "hash": .bytes([0]), "excluded": true],
        [
          "names": ["IDAT"], "hash": .bytes([2]), "alg": "sha512",
          "exclusions": [["start": 4, "length": 5]],
        ],
      ],
    ])
    #expect(hash.boxes.map(\.names) == [["PNGh", "IHDR"], ["C2PA"], ["IDAT"]])
    #expect(hash.boxes.map(\.isExcluded) == [false, true, false])
    #expect(hash.boxes.map(\.algorithm) == [nil, nil, "sha512"])
    #expect(hash.boxes[2].exclusions.map(\.range) == [try #require(Self.exclusion(4, 5))])
    #expect(hash.algorithm == "sha256")
  }

  @Test(
    "a box hash that cannot be read is malformed",
    arguments: [
      [:], ["boxes": []], ["boxes": [["hash": .bytes([1])]]],
      ["boxes": [["names": [], "hash": .bytes([1])]]],
      ["boxes": [["names": [1], "hash": .bytes([1])]]],
      ["boxes": [["names": ["SOI"], "hash": .bytes([1]), "excluded": 1]]],
    ] as [CBOR.Value])
  func refusesBoxesHash(_ value: CBOR.Value) {
    let problem = #expect(throws: Problem.self) { try BoxesHash(value) }
    #expect(problem?.code == .assertionBoxesHashMalformed)
  }

  @Test("an entry without a hash matches nothing")
  func judgesMissingHash() {
    let problem = #expect(throws: Problem.self) {
      try BoxesHash(["boxes": [["names": ["SOI"]]]])
    }
    #expect(problem?.code == .assertionBoxesHashMismatch)
  }

  @Test("a collection is read from a list and from a map, and no file of it may climb")
  func readsCollections() throws {
    let list = try CollectionHash([
      "uris": [["uri": "word/document.xml", "hash": .bytes([1]), "size": 5]],
      "zip_central_directory_hash": .bytes([2]),
    ])
    let map = try CollectionHash([
      "uris": ["word/document.xml": ["hash": .bytes([1]), "size": 5, "dc:format": .null]],
      "zip_central_directory_hash": .bytes([2]),
    ])
    #expect(list.members == map.members && !list.isMap && map.isMap)
    for uri in ["../x", "a/./b", ".", "a/.."] {
      let problem = #expect(throws: Problem.self) {
        try CollectionHash(["uris": [["uri": .text(uri), "hash": .bytes([1])]]])
      }
      #expect(problem?.code == .assertionCollectionHashInvalidURI)
    }
    #expect(throws: Problem.self) { try CollectionHash(["uris": []]) }
    #expect(throws: Problem.self) { try CollectionHash(["uris": [["uri": "x"]]]) }
  }

  @Test("the bindings of other formats are read as far as they can be shown")
  func readsOthers() throws {
    let bmff = try BMFFHash([
      "exclusions": [
        ["xpath": "/uuid", "data": [["offset": 8, "value": .bytes([1])]], "exact": .null],
        ["xpath": "/mdat", "subset": [["offset": 16, "length": 0]]],
      ], "hash": .bytes([1]),
    ])
    #expect(bmff.exclusions.map(\.xpath) == ["/uuid", "/mdat"])
    #expect(bmff.exclusions[1].subset?.first?.offset == 16)
    #expect(throws: Problem.self) { try BMFFHash(["hash": .bytes([1])]) }
    #expect(throws: Problem.self) { try BMFFHash(["exclusions": [["xpath": "/uuid"]]]) }
    let parts = try MultiAssetHash([
      "parts": [
        [
          "location": ["byteOffset": 0, "length": 5],
          "hashAssertion": ["url": "self#jumbf=x", "hash": .bytes([1])],
        ]
      ]
    ])
    #expect(parts.parts.first?.isOptional == false)
    #expect(throws: Problem.self) { try MultiAssetHash(["parts": [["location": [:]]]]) }
    let segment = try SegmentHash([
      "version": 1, "hash": .bytes([1]), "segmentStart": 0, "segmentEnd": 10,
    ])
    #expect(segment.end == 10)
    #expect(throws: Problem.self) {
      try SegmentHash(["version": 1, "hash": .bytes([1]), "segmentStart": 11, "segmentEnd": 10])
    }
  }
}
