import BroadsealOpenSSL
import BroadsealTrust

/// Where a list is fetched from.
struct ListSource: Sendable {
  /// The address.
  let address: HTTPAddress
  /// The address as messages name it.
  let name: String
  private let client: HTTPClient

  /// The list at the address `text`.
  ///
  /// - Parameter timeout: seconds to wait altogether.
  init(_ text: String, timeout: Int, _ network: NetworkOptions) throws(Failure) {
    name = HTTPAddress.shown(text)
    do throws(HTTPError) {
      address = try HTTPAddress(text)
    } catch { throw Failure.usage("\(HTTPAddress.shown(text)): \(error)") }
    client = HTTPClient(address, timeout: timeout, trust: try network.trust())
  }

  /// What stands there, which may be anything.
  func bytes() throws(Failure) -> [UInt8] {
    do throws(HTTPError) {
      return try client.get(maximum: TrustLimits.maximumFileSize)
    } catch {
      throw Failure(
        error.kind == .tooLarge ? .trust : .incomplete, "\(name): \(error)",
        hint: error.kind == .identity
          ? "--tls-ca names the authority of a server that the system does not know" : nil)
    }
  }
}
