public import Bytes
import OpenSSL

/// Where the private key of a credential is.
public enum KeySource: Sendable, Hashable {
  /// In a PEM, encrypted PEM or PKCS#12 file.
  case file(FilePath)
  /// On a PKCS#11 token: a `pkcs11:` address (RFC 7512) without a PIN, and the path of the module,
  /// nil for the one that the system is set up with.
  case token(address: String, module: String?)
  /// With a program, which is given bytes to sign and answers with their signature.
  case command(SignerCommand)

  /// As messages name it.
  public var display: String {
    switch self {
    case .file(let path): path.display
    case .token(let address, _): TokenAddress.display(address)
    case .command(let command): command.display
    }
  }
}
