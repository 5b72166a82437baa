/// Why a document was not signed. Nothing was written.
public struct SigningError: Error, Sendable, Hashable {
  /// What kind of fault it was.
  public enum Kind: Sendable, Hashable {
    /// The document cannot be opened or read.
    case unreadable
    /// The document does not follow its format, or holds credentials that cannot be kept.
    case malformed
    /// The document changed while it was read.
    case changed
    /// The document follows its format but is not signed as it is; `code` as in `SigningNote`.
    case refused(code: String)
    /// The request contradicts itself or leaves out what a label needs.
    case request
    /// The output exists already.
    case exists
    /// The output cannot be written: no space, no permission, no such folder.
    case unwritable
    /// The key file cannot be read or holds no usable key.
    case credential
    /// The key file is encrypted and no passphrase was given, or the wrong one.
    case passphrase
    /// The certificate breaks the C2PA profile, does not fit the key, or is out of date.
    case certificate
    /// The token or program that holds the key gave no signature, or a wrong one.
    case signer
    /// No time-stamp authority answered as it should.
    case timeStamp
    /// The fresh signature did not verify.
    case readBack
    /// A fault of this library or of the cryptography below it.
    case `internal`
  }

  /// What kind of fault it was.
  public let kind: Kind
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
    _ kind: Kind, _ reason: String, path: String? = nil, offset: Int? = nil, hint: String? = nil
  ) {
    self.kind = kind
    self.reason = reason
    self.path = path
    self.offset = offset
    self.hint = hint
  }
}

extension SigningError: CustomStringConvertible {
  /// Path, reason and offset in one line.
  public var description: String {
    (path.map { "\($0): " } ?? "") + reason + (offset.map { " at byte \($0)" } ?? "")
  }
}
