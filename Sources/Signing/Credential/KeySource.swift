public import BroadsealBytes
package import BroadsealOpenSSL

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

  /// The private key on a token.
  ///
  /// - Throws: `SigningError` of kind `credential` or `passphrase`.
  package func tokenKey(pin: [UInt8]?) throws(SigningError) -> PrivateKey {
    guard case .token(let text, let module) = self else {
      throw SigningError(.internal, "no token holds the key")
    }
    let address: TokenAddress
    do throws(Malformed) {
      address = try TokenAddress(text, module: module)
    } catch {
      throw SigningError(
        .credential, "the token's address is not understood: \(error.reason)", path: display,
        hint: "write it as pkcs11:token=LABEL;object=LABEL, with %20 for a blank")
    }
    do throws(KeyError) {
      return try KeyStore.load(address, pin: pin)
    } catch { throw .key(error, name: display) }
  }
}
