import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL

/// A file, byte for byte, or an address that begins with `pkcs11:`.
struct KeyArgument: ExpressibleByArgument, Sendable, Hashable {
  /// The argument as text.
  let text: String
  /// The file of that name.
  let path: FilePath

  init?(argument: String) {
    guard let path = PathArgument(argument: argument)?.path else { return nil }
    self.path = path
    text = argument
  }

  /// Whether it is an address on a token.
  var isToken: Bool { text.hasPrefix(TokenAddress.prefix) }
}
