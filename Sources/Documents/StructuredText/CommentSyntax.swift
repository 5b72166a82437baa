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
