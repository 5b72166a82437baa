package import BroadsealBytes

/// A JUMBF superbox (`jumb`, ISO 19566-5 §A.2): a description, then the boxes it describes.
///
/// A class, because boxes hold boxes and are handed around a lot: it never changes, and one count is
/// all that a copy takes.
package final class Superbox: Sendable {
  /// What the superbox is and how it is called.
  package let description: Description
  /// The boxes after the description, in order; unknown ones are kept.
  package let contents: [Content]
  /// Description and contents exactly as received: the bytes a hashed URI hashes
  /// (C2PA 2.4 §8.4.2.3).
  package var payload: ArraySlice<UInt8> { raw.dropFirst(headerLength) }
  /// The superbox with its header, exactly as received.
  package let raw: ArraySlice<UInt8>
  /// Offset of the header in the parsed bytes.
  package let offset: Int
  private let headerLength: Int

  private init(
    description: Description, contents: [Content], raw: ArraySlice<UInt8>, offset: Int,
    headerLength: Int
  ) {
    self.description = description
    self.contents = contents
    self.raw = raw
    self.offset = offset
    self.headerLength = headerLength
  }

  /// The label; empty when there is none.
  package var label: String { description.label ?? "" }

  /// The one superbox that `bytes` hold.
  ///
  /// - Parameters:
  ///   - bytes: the superbox from its header on.
  ///   - allowTrailingZeros: whether zeros may follow, as some formats pad a store.
  /// - Throws: `Malformed` with the offset in `bytes`.
  package static func parse(
    _ bytes: [UInt8], allowTrailingZeros: Bool = false
  ) throws(Malformed) -> Superbox {
    var reader = ByteReader(bytes)
    var count = 0
    guard case .superbox(let superbox) = try readContent(from: &reader, depth: 1, count: &count)
    else {
      throw Malformed("the outermost box is no superbox", at: 0)
    }
    if allowTrailingZeros, reader.rest.allSatisfy({ $0 == 0 }) { return superbox }
    try reader.expectEnd("bytes after the outermost box")
    return superbox
  }

  private static func readContent(
    from reader: inout ByteReader, depth: Int, count: inout Int
  ) throws(Malformed) -> Content {
    let start = reader
    count += 1
    guard count <= Limits.maximumBoxCount else { throw start.malformed("too many boxes") }
    let header = try BoxHeader(from: &reader)
    let offset = reader.offset
    let payload = try reader.readBytes(header.payloadLength)
    let raw = start.rest.prefix(start.remaining - reader.remaining)
    guard header.type == .superbox else {
      return .box(
        Box(
          type: header.type, raw: raw, offset: start.offset,
          headerLength: raw.count - payload.count))
    }
    guard depth <= Limits.maximumBoxDepth else { throw start.malformed("boxes nested too deep") }
    var inner = ByteReader(payload, base: offset)
    let description = try readDescription(from: &inner)
    count += 1
    var contents: [Content] = []
    while !inner.isAtEnd {
      contents.append(try readContent(from: &inner, depth: depth + 1, count: &count))
    }
    return .superbox(
      Superbox(
        description: description, contents: contents, raw: raw, offset: start.offset,
        headerLength: raw.count - payload.count))
  }

  private static func readDescription(
    from reader: inout ByteReader
  ) throws(Malformed) -> Description {
    let start = reader
    let header = try BoxHeader(from: &reader)
    guard header.type == .description else {
      throw start.malformed("a superbox does not start with its description")
    }
    let offset = reader.offset
    var inner = ByteReader(try reader.readBytes(header.payloadLength), base: offset)
    return try Description(from: &inner)
  }
}

extension Superbox: Hashable {
  /// Whether both are the same bytes in the same place.
  package static func == (left: Superbox, right: Superbox) -> Bool {
    left === right || (left.offset == right.offset && left.raw == right.raw)
  }

  /// Hashes the bytes.
  package func hash(into hasher: inout Hasher) { hasher.combine(raw) }
}

/// A box inside a superbox.
package enum Content: Hashable, Sendable {
  /// A box with boxes of its own.
  case superbox(Superbox)
  /// Any other box.
  case box(Box)
}

extension Superbox {
  /// The superboxes among the contents, in order.
  package var superboxes: [Superbox] {
    contents.compactMap { if case .superbox(let superbox) = $0 { superbox } else { nil } }
  }

  /// The boxes among the contents that are no superboxes, in order.
  package var boxes: [Box] {
    contents.compactMap { if case .box(let box) = $0 { box } else { nil } }
  }

  /// The first box of a type among the contents.
  package func first(_ type: BoxType) -> Box? {
    for case .box(let box) in contents where box.type == type { return box }
    return nil
  }

  /// Every superbox among the contents that holds `type`.
  package func superboxes(holding type: ContentUUID) -> [Superbox] {
    contents.compactMap { content in
      if case .superbox(let box) = content, box.description.type == type { box } else { nil }
    }
  }

  /// The requestable superbox called `label`; nil when there is none or more than one, since an
  /// ambiguous label names nothing (C2PA 2.4 §8.4.2.1).
  package func superbox(labelled label: String) -> Superbox? {
    var found: Superbox?
    for case .superbox(let superbox) in contents {
      guard superbox.description.isRequestable,
        superbox.description.label.map({ $0.isExactly(label) }) ?? false
      else { continue }
      guard found == nil else { return nil }
      found = superbox
    }
    return found
  }

  /// The superbox at a path of labels below this one; nil when any step is missing or ambiguous.
  package func superbox(at path: some Sequence<String>) -> Superbox? {
    var current = self
    for label in path {
      guard let next = current.superbox(labelled: label) else { return nil }
      current = next
    }
    return current
  }
}

/// A box that is no superbox, kept exactly as received.
package struct Box: Hashable, Sendable {
  /// The box's type; may be one the house does not know.
  package let type: BoxType
  /// The content, without the header.
  package var payload: ArraySlice<UInt8> { raw.dropFirst(headerLength) }
  /// Header and content.
  package let raw: ArraySlice<UInt8>
  /// Offset of the header in the parsed bytes.
  package let offset: Int
  let headerLength: Int
}
