/// Which fields the signatures of a document lock (`FieldMDP`, ISO 32000-2 §12.8.2.4).
struct PDFFieldLocks {
  /// One lock.
  private enum Lock {
    case all
    case these(Set<[UInt8]>)
    case allBut(Set<[UInt8]>)
  }

  private var locks: [Lock] = []

  /// - Parameter offsets: where the signatures stand that name what they transform.
  init(_ document: PDFDocument, _ offsets: [Int]) throws(DocumentError) {
    var resolver = document.resolver()
    let codec = PDFStringCodec(security: document.security)
    for offset in offsets {
      let parts = try PDFCertification.transforms(
        "FieldMDP", of: try PDFPermission.dictionary(at: offset, in: document),
        through: &resolver)
      for parameters in parts {
        var names: Set<[UInt8]> = []
        for name in try resolver.resolve(parameters?["Fields"])?.items ?? [] {
          guard let name = try resolver.resolve(name), let text = name.object.string else {
            continue
          }
          names.insert(PDFStringCodec.plain(try codec.decode(text, from: name.strings)))
        }
        switch try resolver.resolve(parameters?["Action"])?.object.name {
        case "Include": locks.append(.these(names))
        case "Exclude": locks.append(.allBut(names))
        default: locks.append(.all)
        }
      }
    }
  }

  /// Whether no later revision may fill in the field: one that is named, or stands under one that is.
  func isLocked(_ field: [UInt8]) -> Bool {
    locks.contains { lock in
      switch lock {
      case .all: true
      case .these(let names): names.contains { PDFFieldLocks.stands(field, under: $0) }
      case .allBut(let names): !names.contains { PDFFieldLocks.stands(field, under: $0) }
      }
    }
  }

  private static func stands(_ field: [UInt8], under name: [UInt8]) -> Bool {
    field == name || field.starts(with: name + [UInt8(ascii: ".")])
  }
}
