import Testing

@testable import BroadsealDocuments

/// One thing that a later revision does, and what has to be said of it.
struct PDFChangeCase: Sendable, CustomTestStringConvertible {
  /// What is done.
  let name: String
  /// What it is; nil where the revisions are not compared.
  let change: LaterChange?
  /// The rule that says so.
  let rule: LaterRule?
  /// The file.
  let bytes: [UInt8]
  /// Whether the signatures permit it.
  var isPermitted: Bool?

  init(
    _ name: String, _ change: LaterChange?, _ rule: LaterRule?, _ bytes: [UInt8],
    permitted: Bool? = nil
  ) {
    self.name = name
    self.change = change
    self.rule = rule
    self.bytes = bytes
    isPermitted = permitted
  }

  /// One more revision with `objects`.
  static func adds(
    _ name: String, _ change: LaterChange, _ rule: LaterRule?, _ objects: [Int: String],
    to sample: SealedSample = SealedSample(), trailer: String = "/Info 18 0 R",
    permitted: Bool? = nil
  ) -> PDFChangeCase {
    PDFChangeCase(
      name, change, rule, sample.adding(objects, trailer: trailer).sample.bytes,
      permitted: permitted)
  }

  /// One more revision that says something else in one object of the signed one.
  static func edits(
    _ name: String, _ change: LaterChange, _ rule: LaterRule, _ number: Int, _ old: String,
    _ new: String, also objects: [Int: String] = [:], to sample: SealedSample = SealedSample(),
    permitted: Bool? = nil
  ) -> PDFChangeCase {
    var objects = objects
    objects[number] = SealedSample.object(number, old, new)
    return adds(name, change, rule, objects, to: sample, permitted: permitted)
  }

  var testDescription: String { name }
}
