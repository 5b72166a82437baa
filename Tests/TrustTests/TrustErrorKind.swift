import BroadsealTrust

extension String {
  func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}

/// The kind of the `TrustError` that `body` throws; nil when it throws none.
func kind(of body: () throws -> Void) -> TrustError.Kind? {
  do {
    try body()
    return nil
  } catch let error as TrustError {
    return error.kind
  } catch {
    return nil
  }
}
