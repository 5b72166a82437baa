import BroadsealCBOR

extension BMFFHash {
  /// Boxes left out, by their path.
  package struct Exclusion: Hashable, Sendable {
    /// Bytes that a box must have.
    package struct Match: Hashable, Sendable {
      /// Where they stand, from the start of the box.
      package let offset: Int
      /// The bytes.
      package let value: [UInt8]

      /// Bytes of a box.
      package init(offset: Int, value: [UInt8]) {
        self.offset = offset
        self.value = value
      }
    }

    /// A part of a box.
    package struct Part: Hashable, Sendable {
      /// Where it begins, from the start of the box.
      package let offset: Int
      /// How long it is; 0 for all that follows.
      package let length: Int

      /// A part of a box.
      package init(offset: Int, length: Int) {
        self.offset = offset
        self.length = length
      }
    }

    /// Path of the box from the root: `/uuid`, `/mdat[1]`.
    package let xpath: String
    /// Length of the whole box, where only one of that length is left out.
    package let length: Int?
    /// Bytes that the box must have.
    package let data: [Match]
    /// Parts of the box that are left out; all of it when nil.
    package let subset: [Part]?
    /// Version that the box must have.
    package let version: Int?
    /// Flags that the box must have: three bytes.
    package let flags: [UInt8]?
    /// Whether it may have no other flags.
    package let isExact: Bool

    /// An exclusion to write.
    package init(xpath: String, data: [Match] = [], subset: [Part]? = nil) {
      self.xpath = xpath
      self.data = data
      self.subset = subset
      length = nil
      version = nil
      flags = nil
      isExact = true
    }
  }
}

extension BMFFHash.Exclusion {
  init(_ value: CBOR.Value) throws(Problem) {
    let code = StatusCode.assertionBmffHashMalformed
    guard value.map != nil else { throw Problem(code, "an exclusion is no map") }
    xpath = try value.requiredText("xpath", orThrow: code)
    length = try value.optionalCount("length", orThrow: code)
    version = try value.optionalInteger("version", orThrow: code)
    isExact = try value.optionalFlag("exact", orThrow: code) ?? true
    flags = try value.optionalBytes("flags", orThrow: code)
    guard flags?.count ?? 3 == 3 else {
      throw Problem(code, "the flags of an exclusion are not three bytes")
    }
    data =
      try value.optionalList("data", orThrow: code) { entry throws(Problem) in
        Match(
          offset: try entry.requiredCount("offset", orThrow: code),
          value: try entry.requiredBytes("value", orThrow: code))
      } ?? []
    subset = try value.optionalList("subset", orThrow: code) { entry throws(Problem) in
      Part(
        offset: try entry.requiredCount("offset", orThrow: code),
        length: try entry.requiredCount("length", orThrow: code))
    }
    try checkOrder(code)
  }

  /// Parts are in order and do not overlap, and only the last may be open (C2PA 2.5 §14.12.2).
  private func checkOrder(_ code: StatusCode) throws(Problem) {
    guard let subset else { return }
    guard subset.count <= BMFFHash.maximumEntries, data.count <= BMFFHash.maximumEntries else {
      throw Problem(code, "an exclusion has too many parts")
    }
    for (part, next) in zip(subset, subset.dropFirst()) {
      let (end, overflow) = part.offset.addingReportingOverflow(part.length)
      guard !overflow, part.length > 0, end <= next.offset else {
        throw Problem(code, "the parts of an exclusion overlap or are out of order")
      }
    }
  }

  /// The map as it is written.
  var asValue: CBOR.Value {
    let matches = data.map { match -> CBOR.Value in
      ["offset": CBOR.Value(match.offset), "value": .bytes(match.value)]
    }
    let parts = subset?.map { part -> CBOR.Value in
      ["offset": CBOR.Value(part.offset), "length": CBOR.Value(part.length)]
    }
    return .map(
      CBOR.Map([
        ("xpath", .text(xpath)), ("data", matches.isEmpty ? nil : .array(matches)),
        ("subset", parts.map(CBOR.Value.array)),
      ]))
  }
}
