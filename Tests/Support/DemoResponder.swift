package import BroadsealOpenSSL
import Synchronization

/// Answers about revocation on the loopback address, for a demonstration that names it: the lists are files
/// of the folder of keys, and `openssl ocsp` answers for its responders.
package final class DemoResponder: Sendable {
  private struct State {
    /// The folder that `keys demo` made; nil until then.
    var keys: String?
    var isSilent = false
    var revoked: Set<String> = []
    var questions = 0
  }

  /// What `keys demo --responder` takes.
  package let address: String
  private let server: LocalAuthorityServer
  private let state: StateBox

  /// A class because a lock has one place; what it holds is only ever touched under it.
  private final class StateBox: Sendable {
    let value = Mutex(State())
  }

  /// Starts to listen.
  package init() throws {
    let state = StateBox()
    self.state = state
    server = try LocalAuthorityServer(requests: 100_000) { path, body in
      let found = state.value.withLock { state in
        state.questions += 1
        return state
      }
      guard !found.isSilent, let keys = found.keys else { return nil }
      return DemoResponder.reply(path, body, keys: keys, revoked: found.revoked)
    }
    address = "http://127.0.0.1:\(server.port)"
  }

  /// Serves the folder at `keys` from now on.
  package func serve(_ keys: String) { state.value.withLock { $0.keys = keys } }

  /// Stops answering, or starts again.
  package func silence(_ isSilent: Bool = true) {
    state.value.withLock { $0.isSilent = isSilent }
  }

  /// Says from now on that `certificate` was revoked.
  package func revoke(_ certificate: Certificate) {
    _ = state.value.withLock { $0.revoked.insert(certificate.serialHex) }
  }

  /// How often anybody asked.
  package var questions: Int { state.value.withLock { $0.questions } }

  private static func reply(
    _ path: String, _ body: [UInt8], keys: String, revoked: Set<String>
  ) -> [UInt8]? {
    guard body.isEmpty else {
      return ocsp(body, folder: keys + path.replacing("/ocsp", with: ""), revoked: revoked).map {
        LocalAuthorityServer.response($0, type: "application/ocsp-response")
      }
    }
    return Scratch.bytes(of: keys + path).map {
      LocalAuthorityServer.response($0, type: "application/pkix-crl")
    }
  }

  /// The answer of the responder in `folder` about the signer of that folder.
  private static func ocsp(
    _ request: [UInt8], folder: String, revoked: Set<String>
  ) -> [UInt8]? {
    guard let pem = Scratch.bytes(of: folder + "/chain.pem"),
      let leaf = try? Certificate.list(pem: pem).first
    else { return nil }
    let scratch = Scratch()
    let state =
      revoked.contains(leaf.serialHex)
      ? "R\t991231235959Z\t260101000000Z,keyCompromise" : "V\t991231235959Z\t"
    scratch.write(
      Array("\(state)\t\(leaf.serialHex.uppercased())\tunknown\t/CN=x\n".utf8), to: "index.txt")
    scratch.write(request, to: "request.der")
    let made = Command.shell(
      "cd '\(scratch.path)' && openssl ocsp -index index.txt -CA '\(folder)/ca/issuing.pem' "
        + "-rsigner '\(folder)/ocsp/chain.pem' -rkey '\(folder)/ocsp/key.pem' -ndays 1 "
        + "-reqin request.der -respout answer.der")
    return made.code == 0 ? scratch.read("answer.der") : nil
  }
}
