import BroadsealBytes

/// A dictionary as it is written anew: every entry as it stood, but for the changed ones.
struct PDFDictionaryEdit {
  /// New text of an entry's value; nil drops the entry. New entries come last, in this order.
  var changes: [(key: PDFName, value: [UInt8]?)] = []

  /// Sets or drops an entry.
  mutating func set(_ key: PDFName, _ value: [UInt8]?) {
    changes.append((key, value))
  }

  /// The text of `part`, or of an empty dictionary, with the changes.
  func text(
    of part: PDFPart?, into context: PDFStringContext, codec: PDFStringCodec
  ) throws(DocumentError) -> [UInt8] {
    var writer = ByteWriter()
    writer.write("<<")
    if let part, let dictionary = part.dictionary {
      for entry in dictionary.entries where !changes.contains(where: { $0.key == entry.key }) {
        writer.write(" ")
        writer.write(part.text[entry.keyBounds])
        writer.write(" ")
        writer.write(try codec.copy(part.part(entry.value), into: context))
      }
    }
    for (key, value) in changes {
      guard let value else { continue }
      writer.write(" /")
      writer.write(key.bytes)
      writer.write(" ")
      writer.write(value)
    }
    writer.write(" >>")
    return writer.bytes
  }
}
