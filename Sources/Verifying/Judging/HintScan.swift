import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
package import BroadsealNotes
import BroadsealProvenance
import Glibc

/// Looks for unsigned traces of generative AI in a file's own metadata.
///
/// A trace proves nothing; it can only raise a conflict with what the issuer states.
enum HintScan {
  /// What was found, each kind of trace once.
  ///
  /// - Parameter store: the bytes of the manifest store, which are no unsigned trace.
  static func hints(
    in document: Document, outside store: ByteRange?
  ) throws(SourceError) -> [Note] {
    var hints: [Note] = []
    func look(at bytes: [UInt8]) {
      // Texts of two bytes a character become readable without their zeros: what is looked for is ASCII.
      let narrow = bytes.contains(0) ? bytes.filter { $0 != 0 } : []
      for hint in self.hints(in: bytes) + self.hints(in: narrow) where !hints.contains(hint) {
        hints.append(hint)
      }
    }
    for range in try document.metadata(outside: store) {
      look(at: try document.source.read(range))
    }
    for text in try document.unpackedMetadata() { look(at: text) }
    return hints
  }

  private static func hints(in bytes: [UInt8]) -> [Note] {
    var hints: [Note] = []
    for term in terms(in: bytes) where generative.contains(term) {
      hints.append(
        Note(HintCode.sourceType, "metadata names the digital source type \(term)"))
    }
    for (marks, reason) in markers
    where marks.allSatisfy({ offset(of: Array($0.utf8), in: bytes, from: 0) != nil }) {
      hints.append(reason)
    }
    return hints
  }

  /// Terms after every occurrence of the vocabulary's name.
  private static func terms(in bytes: [UInt8]) -> Set<String> {
    var terms: Set<String> = []
    var start = 0
    while let found = offset(of: vocabulary, in: bytes, from: start) {
      start = found + vocabulary.count
      let term = bytes[start...].prefix(longestTerm).prefix { byte in
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      }
      terms.insert(String(decoding: term, as: UTF8.self))
    }
    return terms
  }

  private static func offset(of marker: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = marker.first else { return nil }
    return unsafe bytes.withUnsafeBytes { all in
      var offset = start
      while let base = all.baseAddress, offset + marker.count <= all.count,
        let hit = unsafe memchr(base + offset, Int32(first), all.count - marker.count - offset + 1)
      {
        offset = unsafe UnsafeRawPointer(hit) - base
        if unsafe memcmp(hit, marker, marker.count) == 0 { return offset }
        offset += 1
      }
      return nil
    }
  }

  private static let vocabulary = Array("cv.iptc.org/newscodes/digitalsourcetype/".utf8)
  private static let longestTerm = 64
  private static let generative: Set<String> = [
    "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic",
    "trainedAlgorithmicData",
  ]
  /// What has to stand there together, and what it says: the label of GB 45438 in XMP and as a field of any
  /// other metadata, the properties of IPTC 2025.1, and the parameters of generators as a chunk of PNG, as
  /// a text of Exif or a comment, and as a graph.
  private static let markers: [([String], Note)] = [
    (["TC260:AIGC"], Note(HintCode.tc260)),
    // The same label as a key of a film's list of tags.
    (["mdtaAIGC"], Note(HintCode.tc260)),
    (["AIGC", "\"ContentProducer\"", "\"ProduceID\""], Note(HintCode.tc260)),
    ([":AISystemUsed"], Note(HintCode.iptcAI)),
    ([":AISystemVersionUsed"], Note(HintCode.iptcAI)),
    ([":AIPromptInformation"], Note(HintCode.iptcAI)),
    (["tEXtparameters\0"], Note(HintCode.parameters)),
    (["Steps: ", ", Sampler: ", "Seed: "], Note(HintCode.parameters)),
    (["\"class_type\"", "KSampler"], Note(HintCode.parameters)),
  ]
}

/// What speaks of AI without being signed.
package enum HintCode: UInt8, CodeFamily {
  case ingredient
  case iptcAI
  case parameters
  case sourceType
  case tc260

  /// The family.
  package static var family: Family { .hint }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .ingredient:
      CodeRow(
        "HINT-INGREDIENT", .hint,
        "A part or an earlier version names AI, under a label that does not hold.",
        "無効なラベルの付いた素材または以前の版に、AI利用の記載があります。")
    case .iptcAI:
      CodeRow(
        "HINT-IPTC-AI", .hint, "Unsigned metadata names an AI system.",
        "署名されていないメタデータにAIシステム名があります。")
    case .parameters:
      CodeRow(
        "HINT-PARAMETERS", .hint, "Unsigned metadata holds parameters of an image generator.",
        "署名されていないメタデータに画像生成の設定値があります。")
    case .sourceType:
      CodeRow(
        "HINT-SOURCE-TYPE", .hint, "Unsigned metadata says that AI was used.",
        "署名されていないメタデータがAIの利用を示しています。")
    case .tc260:
      CodeRow(
        "HINT-TC260", .hint, "Unsigned metadata holds a label of generated content.",
        "署名されていないメタデータに生成コンテンツの表示があります。")
    }
  }
}

/// Whether a manifest that is not proved says that a model took part.
///
/// It states nothing for anybody, but it is there: whoever breaks the label of a generated picture
/// must not get rid of its statement that way. Like every unsigned trace it can only raise a conflict.
enum AITrace {
  /// The trace that the manifest of an ingredient is; nil when it says nothing of a model.
  static func hint(in manifest: Manifest) -> Note? {
    guard manifest.assertions.contains(where: namesModel) else { return nil }
    return Note(HintCode.ingredient)
  }

  private static func namesModel(_ assertion: Assertion) -> Bool {
    if assertion.label.isOne(of: [KnownLabel.disclosure]) { return true }
    if assertion.label.isActions, let actions = try? Actions(assertion) {
      return actions.actions.compactMap(actions.digitalSourceType(of:)).contains(where: saysAI)
    }
    if assertion.label.isOne(of: [KnownLabel.official]) {
      guard let value = assertion.cbor, let label = try? BroadsealLabel(value) else { return false }
      return AIUse.Status(label.ai.declaration).saysAI
    }
    if assertion.label.isOne(of: [KnownLabel.metadata]) {
      guard let json = assertion.json, let metadata = try? Metadata(json) else { return false }
      return metadata.texts(named: "DigitalSourceType").contains(where: saysAI)
    }
    return false
  }

  private static func saysAI(_ type: String) -> Bool {
    AIUse.Status(AIDeclaration(digitalSourceType: type, isCreation: true)).saysAI
  }
}
