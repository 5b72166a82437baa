import BroadsealBytes
import BroadsealFiles
import TestSupport

@testable import BroadsealDocuments

/// A sealed file from which mutants are made: one more revision that does something to one object that
/// the sealed file leads to.
struct PDFMutantSource {
  /// One mutant.
  struct Mutant {
    /// The file.
    let bytes: [UInt8]
    /// What was done, for messages.
    let what: String
    /// Whether only proofs or the description of the document were touched.
    let isHarmless: Bool
  }

  /// Something that is done to an object.
  private enum Deed: CaseIterable { case overridden, emptied, grown, dropped, freed }

  /// The sealed file.
  let bytes: [UInt8]
  /// The objects that it leads to, with their texts.
  private let texts: [(reference: PDFReference, text: [UInt8], isStream: Bool)]
  /// Those that belong to the security store, or describe the document.
  private let harmless: Set<Int>
  private let trailer: String

  /// Reads `bytes`; nil where the file cannot be read without repair, or needs a password.
  init?(_ bytes: [UInt8]) throws(DocumentError) {
    let document = try PDFDocument(ByteSource(bytes: bytes))
    guard document.fault == nil, document.security == nil, document.headerOffset == 0 else {
      return nil
    }
    self.bytes = bytes
    var resolver = document.resolver()
    var texts: [(reference: PDFReference, text: [UInt8], isStream: Bool)] = []
    var seen: Set<Int> = []
    // By the text of the objects, and not by the graph that is tested.
    let roots = ["Root", "Info"].compactMap {
      document.trailer[PDFName(stringLiteral: $0)]?.reference
    }
    var open = roots
    while let reference = open.popLast() {
      guard seen.insert(reference.number).inserted, let object = try resolver.object(reference)
      else { continue }
      let text = Array(object.raw(object.value))
      texts.append((reference, text, object.data != nil))
      open += PDFMutantSource.references(in: text)
    }
    self.texts = texts.sorted { $0.reference.number < $1.reference.number }
    let catalog = try document.catalog(in: &resolver)
    var harmless: Set<Int> = []
    var proofs = [catalog["DSS"]?.object.reference].compactMap { $0 }
    if let store = catalog["DSS"], store.dictionary != nil {
      proofs += PDFMutantSource.references(in: Array(store.raw))
    }
    while let reference = proofs.popLast() {
      guard harmless.insert(reference.number).inserted, let object = try resolver.object(reference)
      else { continue }
      proofs += PDFMutantSource.references(in: Array(object.raw(object.value)))
    }
    if let info = document.trailer["Info"]?.reference { harmless.insert(info.number) }
    self.harmless = harmless
    let kept = ["Root", "Info", "ID"].compactMap { key in
      document.trailer.value(PDFName(stringLiteral: key)).map {
        "/\(key) " + String(decoding: document.chain.sections[0].text[$0.bounds], as: UTF8.self)
      }
    }
    let size = document.chain.sections.compactMap { $0.trailer["Size"]?.integer }.max() ?? 0
    trailer =
      kept.joined(separator: " ")
      + " /Size \(size + 8) /Prev \(document.chain.sections[0].offset)"
  }

  /// A mutant by chance.
  func mutant(_ chance: inout Damage) -> Mutant {
    let target = texts[Int.random(in: texts.indices, using: &chance)]
    var deed = Deed.allCases[Int.random(in: 0..<Deed.allCases.count, using: &chance)]
    // What is empty already cannot be emptied.
    if deed == .emptied, target.text.count <= 5 { deed = .overridden }
    let update = update(of: target.reference, deed, target.text, isStream: target.isStream, &chance)
    var mutated = update
    // One in three loses, gains or changes a byte as well.
    let isStruck = Int.random(in: 0..<3, using: &chance) == 0
    if isStruck {
      let place = Int.random(in: mutated.indices, using: &chance)
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: mutated[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
      case 1: mutated.remove(at: place)
      default: mutated.insert(UInt8.random(in: 32..<127, using: &chance), at: place)
      }
    }
    return Mutant(
      bytes: bytes + mutated,
      what: "\(deed) \(target.reference.number)\(isStruck ? ", and a byte" : "")\n"
        + String(decoding: mutated.prefix(600), as: UTF8.self),
      isHarmless: harmless.contains(target.reference.number))
  }

  /// The revision that does it.
  private func update(
    of reference: PDFReference, _ deed: Deed, _ text: [UInt8], isStream: Bool,
    _ chance: inout Damage
  ) -> [UInt8] {
    let number = reference.number
    var body: [UInt8]? = nil
    switch deed {
    case .freed: body = nil
    case .dropped: body = Array("null".utf8)
    case .emptied: body = Array((text.first == UInt8(ascii: "[") ? "[]" : "<< >>").utf8)
    case .overridden: body = Array("(other)".utf8)
    case .grown:
      var grown = text
      let more = [" /Zz 1 ", " /OpenAction 1 0 R ", " /Zz [1 0 R] "].randomElement(using: &chance)
      if grown.starts(with: Array("<<".utf8)) {
        grown.insert(contentsOf: Array((more ?? " /Zz 1 ").utf8), at: 2)
      } else if grown.first == UInt8(ascii: "[") {
        grown.insert(contentsOf: Array(" 1 0 R ".utf8), at: 1)
      } else {
        grown = Array("(grown)".utf8)
      }
      body = grown
      // A stream keeps its dictionary, and gets other data.
      if isStream { body = grown + Array("\nstream\n".utf8) }
    }
    let start = bytes.count
    var object: [UInt8] = []
    if var body {
      if body.suffix(8).elementsEqual("\nstream\n".utf8) {
        body = Array("<< /Length 5 /Zz 1 >>\nstream\nother\nendstream".utf8)
      }
      object =
        Array("\n\(number) \(reference.generation) obj\n".utf8) + body
        + Array("\nendobj\n".utf8)
    }
    let digits = String(start + 1)
    let entry =
      object.isEmpty
      ? "0000000000 \(generation(reference.generation + 1)) f \n"
      : String(repeating: "0", count: 10 - digits.count) + digits
        + " \(generation(reference.generation)) n \n"
    let text =
      "xref\n\(number) 1\n\(entry)trailer\n<< \(trailer) >>\nstartxref\n\(start + object.count)\n"
      + "%%EOF\n"
    return object + Array(text.utf8)
  }

  private func generation(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  /// Every `12 0 R` in a text, those in strings too.
  private static func references(in text: [UInt8]) -> [PDFReference] {
    let words = text.split { !PDFLexer.isRegular($0) }
    var found: [PDFReference] = []
    for index in words.indices.dropFirst(2) where words[index].elementsEqual("R".utf8) {
      if let number = PDFLexer.natural(words[index - 2]),
        let generation = PDFLexer.natural(words[index - 1])
      {
        found.append(PDFReference(number: number, generation: generation))
      }
    }
    return found
  }
}
