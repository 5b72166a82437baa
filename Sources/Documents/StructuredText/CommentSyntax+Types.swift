extension CommentSyntax {
  /// The types of files with the comments of `syntaxes`: one for each media type.
  static func types(
    _ syntaxes: [CommentSyntax], _ english: String, _ japanese: String, label: String? = nil
  ) -> [FileType] {
    var order: [String] = []
    var suffixes: [String: [String]] = [:]
    for name in syntaxes.flatMap(\.names) {
      if suffixes[name.mediaType] == nil { order.append(name.mediaType) }
      suffixes[name.mediaType, default: []] += name.suffix.isEmpty ? [] : [name.suffix]
    }
    return order.map { FileType($0, suffixes[$0] ?? [], english, japanese, label: label) }
  }
}
