import BroadsealBytes

/// The names of a name tree, in order (ISO 32000-1 §7.9.6).
struct PDFNameTree: Sendable {
  /// One name and its value.
  struct Entry: Sendable {
    /// The name, decrypted.
    let key: [UInt8]
    /// The value as it stands in the tree: usually a reference.
    let value: PDFPart
  }

  /// The entries in the order of the tree.
  let entries: [Entry]

  /// Reads the whole tree under `root`; an absent root is an empty tree.
  init(_ root: PDFPart?, through resolver: inout PDFResolver) throws(DocumentError) {
    var entries: [Entry] = []
    var visited: Set<PDFReference> = []
    try PDFNameTree.read(
      root, through: &resolver, depth: PDFLimits.maximumTreeDepth, into: &entries, &visited)
    self.entries = entries
  }

  private static func read(
    _ node: PDFPart?, through resolver: inout PDFResolver, depth: Int, into entries: inout [Entry],
    _ visited: inout Set<PDFReference>
  ) throws(DocumentError) {
    guard let node = try resolver.resolve(node) else { return }
    guard depth > 0 else {
      throw .pdf(.limit, "a name tree deeper than the reader takes", at: node.offset)
    }
    if let home = node.home, !visited.insert(home).inserted {
      throw .pdf(.syntax, "a name tree that contains itself", at: node.offset)
    }
    let codec = PDFStringCodec(security: resolver.security)
    let names = try resolver.resolve(node["Names"])?.items ?? []
    guard names.count.isMultiple(of: 2) else {
      throw .pdf(.syntax, "a name tree with a name without a value", at: node.offset)
    }
    for index in stride(from: 0, to: names.count, by: 2) {
      guard let key = try resolver.resolve(names[index]), let string = key.object.string else {
        throw .pdf(.syntax, "a name tree with a name that is no string", at: node.offset)
      }
      guard entries.count < PDFLimits.maximumNames else {
        throw .pdf(.limit, "a name tree larger than the reader takes", at: node.offset)
      }
      entries.append(
        Entry(key: try codec.decode(string, from: key.strings), value: names[index + 1]))
    }
    for kid in try resolver.resolve(node["Kids"])?.items ?? [] {
      try read(kid, through: &resolver, depth: depth - 1, into: &entries, &visited)
    }
  }
}
