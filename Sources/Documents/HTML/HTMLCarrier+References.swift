import BroadsealBytes

extension HTMLCarrier {
  /// What the `link` elements name that every reader counts to the head (C2PA 2.5 §A.7.1.2).
  package func references() throws(DocumentError) -> [String] {
    StoreReference.elsewhere(
      head.stores.compactMap { store in
        guard case .link(let reference) = store.kind, !store.isDisputed else { return nil }
        let text = String(decoding: HTMLCharacterReference.resolve(reference), as: UTF8.self)
        return text.replacing("&amp;", with: "&")
      })
  }
}
