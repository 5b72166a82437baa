import BroadsealBytes
import BroadsealJUMBF
import Testing

/// A box by hand: its length, its type, its payload.
func box(_ type: String, _ payload: [UInt8], length: UInt32? = nil) -> [UInt8] {
  var writer = ByteWriter()
  writer.writeBigEndian(length ?? UInt32(payload.count + 8))
  writer.write(type)
  writer.write(payload)
  return writer.bytes
}

/// The payload of a description by hand.
func description(
  toggles: UInt8 = 0x03, label: [UInt8]? = Array("c2pa\0".utf8), rest: [UInt8] = []
) -> [UInt8] {
  ContentUUID.manifestStore.bytes + [toggles] + (label ?? []) + rest
}

@Suite("Reading superboxes")
struct SuperboxTests {
  private static let jumd = box("jumd", description())

  @Test("a superbox keeps its payload and its boxes exactly as received")
  func keepsBytes() throws {
    let inner = Writer.superbox(.cbor, label: "a", [Writer.box(.cbor, [0xA0])])
    let unknown = box("what", [1, 2, 3])
    let bytes = Writer.superbox(.manifestStore, label: "c2pa", [inner, unknown])
    let superbox = try Superbox.parse(bytes)
    #expect(Array(superbox.raw) == bytes)
    #expect(Array(superbox.payload) == Array(bytes.dropFirst(8)))
    #expect(superbox.description.type == .manifestStore)
    #expect(superbox.label == "c2pa")
    #expect(superbox.superboxes.map { Array($0.raw) } == [inner])
    #expect(superbox.superboxes.first?.offset == 8 + Self.jumd.count)
    #expect(superbox.superboxes.first?.first(.cbor)?.payload == [0xA0])
    #expect(superbox.boxes.map { Array($0.raw) } == [unknown])
    #expect(superbox.boxes.first?.type.description == "what")
  }

  @Test("a long header is read, and its 16 bytes are no part of the payload")
  func readsLongHeader() throws {
    var writer = ByteWriter()
    writer.writeBigEndian(UInt32(1))
    writer.write("jumb")
    writer.writeBigEndian(UInt64(16 + Self.jumd.count))
    writer.write(Self.jumd)
    let superbox = try Superbox.parse(writer.bytes)
    #expect(Array(superbox.payload) == Self.jumd)
  }

  @Test(
    "a salt of 16 or 32 bytes comes back; the toggles say that it is there",
    arguments: [16, 32])
  func readsSalt(_ count: Int) throws {
    let salt = [UInt8](repeating: 7, count: count)
    let superbox = try Superbox.parse(
      Writer.superbox(.cbor, label: "x", salt: salt, [Writer.box(.cbor, [0xA0])]))
    #expect(superbox.description.salt == salt)
    #expect(superbox.description.toggles == 0x13)
  }

  @Test("identifier and hash are read where the toggles announce them")
  func readsIdentifierAndHash() throws {
    let hash = [UInt8](repeating: 9, count: 32)
    let bytes = box(
      "jumb", box("jumd", description(toggles: 0x0F, rest: [0, 0, 1, 0] + hash)))
    let superbox = try Superbox.parse(bytes)
    #expect(superbox.description.identifier == 256)
    #expect(superbox.description.hash == hash)
  }

  @Test(
    "what is no sound superbox is refused with its reason",
    arguments: [
      ([], "unexpected end of data"),
      (box("jumb", []), "unexpected end of data"),
      (box("jumb", jumd, length: 0), "a box has no length"),
      (box("jumb", jumd, length: 7), "a box is shorter than its header"),
      (box("jumb", jumd, length: 0xFFFF_FFFF), "a box is longer than the bytes that hold it"),
      (box("jumb", jumd + [0]), "unexpected end of data"),
      (
        box("jumb", jumd + box("cbor", [], length: 9)),
        "a box is longer than the bytes that hold it"
      ),
      (box("jumb", jumd) + [1], "bytes after the outermost box"),
      (box("cbor", [0xA0]), "the outermost box is no superbox"),
      (box("jumb", box("cbor", [0xA0])), "a superbox does not start with its description"),
      (
        box("jumb", [0, 0, 0, 1] + "jumd".utf8 + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]),
        "a box is shorter than its header"
      ),
      (
        [0, 0, 0, 1] + "jumb".utf8 + [0, 0, 0, 0, 0, 0, 0, 15],
        "a box is shorter than its header"
      ),
      (box("jumb", box("jumd", [1, 2, 3])), "unexpected end of data"),
      (
        box("jumb", box("jumd", description(toggles: 0x23))),
        "unknown toggles in a box description"
      ),
      (box("jumb", box("jumd", description(label: Array("c2pa".utf8)))), "a label has no end"),
      (
        box("jumb", box("jumd", description(label: [0]))),
        "a label is empty or holds a character it may not hold"
      ),
      (
        box("jumb", box("jumd", description(label: Array("a/b\0".utf8)))),
        "a label is empty or holds a character it may not hold"
      ),
      (
        box("jumb", box("jumd", description(label: [0xFF, 0]))), "a label is not valid UTF-8"
      ),
      (
        box("jumb", box("jumd", description(rest: [1]))), "bytes after a box description"
      ),
      (
        box("jumb", box("jumd", description(toggles: 0x13, rest: box("c2sh", [1, 2])))),
        "a salt is neither 16 nor 32 bytes, or comes twice"
      ),
    ] as [([UInt8], String)])
  func refuses(_ bytes: [UInt8], _ reason: String) {
    let error = #expect(throws: Malformed.self) { try Superbox.parse(bytes) }
    #expect(error?.reason == reason)
  }

  @Test("zeros may follow where the format pads a store, and nothing else may")
  func readsPaddedStore() throws {
    let bytes = box("jumb", Self.jumd)
    _ = try Superbox.parse(bytes + [0, 0, 0], allowTrailingZeros: true)
    #expect(throws: Malformed.self) { try Superbox.parse(bytes + [0, 0, 0]) }
    #expect(throws: Malformed.self) {
      try Superbox.parse(bytes + [0, 1, 0], allowTrailingZeros: true)
    }
  }

  @Test("nesting is limited to 32 superboxes")
  func limitsDepth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      (1..<depth).reduce(box("jumb", Self.jumd)) { inner, _ in box("jumb", Self.jumd + inner) }
    }
    _ = try Superbox.parse(nested(32))
    #expect(throws: Malformed.self) { try Superbox.parse(nested(33)) }
    #expect(throws: Malformed.self) { try Superbox.parse(nested(2_000)) }
  }

  @Test("the number of boxes is limited")
  func limitsCount() throws {
    let free = box("free", [])
    func filled(_ count: Int) -> [UInt8] {
      box("jumb", Self.jumd + Array(repeatElement(free, count: count).joined()))
    }
    _ = try Superbox.parse(filled(Limits.maximumBoxCount - 2))
    #expect(throws: Malformed.self) { try Superbox.parse(filled(Limits.maximumBoxCount - 1)) }
  }

  @Test("every truncation is refused")
  func refusesTruncation() {
    let bytes = Writer.superbox(
      .manifestStore, label: "c2pa",
      [Writer.superbox(.cbor, label: "a", [Writer.box(.cbor, [0xA0])])])
    for count in 0..<bytes.count {
      #expect(throws: Malformed.self) { try Superbox.parse(Array(bytes.prefix(count))) }
    }
  }
}
