import BroadsealBytes
import CBroadsealOpenSSL
import Glibc
import Synchronization

/// OpenSSL's way to PKCS#11 tokens: the engine `pkcs11` of the OpenSC project.
///
/// One for the whole process, since PKCS#11 itself is: it is set up with the first module, and keeps
/// it. It never asks a person and never writes to the terminal.
enum TokenEngine {
  private static let name = "pkcs11"

  /// What was set up: the engine and the module.
  @safe private struct State: @unchecked Sendable {
    // Sendable: the engine locks itself, and is neither changed nor freed once it is set up.
    let engine: OpaquePointer
    let module: String?
  }

  private static let state = Mutex<State?>(nil)

  /// The private key at `address`, opened with `pin`; one attempt, since tokens count them.
  static func privateKey(
    at address: TokenAddress, pin: [UInt8]?
  ) throws(KeyError) -> PrivateKey {
    let result: Result<PrivateKey, KeyError> = state.withLock { state in
      Result { () throws(KeyError) -> PrivateKey in
        if state == nil { state = try started(module: address.module) }
        guard let ready = state, ready.module == address.module else {
          throw KeyError.tokenModule("another module is in use already")
        }
        return try load(address, pin, from: ready)
      }
    }
    return try result.get()
  }

  private static func started(module: String?) throws(KeyError) -> State {
    ERR_clear_error()
    defer { ERR_clear_error() }
    if let module { try requireModule(module) }
    guard let engine = unsafe shim_ENGINE_by_id(name) else { throw KeyError.noTokenSupport }
    guard unsafe shim_ENGINE_command(engine, "QUIET", nil) == 1,
      module.map({ unsafe shim_ENGINE_command(engine, "MODULE_PATH", $0) }) ?? 1 == 1,
      unsafe shim_ENGINE_init(engine) == 1
    else { throw KeyError.noTokenSupport }
    return unsafe State(engine: engine, module: module)
  }

  /// The engine would complain on the terminal of a module that cannot be loaded; so it is tried
  /// before, and kept open, as the engine keeps it.
  private static func requireModule(_ path: String) throws(KeyError) {
    guard let library = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let reason = unsafe dlerror().map { unsafe String(cString: $0) } ?? "it cannot be loaded"
      throw KeyError.tokenModule(reason)
    }
    guard unsafe dlsym(library, "C_GetFunctionList") != nil else {
      throw KeyError.tokenModule("\(path) is no PKCS#11 module")
    }
  }

  private static func load(
    _ address: TokenAddress, _ pin: [UInt8]?, from state: State
  ) throws(KeyError) -> PrivateKey {
    ERR_clear_error()
    if let pin {
      guard pin.count <= PassphraseRequest.maximumLength else { throw KeyError.passphraseTooLong }
      guard !pin.isEmpty, !pin.contains(0) else { throw KeyError.wrongPassphrase }
      let text = pin.map { CChar(bitPattern: $0) } + [0]
      guard unsafe shim_ENGINE_command(state.engine, "PIN", text) == 1 else {
        throw TokenFault.draining().keyError(hasPIN: true)
      }
    }
    guard let key = unsafe shim_ENGINE_load_private_key(state.engine, address.query) else {
      throw TokenFault.draining().keyError(hasPIN: pin != nil)
    }
    do throws(OpenSSLError) {
      return try unsafe PrivateKey(owning: key, isOnToken: true)
    } catch { throw KeyError.token(error.description) }
  }
}

/// What a token, its module or the engine complained of.
struct TokenFault {
  /// PKCS#11 names of the error that came first, as the engine words it; nil when there is none.
  private let reason: String?

  /// Takes what is in this thread's error queue.
  static func draining() -> TokenFault {
    TokenFault(reason: OpenSSLError.draining("use token").reasons.first)
  }

  /// What it means for loading a key.
  func keyError(hasPIN: Bool) -> KeyError {
    switch reason {
    case "PIN incorrect", "PIN invalid": .wrongPassphrase
    case "Unable to load PKCS#11 module": .tokenModule("it cannot be loaded")
    // Without its PIN a token does not show its private keys at all.
    case "object not found", "User not logged in", nil: hasPIN ? .noTokenKey : .missingPassphrase
    case "No tokens found", "No PKCS#11 token present", "no token": .noTokenKey
    case .some(let reason): .token(TokenFault.sentence(reason))
    }
  }

  /// PKCS#11 words begin with a capital; abbreviations keep theirs.
  private static func sentence(_ reason: String) -> String {
    guard let second = reason.dropFirst().first, second.isLowercase else { return reason }
    return reason.asClause
  }
}
