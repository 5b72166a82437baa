public import BroadsealNotes

/// Why a document was not signed. Nothing was written.
public struct SigningError: Error, Sendable, Hashable {
  /// What kind of fault it was.
  public let kind: Kind
  /// Why the document is refused, for programs (`PDF-CERTIFIED`); nil for every kind
  /// but `refused`.
  public let code: Code?
  /// One line in lower case, without a full stop.
  public let reason: String
  /// The file that it is about, when there is one.
  public let path: String?
  /// Byte offset in that file, where it applies.
  public let offset: Int?
  /// What to do about it, when something can be done.
  public let hint: String?

  /// An error of `kind`.
  public init(
    _ kind: Kind, _ reason: String, code: Code? = nil, path: String? = nil, offset: Int? = nil,
    hint: String? = nil
  ) {
    self.kind = kind
    self.code = code
    self.reason = reason
    self.path = path
    self.offset = offset
    self.hint = hint
  }

  /// A document that is refused, under a code of a family.
  init(
    refused code: some CodeFamily, _ reason: String, path: String? = nil, hint: String? = nil
  ) {
    self.init(refused: code.code, reason, path: path, hint: hint)
  }

  /// A document that is refused, under `code`.
  init(
    refused code: Code, _ reason: String, path: String? = nil, hint: String? = nil
  ) {
    self.init(.refused, reason, code: code, path: path, hint: hint)
  }
}

extension SigningError: CustomStringConvertible {
  /// Path, reason and offset in one line.
  public var description: String {
    (path.map { "\($0): " } ?? "") + reason + (offset.map { " at byte \($0)" } ?? "")
  }
}
