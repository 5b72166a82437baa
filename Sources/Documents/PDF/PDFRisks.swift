package import BroadsealBytes
package import BroadsealNotes

/// What makes a PDF show or do more than its pages say (T-44, T-50): the bytes stay what was signed, and
/// still two readers may see different things. Notes that decide nothing.
enum PDFRisks {
  /// What the catalog alone says: what is looked at whenever a document is read.
  static func notes(
    onCatalog catalog: PDFPart, through resolver: inout PDFResolver
  ) -> [Note] {
    var kinds: Set<PDFCode> = []
    take(catalog.value.object, depth: 0, &kinds)
    if let form = try? resolver.resolve(catalog["AcroForm"]) {
      take(form.value.object, depth: 0, &kinds)
    }
    if let names = try? resolver.resolve(catalog["Names"]), names["JavaScript"] != nil {
      kinds.insert(.scripts)
    }
    if let action = try? resolver.resolve(catalog["OpenAction"]) {
      take(action.value.object, depth: 0, &kinds)
      if action["S"]?.object.name == "URI" { kinds.insert(.external) }
    }
    return notes(kinds, at: catalog.offset)
  }

  /// What every object of the newest revision says.
  static func notes(on document: PDFDocument) throws(DocumentError) -> [Note] {
    var kinds: Set<PDFCode> = []
    var resolver = document.resolver()
    let highest = document.chain.sections.compactMap(\.entries.last?.number).max() ?? 0
    do throws(DocumentError) {
      let catalog = try document.catalog(in: &resolver)
      for note in notes(onCatalog: catalog, through: &resolver) {
        if let kind: PDFCode = note.code.member() { kinds.insert(kind) }
      }
      for number in 0...highest {
        guard let reference = reference(number, resolver),
          let object = try resolver.object(reference)
        else { continue }
        take(object.value.object, depth: 0, &kinds)
        // A stream whose data is in another file (ISO 32000-1 §7.3.8.2).
        if object.data != nil, let dictionary = object.dictionary, dictionary["F"] != nil,
          dictionary["Type"]?.name != "EmbeddedFile"
        {
          kinds.insert(.external)
        }
      }
    } catch {
      if case .source = error { throw error }
      kinds.insert(.risksUnread)
    }
    return notes(kinds, at: nil)
  }

  private static func reference(_ number: Int, _ resolver: PDFResolver) -> PDFReference? {
    switch resolver.entry(number)?.location {
    case .plain(_, let generation): PDFReference(number: number, generation: generation)
    case .compressed: PDFReference(number: number, generation: 0)
    case .free, nil: nil
    }
  }

  private static func notes(_ kinds: Set<PDFCode>, at offset: Int?) -> [Note] {
    PDFCode.allCases.filter(kinds.contains).map { Note($0, at: offset) }
  }

  /// Looks through a value and those inside it; the parser bounds their nesting.
  private static func take(_ object: PDFObject, depth: Int, _ kinds: inout Set<PDFCode>) {
    guard depth <= PDFLimits.maximumDepth else { return }
    switch object {
    case .array(let items):
      for item in items { take(item.object, depth: depth + 1, &kinds) }
    case .dictionary(let dictionary):
      note(dictionary, &kinds)
      for entry in dictionary.entries { take(entry.value.object, depth: depth + 1, &kinds) }
    default: break
    }
  }

  private static func note(_ dictionary: PDFDictionary, _ kinds: inout Set<PDFCode>) {
    for (key, kind) in keys where dictionary[key] != nil { kinds.insert(kind) }
    if let action = dictionary["S"]?.name, let kind = actions[action] { kinds.insert(kind) }
    // Hidden (2) and no view (6) of ISO 32000-1 §12.5.3; a signature without a picture is no content.
    if dictionary["Rect"] != nil, dictionary["Subtype"]?.name != nil,
      dictionary["FT"]?.name != "Sig", let flags = dictionary["F"]?.integer, flags & 0x22 != 0
    {
      kinds.insert(.hiddenObject)
    }
  }

  /// Keys that stand for a risk wherever they are.
  private static let keys: [(PDFName, PDFCode)] = [
    ("OCProperties", .layers), ("JS", .scripts), ("XFA", .xfaForm),
  ]

  /// Types of actions (ISO 32000-1 §12.6.4) that do more than turn a page or follow a link by hand.
  private static let actions: [PDFName: PDFCode] = [
    "JavaScript": .scripts, "Rendition": .scripts, "Launch": .launch, "SubmitForm": .external,
    "ImportData": .external,
  ]
}

extension PDFCarrier {
  /// What the catalog says: layers, scripts and forms of the whole document.
  package func notes(at path: FilePath?) -> [Note] {
    var resolver = document.resolver()
    guard let catalog = try? document.catalog(in: &resolver) else { return [] }
    return PDFRisks.notes(onCatalog: catalog, through: &resolver)
  }

  /// What every object of the newest revision says, and not the catalog alone.
  package func risks() throws(DocumentError) -> [Note] {
    try PDFRisks.notes(on: document)
  }
}
