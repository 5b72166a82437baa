import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealProvenance

/// What the exclusions of a BMFF hash leave out of one file (C2PA 2.5 §16.3.2.2).
struct BMFFExclusions {
  /// The bytes left out: sorted, without overlap, not even next to each other.
  let holes: [ByteRange]
  /// Whether an exclusion is there that neither the standard asks for nor every file may have.
  let hasAdditional: Bool

  /// Lays the exclusions of `hash` over `boxes`.
  ///
  /// - Throws: `assertion.bmffHash.malformed` for a path that is none.
  init(
    _ hash: BMFFHash, over boxes: MediaBoxes, of source: ByteSource
  ) throws(BMFFFault) {
    var search = MediaBoxSearch(boxes, of: source)
    var found: [ByteRange] = []
    var work = 0
    for exclusion in hash.exclusions {
      guard let path = BoxPath(exclusion.xpath) else {
        throw .problem(
          Problem(.assertionBmffHashMalformed, "the path of an exclusion is none of the standard's")
        )
      }
      do throws(DocumentError) {
        for box in try search.boxes(at: path) {
          work += exclusion.data.count + 1
          guard work <= BMFFExclusions.maximumWork else { break }
          guard try BMFFExclusions.matches(exclusion, box, &search) else { continue }
          found += BMFFExclusions.parts(of: box, exclusion)
        }
      } catch { throw BMFFFault(error) }
      guard found.count <= BMFFExclusions.maximumHoles, work <= BMFFExclusions.maximumWork else {
        throw .problem(Problem(.assertionBmffHashMalformed, "too many boxes are left out"))
      }
    }
    holes = BMFFExclusions.merged(found)
    hasAdditional = hash.exclusions.contains { !$0.isUsual(besideTrees: !hash.trees.isEmpty) }
  }

  /// Most runs of bytes that are left out.
  static let maximumHoles = 200_000
  /// Most comparisons of a box with an exclusion.
  static let maximumWork = 1_000_000

  private static func matches(
    _ exclusion: BMFFHash.Exclusion, _ box: MediaBox, _ search: inout MediaBoxSearch
  ) throws(DocumentError) -> Bool {
    if let length = exclusion.length, length != box.range.length { return false }
    if exclusion.version != nil || exclusion.flags != nil {
      guard let found = try search.version(of: box) else { return false }
      if let version = exclusion.version, version != Int(found.version) { return false }
      if let flags = exclusion.flags {
        let isMet =
          exclusion.isExact
          ? flags == found.flags : zip(flags, found.flags).allSatisfy { $0 & $1 == $0 }
        if !isMet { return false }
      }
    }
    for match in exclusion.data {
      guard try search.bytes(match.value.count, at: match.offset, of: box) == match.value else {
        return false
      }
    }
    return true
  }

  private static func parts(of box: MediaBox, _ exclusion: BMFFHash.Exclusion) -> [ByteRange] {
    guard let subset = exclusion.subset else { return [box.range] }
    return subset.compactMap { part in
      guard part.offset < box.range.length else { return nil }
      let rest = box.range.length - part.offset
      let length = part.length == 0 ? rest : min(part.length, rest)
      return ByteRange(start: box.range.start + part.offset, length: length)
    }
  }

  private static func merged(_ ranges: [ByteRange]) -> [ByteRange] {
    var merged: [ByteRange] = []
    for range in ranges.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) })
    where range.length > 0 {
      if let last = merged.last, range.start <= last.end {
        merged[merged.count - 1] =
          ByteRange(last.start..<max(last.end, range.end)) ?? last
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// What stays of `boxes`, each with its offset before it; a box that is left out whole has none.
  ///
  /// - Parameter trailing: bytes behind them that are no box.
  func kept(of boxes: ArraySlice<MediaBox>, trailing: ByteRange? = nil) -> HashedPart {
    var ranges: [ByteRange] = []
    var prefixes: [Int: [UInt8]] = [:]
    var hole = boxes.first.map { holeIndex(from: $0.range.start) } ?? 0
    for box in boxes {
      var inside: [ByteRange] = []
      while hole < holes.count, holes[hole].start < box.range.end {
        let part = max(holes[hole].start, box.range.start)..<min(holes[hole].end, box.range.end)
        if let part = ByteRange(part), part.length > 0 { inside.append(part) }
        guard holes[hole].end <= box.range.end else { break }
        hole += 1
      }
      let kept = box.range.minus(inside)
      if !kept.isEmpty { prefixes[ranges.count] = BMFFExclusions.prefix(box.range.start) }
      ranges += kept
    }
    if let trailing { ranges.append(trailing) }
    return HashedPart(ranges, prefixes: prefixes)
  }

  /// The first hole that ends behind `offset`.
  private func holeIndex(from offset: Int) -> Int {
    var (low, high) = (0, holes.count)
    while low < high {
      let middle = (low + high) / 2
      if holes[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The offset of a box as it goes into the hash.
  static func prefix(_ offset: Int) -> [UInt8] {
    var writer = ByteWriter(capacity: 8)
    writer.writeBigEndian(UInt64(offset))
    return writer.bytes
  }
}

/// Why a BMFF hash could not be checked to its end.
enum BMFFFault: Error {
  /// The assertion or the file is at fault.
  case problem(Problem)
  /// Nothing was learnt about the file.
  case hashing(HashingError)

  init(_ error: DocumentError) {
    switch error {
    case .source(let fault): self = .hashing(.source(fault))
    case .malformed, .refused:
      self = .problem(
        Problem(.assertionBmffHashMismatch, "the boxes of the file cannot be listed"))
    }
  }
}

extension BMFFHash.Exclusion {
  /// The box of C2PA, as the standard wants it excluded (C2PA 2.5 §A.5.5).
  static let provenance = BMFFHash.Exclusion(
    xpath: "/uuid", data: [Match(offset: 8, value: ProvenanceBox.identifier)])
  /// The index of random access points, likewise.
  static let randomAccess = BMFFHash.Exclusion(xpath: "/mfra")
  /// The media data behind a header of 16 bytes, beside a tree.
  static let mediaData = BMFFHash.Exclusion(
    xpath: "/mdat", subset: [Part(offset: 16, length: 0)])

  /// Whether the standard asks for it, in 2.5 or in 2.4, or says nothing against it.
  fileprivate func isUsual(besideTrees: Bool) -> Bool {
    if self == .provenance || (besideTrees && self == .mediaData) { return true }
    return ["/mfra", "/ftyp", "/free", "/skip"].contains { self == Self(xpath: $0) }
  }
}
