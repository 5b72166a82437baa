/// One piece of what is said of a verdict. A terminal, a page or a server renders the pieces in their
/// order; nothing in them can do more than be read (see `Untrusted`), but a page still has to escape its
/// own signs.
package enum VerdictBlock: Sendable, Hashable {
  /// One of the three lines: a word, a sign and a sentence.
  case axis(AxisLine)
  /// A sentence under the three lines.
  case remark(Sentence)
  /// Why the verdict is not a better one.
  case reason(ReasonBlock)
}

/// A condition that failed, or something that was found: its name, what it means, and what it cannot say
/// by itself.
package struct ReasonBlock: Sendable, Hashable {
  /// A code, a limit, or a statement about AI: `OFF-7-NO-STAMP`.
  package let name: String
  /// What the name means; nil where it says it all.
  package let sentence: String?
  /// What the name cannot say: which of several causes, and where.
  package let details: [String]
}
