import BroadsealNotes

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
    /// A fault of this library or of the cryptography below it.
    public static let `internal` = Kind(.internal)

    private enum Name: String {
      case unreadable, malformed, changed, refused, request, exists, unwritable, credential
      case passphrase, certificate, signer, timeStamp, readBack, `internal`
    }

    private let name: Name

    private init(_ name: Name) { self.name = name }
  }
}

extension SigningError.Kind: CustomStringConvertible {
  /// Its name: `timeStamp`.
  public var description: String { name.rawValue }
}
