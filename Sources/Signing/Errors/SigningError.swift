public import BroadsealNotes

/// Why a document was not signed. Nothing was written, or the reason says what.
public struct SigningError: Error, Sendable, Hashable {
  /// What kind of fault it was.
  public let kind: Kind
  /// Why the document is refused, for programs (`PDF-CERTIFIED`); of other kinds mostly nil.
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

extension SigningError {
  /// The same with what to do about it, where it does not say that itself.
  func hinting(_ hint: @autoclosure () -> String?) -> SigningError {
    guard self.hint == nil, let hint = hint() else { return self }
    return SigningError(kind, reason, code: code, path: path, offset: offset, hint: hint)
  }
}

extension SigningError: CustomStringConvertible {
  /// Path, reason and offset in one line.
  public var description: String {
    (path.map { "\($0): " } ?? "") + reason + (offset.map { " at byte \($0)" } ?? "")
  }
}

extension SigningError {
  /// What kind of fault it was.
  ///
  /// Compare it with `==` or in a `switch` with a `default`: later versions may know more kinds.
  public struct Kind: Sendable, Hashable {
    /// The document cannot be opened or read.
    public static let unreadable = Kind(.unreadable)
    /// The document does not follow its format, or holds credentials that cannot be kept.
    public static let malformed = Kind(.malformed)
    /// The document changed while it was read.
    public static let changed = Kind(.changed)
    /// The document follows its format but is not signed as it is; `SigningError.code` says why.
    public static let refused = Kind(.refused)
    /// The request contradicts itself or leaves out what a label needs.
    public static let request = Kind(.request)
    /// The output exists already.
    public static let exists = Kind(.exists)
    /// The output cannot be written: no space, no permission, no such folder.
    public static let unwritable = Kind(.unwritable)
    /// The key file cannot be read or holds no usable key.
    public static let credential = Kind(.credential)
    /// The key file is encrypted and no passphrase was given, or the wrong one.
    public static let passphrase = Kind(.passphrase)
    /// The certificate breaks the C2PA profile, does not fit the key, or is out of date.
    public static let certificate = Kind(.certificate)
    /// The token or program that holds the key gave no signature, or a wrong one.
    public static let signer = Kind(.signer)
    /// No time-stamp authority answered as it should.
    public static let timeStamp = Kind(.timeStamp)
    /// The fresh signature did not verify.
    public static let readBack = Kind(.readBack)
    /// The issuer's profile cannot be used, or leaves out what is needed.
    public static let profile = Kind(.profile)
    /// A list or anchor that the profile names cannot be believed.
    public static let trust = Kind(.trust)
    /// No responder said anything about the certificate, and the signature has to bring an answer along.
    public static let revocation = Kind(.revocation)
    /// A fault of this library or of the cryptography below it.
    public static let `internal` = Kind(.internal)

    private enum Name: String {
      case unreadable, malformed, changed, refused, request, exists, unwritable, credential
      case passphrase, certificate, signer, timeStamp, readBack, profile, trust, revocation
      case `internal`
    }

    private let name: Name

    private init(_ name: Name) { self.name = name }
  }
}

extension SigningError.Kind: CustomStringConvertible {
  /// Its name: `timeStamp`.
  public var description: String { name.rawValue }
}
