/// What later revisions did to a file after one of its signatures: the weakest first.
package enum LaterChange: Int, Sendable, CaseIterable, Comparable {
  /// Nothing: the signature covers the file as it is.
  case nothing
  /// Proofs about its signatures were added: certificates, answers about revocation, time stamps.
  case evidence
  /// A manifest store was added.
  case label
  /// What the file says of itself was changed.
  case metadata
  /// A signature was added that nobody sees.
  case signature
  /// A signature was added that shows on a page.
  case visibleSignature
  /// Fields of the form were filled in.
  case formFill
  /// Annotations were added.
  case annotation
  /// Anything else, and whatever is not known to be one of the others.
  case changed

  /// Whether the left change is the weaker one.
  package static func < (left: LaterChange, right: LaterChange) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A rule by which it is judged what came after a signature. The identifiers are those of the pages
/// and of the tests; a file of `PDF/Changes` stands for each.
package enum LaterRule: String, Sendable, CaseIterable {
  case fourNumbers = "FORM-1"
  case rangesInFile = "FORM-2"
  case hexadecimalGap = "FORM-3"
  case gapIsContents = "FORM-4"
  case gapInDictionary = "FORM-5"
  case emptyContents = "FORM-6"
  case oneField = "FORM-7"
  case separateGaps = "FORM-8"
  case endOfFile = "FILE-1"
  case crossReferences = "FILE-2"
  case noRepair = "FILE-3"
  case chain = "FILE-4"
  case readableRevision = "FILE-5"
  case lostSignature = "FILE-6"
  case trailer = "OBJ-1"
  case catalog = "OBJ-2"
  case form = "OBJ-3"
  case field = "OBJ-4"
  case annotations = "OBJ-5"
  case pages = "OBJ-6"
  case undefined = "OBJ-7"
  case freed = "OBJ-8"
  case shared = "OBJ-9"
  case replaced = "OBJ-10"
  case fill = "OBJ-11"
  case laterSignature = "SIG-1"
}

/// What came after a signature, and by which rule.
package struct LaterChanges: Hashable, Sendable {
  /// The strongest change that was found; nil when the revisions cannot be compared.
  package let change: LaterChange?
  /// The rule that found it, or that stands in the way; nil after nothing.
  package let rule: LaterRule?
  /// What it found, in one short sentence in lower case; empty after nothing.
  package let reason: String
  /// Whether the signatures of that revision permit all that came after them; nil when the revisions
  /// cannot be compared.
  package private(set) var isPermitted: Bool?
  /// What the signature permits by its own word, `P` of `DocMDP`: 1, 2 or 3; nil when it says nothing.
  package var permission: Int?
  /// The revision that was signed, counted from one; nil when that is not known.
  package var revision: Int?
  /// How many revisions the file has; nil when that is not known.
  package var revisions: Int?

  /// What was found, or why nothing was compared.
  init(
    _ change: LaterChange?, _ rule: LaterRule?, _ reason: String, isPermitted: Bool? = nil
  ) {
    self.change = change
    self.rule = rule
    self.reason = reason
    self.isPermitted = isPermitted
  }

  /// Notes that something was not permitted.
  mutating func forbid() {
    if isPermitted != nil { isPermitted = false }
  }
}
