package import BroadsealFiles

extension Document {
  /// Whether something in it looks like a manifest store, and like its own. Asked where its structure cannot be read.
  package func trace() throws(SourceError) -> StoreTrace {
    try StoreTrace.of(source, mark: format.storeMark)
  }
}
