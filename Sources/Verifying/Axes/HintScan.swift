import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Glibc

/// Looks for unsigned traces of generative AI in a file's own metadata.
///
/// A trace proves nothing; it can only raise a conflict with what the issuer states.
enum HintScan {
  /// What was found, each kind of trace once.
  ///
  /// - Parameter store: the bytes of the manifest store, which are no unsigned trace.
  static func hints(
    in document: Document, outside store: ByteRange?
  ) throws(SourceError) -> [Note] {
    var hints: [Note] = []
    for range in try document.metadata(outside: store) {
      let bytes = try document.source.read(range)
      for hint in self.hints(in: bytes) where !hints.contains(hint) { hints.append(hint) }
    }
    return hints
  }

  private static func hints(in bytes: [UInt8]) -> [Note] {
    var hints: [Note] = []
    for term in terms(in: bytes) where generative.contains(term) {
      hints.append(
        Note(HintCode.sourceType, "metadata names the digital source type \(term)"))
    }
    for (marker, reason) in markers where offset(of: marker, in: bytes, from: 0) != nil {
      hints.append(reason)
    }
    return hints
  }

  /// Terms after every occurrence of the vocabulary's name.
  private static func terms(in bytes: [UInt8]) -> Set<String> {
    var terms: Set<String> = []
    var start = 0
    while let found = offset(of: vocabulary, in: bytes, from: start) {
      start = found + vocabulary.count
      let term = bytes[start...].prefix(longestTerm).prefix { byte in
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      }
      terms.insert(String(decoding: term, as: UTF8.self))
    }
    return terms
  }

  private static func offset(of marker: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = marker.first else { return nil }
    return unsafe bytes.withUnsafeBytes { all in
      var offset = start
      while let base = all.baseAddress, offset + marker.count <= all.count,
        let hit = unsafe memchr(base + offset, Int32(first), all.count - marker.count - offset + 1)
      {
        offset = unsafe UnsafeRawPointer(hit) - base
        if unsafe memcmp(hit, marker, marker.count) == 0 { return offset }
        offset += 1
      }
      return nil
    }
  }

  private static let vocabulary = Array("cv.iptc.org/newscodes/digitalsourcetype/".utf8)
  private static let longestTerm = 64
  private static let generative: Set<String> = [
    "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic",
    "trainedAlgorithmicData",
  ]
  private static let markers: [([UInt8], Note)] = [
    (
      Array("TC260:AIGC".utf8),
      Note(HintCode.tc260)
    ),
    (
      Array("Iptc4xmpExt:AISystemUsed".utf8),
      Note(HintCode.iptcAI)
    ),
    (
      Array("tEXtparameters\0".utf8),
      Note(HintCode.parameters)
    ),
  ]
}
