package import BroadsealBytes
package import BroadsealCBOR
package import BroadsealDocuments
import BroadsealNotes
package import BroadsealOpenSSL
package import BroadsealProvenance

/// `c2pa.hash.collection.data` (C2PA 2.5 §14.12.5, §A.6.2): a hash for each file of a collection, and one
/// for its directory.
package struct CollectionHashBinding: HardBinding {
  package static let label = CollectionHash.label
  package static let mismatch = StatusCode.assertionCollectionHashMismatch

  private let collection: FileCollection

  package init?(writing coverage: any Coverage, around rooms: [ByteRange]) {
    guard let collection = coverage as? FileCollection else { return nil }
    self.collection = collection
  }

  package func parts(outputSize: Int) -> [HashedPart] {
    collection.members.map { HashedPart([$0.range]) } + [HashedPart(collection.directory)]
  }

  package func value(_ digests: [Digest]?, _ algorithm: DigestAlgorithm) -> CBOR.Value {
    let members = collection.members.enumerated().map { index, member in
      CollectionHash.Member(uri: member.uri, hash: digests?[index].bytes ?? algorithm.zeros)
    }
    return CollectionHash(
      members: members, algorithm: algorithm.rawValue,
      zipCentralDirectoryHash: digests?.last?.bytes ?? algorithm.zeros
    ).asValue
  }

  package static func verify(
    _ value: CBOR.Value, _ subject: BindingSubject, wantsFileDigest: Bool,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> BindingOutcome {
    let hash: CollectionHash
    do throws(Problem) { hash = try CollectionHash(value) } catch { return BindingOutcome(error) }
    return try verify(hash, subject, wantsFileDigest: wantsFileDigest, through: &buffer)
  }

  /// Checks `hash` against the file.
  ///
  /// - Parameters:
  ///   - wantsFileDigest: whether the SHA-256 of the whole file is wanted too; it is taken in the
  ///     same pass and costs the time of a second hash.
  ///   - buffer: reused; made on first use.
  /// - Throws: only what prevented the check; a mismatch is a status.
  package static func verify(
    _ hash: CollectionHash, _ subject: BindingSubject, wantsFileDigest: Bool,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> BindingOutcome {
    if let limit = CollectionHashBinding.limit(of: hash, subject) { return limit }
    let plan: CollectionPlan
    let directory: (ranges: [ByteRange], hash: [UInt8])
    let algorithm: DigestAlgorithm
    do throws(Problem) {
      let collection = try collection(of: subject)
      algorithm = try BindingAlgorithm.choose(hash.algorithm, subject.claimAlgorithm)
      if let located = subject.located {
        try Exclusions.checkStore(located, or: .assertionCollectionHashMismatch)
      }
      plan = try CollectionPlan(hash, over: collection)
      guard let directoryHash = hash.zipCentralDirectoryHash else {
        throw Problem(
          .assertionCollectionHashMalformed, "the hash of the central directory is missing")
      }
      directory = (collection.directory, directoryHash)
    } catch {
      let file =
        wantsFileDigest ? try FileHasher.fileDigest(of: subject.source, through: &buffer) : nil
      return BindingOutcome(error, fileDigest: file)
    }
    let found = try FileHasher.digests(
      of: subject.source,
      parts: plan.parts.map { HashedPart(ranges(of: $0.member)) }
        + [HashedPart(directory.ranges)],
      notable: Set(plan.parts.indices.filter { plan.parts[$0].member.trailerLength > 0 }),
      algorithm, wantsFileDigest: wantsFileDigest, through: &buffer)
    for (place, part) in plan.parts.enumerated() {
      // What a trailer says stands in the directory too: a hash without it covers as much.
      guard found.parts[place].bytes == part.hash || found.early[place]?.bytes == part.hash else {
        let reason = "the file \(part.member.path) is not the one that was signed"
        return BindingOutcome(
          Problem(.assertionCollectionHashMismatch, reason), fileDigest: found.file)
      }
    }
    guard found.parts.last?.bytes == directory.hash else {
      let reason = "the central directory is not the one that was signed"
      return BindingOutcome(
        Problem(.assertionCollectionHashMismatch, reason), fileDigest: found.file)
    }
    return BindingOutcome(
      statuses: [Status(.assertionCollectionHashMatch)],
      onlyStoreExcluded: plan.onlyStoreExcluded, fileDigest: found.file,
      deviations: hash.isMap ? [mapForm] : [])
  }

  private static let mapForm = Note(ZIPCode.hashMap)

  private static func ranges(of member: FileCollection.Member) -> [ByteRange] {
    let (range, trailer) = (member.range, member.trailerLength)
    let parts = [
      ByteRange(start: range.start, length: range.length - trailer),
      ByteRange(start: range.end - trailer, length: trailer),
    ]
    return parts.compactMap(\.self).filter { $0.length > 0 }
  }

  /// What is said of a list that is not an archive's: it binds files of a folder (C2PA 2.5 §16.3.4), into which
  /// nobody looks when one file is asked about. Nil for an archive, and where a list was made of one.
  private static func limit(of hash: CollectionHash, _ subject: BindingSubject) -> BindingOutcome? {
    guard hash.zipCentralDirectoryHash == nil, !(subject.carrier is ZIPCarrier) else { return nil }
    return BindingOutcome(
      statuses: [], onlyStoreExcluded: false, fileDigest: nil,
      limit: "the label binds files of a folder, and only single files are looked at")
  }

  private static func collection(of subject: BindingSubject) throws(Problem) -> FileCollection {
    do throws(DocumentError) {
      if let collection = try subject.carrier?.collection() { return collection }
    } catch {
      throw Problem(.assertionCollectionHashMismatch, "the files of the archive cannot be listed")
    }
    throw Problem(.assertionCollectionHashMismatch, "a file of this kind is no collection")
  }
}

/// What a collection hash says, laid over the files that the archive has.
struct CollectionPlan {
  /// One file to be hashed.
  struct Part {
    /// The file as it stands.
    let member: FileCollection.Member
    /// The hash that was signed.
    let hash: [UInt8]
  }

  /// The files to be hashed, in file order.
  let parts: [Part]
  /// Whether every byte that is not hashed is the store's entry, or repeated where it is hashed.
  let onlyStoreExcluded: Bool

  /// Lays the members of `hash` over `collection`: every file once, and none that is not there.
  ///
  /// Throws the standard's codes for URIs that are none, for files that are missing or not listed,
  /// and for a size that no reading of the file has.
  init(_ hash: CollectionHash, over collection: FileCollection) throws(Problem) {
    let files = collection.members + collection.empty
    let places = Dictionary(
      files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    var hashes = [[UInt8]?](repeating: nil, count: files.count)
    for listed in hash.members {
      let path = try CollectionPlan.path(of: listed.uri)
      guard let place = places[path], files[place].path.isExactly(path) else {
        throw Problem(.assertionCollectionHashIncorrectFileCount, "a listed file is missing")
      }
      guard hashes[place] == nil else {
        throw Problem(.assertionCollectionHashMalformed, "a file is listed twice")
      }
      let file = files[place]
      if let size = listed.size, size != file.range.length,
        size != file.range.length - file.trailerLength, !file.contentSizes.contains(size)
      {
        throw Problem(
          .assertionCollectionHashMismatch, "the size of \(path) is not the one that was signed")
      }
      hashes[place] = listed.hash
    }
    if let place = collection.members.indices.first(where: { hashes[$0] == nil }) {
      throw Problem(
        .assertionCollectionHashIncorrectFileCount, "the file \(files[place].path) is not listed")
    }
    parts = files.indices.compactMap { place in
      hashes[place].map { Part(member: files[place], hash: $0) }
    }.sorted { $0.member.range.start < $1.member.range.start }
    onlyStoreExcluded = files.indices.allSatisfy { hashes[$0] != nil || files[$0].isRepeated }
  }

  /// The path that a relative URI stands for (C2PA 2.5 §14.12.5.1; RFC 3986 §4.2).
  ///
  /// Percent-encoding is undone; characters that should have been encoded are taken as they are.
  private static func path(of uri: String) throws(Problem) -> String {
    func invalid(_ reason: String) -> Problem {
      Problem(.assertionCollectionHashInvalidURI, reason)
    }
    guard let path = PercentCoding.decode(uri), !path.isEmpty, CombiningRun.isShort(in: path)
    else { throw invalid("a URI has an escape that stands for nothing") }
    guard !uri.utf8.contains(UInt8(ascii: "?")), !uri.utf8.contains(UInt8(ascii: "#")),
      !path.utf8.contains(UInt8(ascii: "\\"))
    else { throw invalid("a URI is more than a path") }
    let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard segments.first?.isEmpty == false else { throw invalid("a URI is absolute") }
    guard !uri.utf8.prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: ":")) else {
      throw invalid("a URI names a scheme")
    }
    guard segments.allSatisfy({ !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) })
    else { throw invalid("a URI climbs") }
    return path
  }
}
