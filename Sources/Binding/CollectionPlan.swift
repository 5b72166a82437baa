import BroadsealBytes
import BroadsealDocuments
import BroadsealProvenance

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
