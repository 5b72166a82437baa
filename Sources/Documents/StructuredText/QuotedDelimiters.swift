import BroadsealBytes
import BroadsealFiles

/// Whether a text only speaks of manifest blocks.
///
/// A page that explains labels quotes their delimiters, and is no damaged label for that:
///
///     <!-- -----BEGIN C2PA MANIFEST-----    a comment opens right before it: a label, whole or broken
///     `-----BEGIN C2PA MANIFEST-----`       a quotation, unless there is a store anywhere
///
/// One damaged byte makes no quotation of a label: either its comment or its store is left.
struct QuotedDelimiters {
  /// Whether every delimiter is a quotation.
  let isAll: Bool

  init(_ source: ByteSource, syntax: CommentSyntax?) throws(DocumentError) {
    let limit = StructuredTextLimits.maximumQuotations
    let found = try TextScan.offsets(
      of: [TextBlock.begin, TextBlock.end, TextBlock.dataURI], in: source, limit: limit)
    var isAll = found.allSatisfy { $0.count < limit }
    for offset in found[0] where isAll {
      isAll = try !QuotedDelimiters.opensBlock(at: offset, in: source, syntax)
    }
    for offset in found[2] where isAll {
      isAll = try !QuotedDelimiters.holdsStore(behind: offset, in: source)
    }
    self.isAll = isAll
  }

  /// Whether nothing but what opens a comment stands before a delimiter on its line, or it stands in
  /// front matter.
  private static func opensBlock(
    at offset: Int, in source: ByteSource, _ syntax: CommentSyntax?
  ) throws(DocumentError) -> Bool {
    if syntax?.place == .frontMatter, offset < StructuredTextLimits.headSize {
      let head = try bytes(0, StructuredTextLimits.headSize, of: source)
      if FrontMatter(head)?.holds(offset) ?? false { return true }
    }
    let start = max(0, offset - StructuredTextLimits.maximumFraming)
    let before = try bytes(start, offset - start, of: source)
    let line = before.lastIndex(of: 0x0A).map { before[($0 + 1)...] } ?? before[...]
    let lead = line.drop { $0 == 0x20 || $0 == 0x09 }
    let forms = (syntax?.forms ?? CommentSyntax.table.flatMap(\.forms)) + [.hash]
    return forms.contains { form in
      let prefix = Array(form.prefix.utf8)
      return lead.starts(with: prefix)
        && lead.dropFirst(prefix.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
  }

  /// Whether what follows `data:…;base64,` begins as the box of a manifest store does.
  private static func holdsStore(
    behind offset: Int, in source: ByteSource
  ) throws(DocumentError) -> Bool {
    let text = try bytes(offset + TextBlock.dataURI.count, 12, of: source)
    let box = Base64.decode(String(decoding: text, as: UTF8.self)) ?? []
    return box.dropFirst(4).starts(with: "jumb".utf8)
  }

  /// Up to `count` bytes from `start`.
  private static func bytes(
    _ start: Int, _ count: Int, of source: ByteSource
  ) throws(DocumentError) -> [UInt8] {
    guard let range = ByteRange(start..<min(source.size, start + count)) else { return [] }
    return try source.bytes(range)
  }
}
