/// Which fields the signatures of a document lock (`FieldMDP`, ISO 32000-2 §12.8.2.4).
struct PDFFieldLocks {
  /// One lock.
  private enum Lock {
    case all
    case these(PDFFieldNames)
    case allBut(PDFFieldNames)
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
        var names = PDFFieldNames()
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
      case .these(let names): names.cover(field)
      case .allBut(let names): !names.cover(field)
      }
    }
  }
}

/// Names of fields, with the fields under them (ISO 32000-2 §12.7.4.2): a tree of the parts between their
/// full stops, so that a field is looked up by its own parts, however many names there are.
private struct PDFFieldNames {
  private struct Step: Hashable {
    let node: Int
    let part: ArraySlice<UInt8>
  }

  private var steps: [Step: Int] = [:]
  private var ends: Set<Int> = []

  mutating func insert(_ name: [UInt8]) {
    var node = 0
    for part in PDFFieldNames.parts(of: name) {
      let step = Step(node: node, part: part)
      node = steps[step] ?? steps.count + 1
      steps[step] = node
    }
    ends.insert(node)
  }

  /// Whether the field is one of them, or stands under one.
  func cover(_ field: [UInt8]) -> Bool {
    var node = 0
    for part in PDFFieldNames.parts(of: field) {
      guard let next = steps[Step(node: node, part: part)] else { return false }
      if ends.contains(next) { return true }
      node = next
    }
    return false
  }

  private static func parts(of name: [UInt8]) -> [ArraySlice<UInt8>] {
    name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  }
}
