/// The comments of one family of text formats, and where a block may stand in it.
package struct CommentSyntax: Sendable {
  /// Where a new block goes when nothing in the file reserves its first line.
  enum Place: Hashable, Sendable {
    /// To the start of the file.
    case start
    /// Into front matter, if there is one; else to the start (Markdown).
    case frontMatter
    /// To the line after `<?xml …?>`, if there is one; else to the start.
    case declaration
    /// Behind the header, with a blank line around it (WebVTT).
    case header
    /// To the line after the tag that opens the code (PHP).
    case openingTag
  }

  /// The comment that is written.
  let written: CommentForm
  /// Other comments of the format, which are read.
  let others: [CommentForm]
  /// Where a new block goes.
  let place: Place
  /// What a first line begins with that has to stay the first: the block then goes to the end
  /// (C2PA 2.5 §A.9.4.1).
  let reserved: [String]
  /// Whether a comment in the first two lines can name the encoding (PEP 263).
  let hasEncodingCookie: Bool
  /// Extensions, in lower case, and the media type each stands for.
  let names: [(suffix: String, mediaType: String)]

  init(
    _ written: CommentForm, reading others: [CommentForm] = [], place: Place = .start,
    reserved: [String] = [], cookie: Bool = false, _ names: KeyValuePairs<String, String>
  ) {
    self.written = written
    self.others = others
    self.place = place
    self.reserved = reserved
    hasEncodingCookie = cookie
    self.names = names.map { ($0.key, $0.value) }
  }

  /// The extensions.
  package var extensions: [String] { names.map(\.suffix) }
  /// The media types, some more than once.
  package var mediaTypes: [String] { names.map(\.mediaType) }

  /// Every form that a block's line may have.
  var forms: [CommentForm] { [written] + others }
}

/// How a comment of one line begins and ends.
package struct CommentForm: Hashable, Sendable {
  /// What opens it: `<!--`, `#`, `//`.
  package let prefix: String
  /// What closes it; empty where the end of the line does.
  package let suffix: String

  /// A comment between `prefix` and `suffix`.
  package init(_ prefix: String, _ suffix: String = "") {
    self.prefix = prefix
    self.suffix = suffix
  }

  /// What stands before the block on its line (C2PA 2.5 §A.9.4.1).
  var opening: [UInt8] { Array((prefix + " ").utf8) }
  /// What stands after it.
  var closing: [UInt8] { suffix.isEmpty ? [] : Array((" " + suffix).utf8) }
  /// How many bytes both take.
  var length: Int { opening.count + closing.count }

  package static let hash = CommentForm("#")
  package static let slashes = CommentForm("//")
  package static let block = CommentForm("/*", "*/")
  /// A comment that minifiers of CSS and JavaScript are asked to keep.
  package static let kept = CommentForm("/*!", "*/")
  package static let dashes = CommentForm("--")
  package static let semicolon = CommentForm(";")
  package static let percent = CommentForm("%")
  package static let markup = CommentForm("<!--", "-->")
  package static let note = CommentForm("NOTE")
}

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
