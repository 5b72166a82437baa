import BroadsealBytes

/// Every format that is known: the only list of them.
///
/// Order decides nothing: of two formats the one is a file's whose opening fixes more of its bytes.
package enum Formats {
  /// The formats, in the order in which documents list them.
  package static let all: [Format] = [
    .pdf,
    .docx, .xlsx, .pptx, .oxps, .epub, .zip,
    .odt, .ods, .odp, .odg,
    .html, .svg, .text, .xml, .json,
    .png, .jpeg,
    .gif, .tiff, .webp, .jxl, .font,
    .bmff, .wav, .avi, .riff, .flac, .mp3, .ogg,
    .c2pa, .compound, .encrypted, .empty, .other,
  ]

  /// The format that `beginning` shows, and its media type where that is shown too; of an archive, that
  /// it is one.
  static func recognise(_ beginning: Beginning) -> (format: Format, mediaType: String?) {
    if let shown = strongest(by: { $0.evidence(in: beginning) }) { return shown }
    guard let text = TextBeginning(beginning.head) else {
      // A drawing shows itself in two bytes a character too; it is not read so.
      if let wide = TextBeginning(wide: beginning.head),
        let shown = strongest(by: { $0.evidence(in: wide) }), shown.format == .svg
      {
        return shown
      }
      return (beginning.head.isEmpty ? .empty : .other, nil)
    }
    return strongest(by: { $0.evidence(in: text) }) ?? (.text, nil)
  }

  private static func strongest(
    by evidence: (Recognition) -> Recognition.Evidence?
  ) -> (format: Format, mediaType: String?)? {
    var best: (index: Int, evidence: Recognition.Evidence)?
    for index in all.indices {
      guard let found = evidence(all[index].recognition),
        found.weight > best?.evidence.weight ?? -1
      else { continue }
      best = (index, found)
    }
    return best.map { (all[$0.index], $0.evidence.mediaType) }
  }

  /// The format and the type of files of an extension.
  static let byExtension: [String: (format: Format, type: FileType)] = Dictionary(
    all.flatMap { format in
      format.types.flatMap { type in type.extensions.map { ($0, (format, type)) } }
    }, uniquingKeysWith: { first, _ in first })

  /// Whether files of `mediaType` in the format named `kind` are searched for a label, and get it beside themselves
  /// unless somebody insists.
  package static func liesBeside(ofKind kind: String, mediaType: String) -> Bool {
    guard let format = all.first(where: { $0.kind.isExactly(kind) }), format.isRead else {
      return false
    }
    let own = format.types.first { $0.mediaType.isExactly(mediaType) }?.label
    return (own ?? format.label).hasPrefix("beside")
  }

  /// What people call files of `mediaType` in the format named `kind`; nil for one that is not known.
  package static func name(ofKind kind: String, mediaType: String) -> FileType.Name? {
    all.first { $0.kind.isExactly(kind) }?.name(of: mediaType)
  }
}
