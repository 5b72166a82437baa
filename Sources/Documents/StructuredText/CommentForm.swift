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
