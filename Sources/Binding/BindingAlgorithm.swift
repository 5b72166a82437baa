import BroadsealOpenSSL
import BroadsealProvenance

/// Chooses the hash function of a binding (C2PA 2.5 §14.4).
enum BindingAlgorithm {
  /// The first of `names` that is there: nearest first, the claim's last.
  ///
  /// Throws `algorithm.unsupported` when none is there, or one that is not allowed.
  static func choose(_ names: String?...) throws(Problem) -> DigestAlgorithm {
    guard let name = names.compactMap({ $0 }).first else {
      throw Problem(.algorithmUnsupported, "no hash algorithm is named")
    }
    guard let algorithm = DigestAlgorithm(rawValue: name) else {
      throw Problem(.algorithmUnsupported, "the hash algorithm is not one of C2PA")
    }
    return algorithm
  }
}

extension DigestAlgorithm {
  /// What stands for a digest that is not known yet.
  var zeros: [UInt8] { [UInt8](repeating: 0, count: byteCount) }
}
