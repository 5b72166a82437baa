import ArgumentParser
import Broadseal
import BroadsealOpenSSL
import BroadsealSigning

/// How a server is asked over HTTPS.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "PEM with the authorities that vouch for HTTPS servers, instead of the system's.",
      valueName: "pem"))
  var tlsCa: PathArgument?

  /// Whose word is taken for who a server is.
  func trust() throws(Failure) -> TLSTrust {
    guard let path = tlsCa?.path else { return .system }
    do throws(SigningError) {
      return try TLSTrust(authoritiesIn: path)
    } catch { throw Failure(.usage, "\(error)") }
  }
}
