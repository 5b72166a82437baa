package import BroadsealOpenSSL
import Synchronization

/// Fetches manifest stores that files name.
///
/// A class because the workers of a run share which servers do not answer; these are only touched
/// under a lock.
package final class ManifestInquiry: Sendable {
  private let reach: NetworkReach
  private let maximumSize: Int
  /// Servers that gave no answer: they are not waited for again in this run.
  private let silent = Mutex<Set<String>>([])

  /// Seconds for one store.
  private static let timeout = 10

  /// An inquiry that asks whom `reach` allows.
  ///
  /// - Parameter maximumSize: the most bytes that one store may have.
  package init(reach: NetworkReach, maximumSize: Int) {
    self.reach = reach
    self.maximumSize = maximumSize
  }

  /// The bytes at `address`, as they were sent, no more than a store may have.
  package func store(at address: String) -> Result<[UInt8], HTTPError> {
    Result { () throws(HTTPError) -> [UInt8] in
      let address = try HTTPAddress(address)
      let server = "\(address.host):\(address.port)"
      guard !silent.withLock({ $0.contains(server) }) else {
        throw HTTPError(.unreachable, "\(address.host) did not answer before")
      }
      do throws(HTTPError) {
        return try HTTPClient(address, timeout: Self.timeout, reach: reach)
          .get(maximum: maximumSize)
      } catch {
        if error.kind == .unreachable { silent.withLock { _ = $0.insert(server) } }
        throw error
      }
    }
  }
}
