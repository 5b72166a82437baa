import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import Testing

@Suite struct DataHashBindingTests {
  private let bytes = Array("the head of a file, its store and its tail".utf8)
  private let extent = ByteRange(start: 20, length: 10)

  private func subject(_ located: Bool = true, algorithm: String? = nil) throws -> BindingSubject {
    let extent = try #require(extent)
    let store = LocatedStore(bytes: [0, 0, 0, 10, 1, 2, 3, 4, 5, 6], extent: extent)
    return BindingSubject(
      source: ByteSource(bytes: bytes), located: located ? store : nil, carrier: nil,
      claimAlgorithm: algorithm)
  }

  private func hash(_ algorithm: DigestAlgorithm, _ holes: [ByteRange]) throws -> [UInt8] {
    var kept = bytes
    for hole in holes.reversed() { kept.removeSubrange(hole.bounds) }
    return try Digest.of(kept, algorithm).bytes
  }

  private func verify(_ hash: DataHash, _ subject: BindingSubject, wantsFileDigest: Bool = false)
    throws -> BindingOutcome
  {
    var buffer: [UInt8] = []
    return try DataHashBinding.verify(
      hash, subject, wantsFileDigest: wantsFileDigest, through: &buffer)
  }

  @Test(arguments: DigestAlgorithm.allCases)
  func `the bytes around the store match`(algorithm: DigestAlgorithm) throws {
    let holes = [try #require(extent)]
    let hash = DataHash(
      exclusions: holes, algorithm: algorithm.rawValue, hash: try hash(algorithm, holes))
    let outcome = try verify(hash, try subject(), wantsFileDigest: true)
    #expect(outcome.matches && outcome.onlyStoreExcluded)
    #expect(outcome.statuses.map(\.code) == [.assertionDataHashMatch])
    #expect(try outcome.fileDigest == Digest.of(bytes, .sha256))
    #expect(try verify(hash, try subject()).fileDigest == nil)
  }

  @Test func `every changed byte outside the store is a mismatch`() throws {
    let extent = try #require(extent)
    let hash = DataHash(
      exclusions: [extent], algorithm: "sha256", hash: try hash(.sha256, [extent]))
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      let store = LocatedStore(bytes: [0, 0, 0, 10, 1, 2, 3, 4, 5, 6], extent: extent)
      let outcome = try verify(
        hash,
        BindingSubject(
          source: ByteSource(bytes: changed), located: store, carrier: nil, claimAlgorithm: nil))
      #expect(outcome.matches == extent.bounds.contains(index))
    }
  }

  @Test func `bytes before, behind or missing are a mismatch`() throws {
    let extent = try #require(extent)
    let hash = DataHash(
      exclusions: [extent], algorithm: "sha256", hash: try hash(.sha256, [extent]))
    for changed in [bytes + [0], Array(bytes.dropLast())] {
      let store = LocatedStore(bytes: [0, 0, 0, 10, 1, 2, 3, 4, 5, 6], extent: extent)
      let subject = BindingSubject(
        source: ByteSource(bytes: changed), located: store, carrier: nil, claimAlgorithm: nil)
      let outcome = try verify(hash, subject)
      #expect(outcome.statuses.map(\.code) == [.assertionDataHashMismatch])
      #expect(!outcome.onlyStoreExcluded)
    }
  }

  @Test func `beside a sidecar the hash is that of the whole file, and free`() throws {
    let hash = DataHash(exclusions: [], algorithm: "sha256", hash: try hash(.sha256, []))
    let outcome = try verify(hash, try subject(false))
    #expect(outcome.matches && outcome.onlyStoreExcluded)
    #expect(outcome.fileDigest?.bytes == hash.hash)
  }

  @Test func `a store lifted from a file does not match it from outside`() throws {
    let holes = [try #require(extent)]
    let hash = DataHash(exclusions: holes, algorithm: "sha256", hash: try hash(.sha256, holes))
    let outcome = try verify(hash, try subject(false), wantsFileDigest: true)
    #expect(outcome.statuses.map(\.code) == [.assertionDataHashMismatch])
    #expect(outcome.fileDigest != nil)
  }

  @Test func `the algorithm comes from the assertion, then from the claim`() throws {
    let holes = [try #require(extent)]
    let value = DataHash(
      exclusions: holes, algorithm: "sha512", hash: try hash(.sha512, holes))
    #expect(try verify(value, try subject(algorithm: "sha256")).matches)
    for name in ["md5", "SHA256", ""] {
      let bad = DataHash(exclusions: holes, algorithm: name, hash: value.hash)
      #expect(try verify(bad, try subject()).statuses.map(\.code) == [.algorithmUnsupported])
    }
  }

  @Test func `a hash of another length is a mismatch`() throws {
    let holes = [try #require(extent)]
    for hash in [[], Array(try hash(.sha256, holes).dropLast()), try hash(.sha384, holes)] {
      let value = DataHash(exclusions: holes, algorithm: "sha256", hash: hash)
      #expect(try !verify(value, try subject()).matches)
    }
  }

  @Test func `further exclusions are said and rule out official`() throws {
    let holes = [try #require(ByteRange(start: 4, length: 4)), try #require(extent)]
    let value = DataHash(
      exclusions: holes, algorithm: "sha256", hash: try hash(.sha256, holes))
    let outcome = try verify(value, try subject())
    #expect(outcome.matches && !outcome.onlyStoreExcluded)
    #expect(
      outcome.statuses.map(\.code) == [
        .assertionDataHashMatch, .assertionDataHashAdditionalExclusionsPresent,
      ])
  }
}
