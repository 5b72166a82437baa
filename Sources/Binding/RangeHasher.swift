package import BroadsealBytes
package import BroadsealFiles
package import BroadsealOpenSSL

/// Hashes several selections of one file, as the signatures of a PDF name them.
///
/// Each signature of a file that was signed again and again covers nearly everything that the one
/// before it covers. What selections share from the first byte on is hashed once.
package enum RangeHasher {
  /// Bytes of the file, and the function to hash them with.
  package struct Selection: Sendable {
    /// In the order of the file, without overlap, inside the file.
    package let ranges: [ByteRange]
    /// The hash function.
    package let function: HashFunction

    /// A selection.
    package init(_ ranges: [ByteRange], _ function: HashFunction) {
      self.ranges = ranges.filter { $0.length > 0 }
      self.function = function
    }
  }

  /// The hash values of `selections`, in their order; nil where OpenSSL cannot compute one.
  package static func values(
    of source: ByteSource, _ selections: [Selection], through buffer: inout [UInt8]
  ) throws(SourceError) -> [[UInt8]?] {
    var values = [[UInt8]?](repeating: nil, count: selections.count)
    for function in HashFunction.allCases {
      let order = selections.indices.filter { selections[$0].function == function }
        .sorted { start(of: selections[$0]) < start(of: selections[$1]) }
      guard !order.isEmpty, let shared = HashContext(function) else { continue }
      var position = 0
      for index in order {
        let end = start(of: selections[index])
        if let more = ByteRange(position..<end) {
          guard try add([more], of: source, to: shared, through: &buffer) else { break }
        }
        position = end
        guard let own = HashContext(copying: shared) else { continue }
        let rest = end > 0 ? selections[index].ranges.dropFirst() : selections[index].ranges[...]
        guard try add(rest, of: source, to: own, through: &buffer) else { continue }
        values[index] = own.finish()
      }
    }
    return values
  }

  /// Where the run of bytes ends that the selection begins with at the first byte of the file.
  private static func start(of selection: Selection) -> Int {
    selection.ranges.first.flatMap { $0.start == 0 ? $0.end : nil } ?? 0
  }

  /// Adds the bytes of `ranges`; false when OpenSSL could not.
  private static func add(
    _ ranges: some Sequence<ByteRange>, of source: ByteSource, to context: HashContext,
    through buffer: inout [UInt8]
  ) throws(SourceError) -> Bool {
    for range in ranges {
      do throws(StreamError<OpenSSLError>) {
        try source.stream(range, through: &buffer) { span throws(OpenSSLError) in
          guard context.update(span) else { throw OpenSSLError(operation: "hash") }
        }
      } catch {
        guard case .source(let fault) = error else { return false }
        throw fault
      }
    }
    return true
  }
}
