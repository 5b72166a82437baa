import BroadsealOpenSSL
import BroadsealTrust

extension OCSPAnswer {
  /// The same, disowned where a list says that somebody else may hold the key of whoever signed it, or that of
  /// the issuer who appointed him.
  func judged(by withdrawals: Withdrawals, of issuer: Certificate) -> OCSPAnswer {
    guard !withdrawals.isEmpty else { return self }
    var answer = self
    answer.isDisowned = withdrawals.tellCompromise(of: [responder, issuer].compactMap(\.self))
    return answer
  }
}
