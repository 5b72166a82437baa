import CBroadsealOpenSSL

/// The hash functions that signatures of others are computed with, weak ones too.
///
/// `DigestAlgorithm` has the three that C2PA allows; whatever is signed or bound here uses those.
package enum HashFunction: String, CaseIterable, Sendable {
  case md5 = "MD5"
  case sha1 = "SHA1"
  case ripemd160 = "RIPEMD160"
  case sha224 = "SHA2-224"
  case sha256 = "SHA2-256"
  case sha384 = "SHA2-384"
  case sha512 = "SHA2-512"
  case sha512Of224 = "SHA2-512/224"
  case sha512Of256 = "SHA2-512/256"
  case sha3Of224 = "SHA3-224"
  case sha3Of256 = "SHA3-256"
  case sha3Of384 = "SHA3-384"
  case sha3Of512 = "SHA3-512"
  /// SHAKE256 with 512 bits of output, as Ed448 has it (RFC 8702).
  case shake256 = "SHAKE256"

  /// As people know it: `SHA-256`.
  package var name: String {
    switch self {
    case .md5, .shake256: rawValue
    case .sha1: "SHA-1"
    case .ripemd160: "RIPEMD-160"
    case .sha224, .sha256, .sha384, .sha512, .sha512Of224, .sha512Of256:
      "SHA-" + rawValue.dropFirst(5)
    case .sha3Of224, .sha3Of256, .sha3Of384, .sha3Of512: rawValue
    }
  }

  /// Length of a hash value in bytes.
  package var byteCount: Int {
    switch self {
    case .md5: 16
    case .sha1, .ripemd160: 20
    case .sha224, .sha512Of224, .sha3Of224: 28
    case .sha256, .sha512Of256, .sha3Of256: 32
    case .sha384, .sha3Of384: 48
    case .sha512, .sha3Of512, .shake256: 64
    }
  }

  /// Dotted object identifier.
  package var objectIdentifier: String {
    switch self {
    case .md5: "1.2.840.113549.2.5"
    case .sha1: "1.3.14.3.2.26"
    case .ripemd160: "1.3.36.3.2.1"
    case .sha224: "2.16.840.1.101.3.4.2.4"
    case .sha256: "2.16.840.1.101.3.4.2.1"
    case .sha384: "2.16.840.1.101.3.4.2.2"
    case .sha512: "2.16.840.1.101.3.4.2.3"
    case .sha512Of224: "2.16.840.1.101.3.4.2.5"
    case .sha512Of256: "2.16.840.1.101.3.4.2.6"
    case .sha3Of224: "2.16.840.1.101.3.4.2.7"
    case .sha3Of256: "2.16.840.1.101.3.4.2.8"
    case .sha3Of384: "2.16.840.1.101.3.4.2.9"
    case .sha3Of512: "2.16.840.1.101.3.4.2.10"
    case .shake256: "2.16.840.1.101.3.4.2.12"
    }
  }

  /// Whether two documents with the same hash value can be made.
  package var isWeak: Bool { [.md5, .sha1, .ripemd160].contains(self) }

  /// The function with a dotted object identifier; nil when it is none that is computed here.
  package init?(objectIdentifier: String) {
    guard let found = HashFunction.byIdentifier[objectIdentifier] else { return nil }
    self = found
  }

  /// One of those that C2PA allows.
  package init(_ algorithm: DigestAlgorithm) {
    self =
      switch algorithm {
      case .sha256: .sha256
      case .sha384: .sha384
      case .sha512: .sha512
      }
  }

  private static let byIdentifier = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.objectIdentifier, $0) })

  /// OpenSSL's implementation, fetched once for the process; nil when this OpenSSL has none.
  var implementation: OpaquePointer? { unsafe HashFunction.fetched[self]?.pointer }

  /// A method table that OpenSSL never changes once fetched, so that threads may share it.
  @safe private struct Fetched: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private static let fetched: [HashFunction: Fetched] = {
    var found: [HashFunction: Fetched] = [:]
    for function in allCases {
      if let method = unsafe EVP_MD_fetch(nil, function.rawValue, nil) {
        found[function] = unsafe Fetched(pointer: method)
      }
    }
    ERR_clear_error()
    return found
  }()

  /// The hash value of `bytes`; nil when this OpenSSL cannot compute it.
  package func value(of bytes: [UInt8]) -> [UInt8]? {
    guard let context = HashContext(self) else { return nil }
    return unsafe context.update(bytes.span.bytes) ? context.finish() : nil
  }
}

/// A running hash of any function that others sign with: see `HashFunction`.
///
/// A class because it owns OpenSSL's context; one walk over a file has it, and shares it with nobody.
@safe package final class HashContext {
  private let function: HashFunction
  private let context: OpaquePointer

  /// A fresh hash; nil when this OpenSSL has no such function.
  package init?(_ function: HashFunction) {
    guard let method = unsafe function.implementation, let context = unsafe EVP_MD_CTX_new() else {
      return nil
    }
    guard unsafe EVP_DigestInit_ex2(context, method, nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      return nil
    }
    self.function = function
    unsafe self.context = unsafe context
  }

  /// A hash that goes on from where `other` is.
  package init?(copying other: HashContext) {
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    guard unsafe EVP_MD_CTX_copy_ex(context, other.context) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      return nil
    }
    function = other.function
    unsafe self.context = unsafe context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds the bytes of `span`; false when OpenSSL could not.
  package func update(_ span: RawSpan) -> Bool {
    unsafe span.withUnsafeBytes { input in
      unsafe EVP_DigestUpdate(context, input.baseAddress, input.count) == 1
    }
  }

  /// The hash value of everything added; nil when OpenSSL could not.
  package func finish() -> [UInt8]? {
    OpenSSLError.quietly {
      var value = [UInt8](repeating: 0, count: function.byteCount)
      let done =
        function == .shake256
        ? unsafe EVP_DigestFinalXOF(context, &value, value.count)
        : unsafe EVP_DigestFinal_ex(context, &value, nil)
      return done == 1 ? value : nil
    }
  }
}
