import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL

/// How a server is asked over HTTPS.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "PEM with the authorities that vouch for HTTPS servers, instead of the system's.",
      valueName: "pem"))
  var tlsCa: PathArgument?

  /// Whose word is taken for who a server is.
  func trust(_ fallback: FilePath? = nil) throws(Failure) -> TLSTrust {
    guard let path = tlsCa?.path ?? fallback else { return .system }
    let bytes = try SmallFile.read(path)
    let certificates: [Certificate]
    do throws(OpenSSLError) {
      certificates = try Certificate.list(pem: bytes)
    } catch { throw Failure(.usage, path, "\(error)") }
    guard !certificates.isEmpty else { throw Failure(.usage, path, "there is no certificate") }
    return .authorities(certificates)
  }
}
