import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealWorkers

/// Hash trees over segments in files of their own (C2PA 2.5 §14.12.2.2, §A.5.3.1.2).
///
/// The file with the label is the first; each segment is one leaf, and says which. Every segment that is at hand
/// is checked. That some are not at hand is no fault of those that are, and is said.
struct SegmentTrees {
  private let hash: BMFFHash
  private let trees: [BoundTree]
  private let opening: HashedPart
  private let subject: BindingSubject
  private let algorithm: DigestAlgorithm

  /// What checking the segments showed.
  struct Reading {
    /// Whether the bytes that are left out are those of the trees' boxes and no others.
    var isExact = true
    /// What is to be said.
    var notes: [Note] = []
    /// What could not be looked at.
    var limit: String?
  }

  init(
    _ hash: BMFFHash, _ boxes: MediaBoxes, _ exclusions: BMFFExclusions, _ subject: BindingSubject,
    _ algorithm: DigestAlgorithm
  ) throws(BMFFFault) {
    self.hash = hash
    self.subject = subject
    trees = try hash.trees.map { tree throws(BMFFFault) in
      guard tree.fixedBlockSize == nil, tree.variableBlockSizes == nil, tree.initialHash != nil
      else {
        throw .malformed("a hash tree over segments has blocks, or no hash of the first file")
      }
      return try BoundTree(tree, [], subject, algorithm, isElsewhere: true)
    }
    self.algorithm = trees.first?.algorithm ?? algorithm
    guard trees.allSatisfy({ [own = self.algorithm] in $0.algorithm == own }) else {
      throw .malformed("hash trees over one film have different algorithms")
    }
    let names = Set(hash.trees.map { [$0.uniqueID, $0.localID] })
    guard names.count == hash.trees.count else {
      throw .malformed("two hash trees have one name")
    }
    guard !boxes.provenance.contains(where: { $0.purpose == .merkle }) else {
      throw .malformed("a box of a hash tree stands where no segment is")
    }
    opening = exclusions.kept(of: boxes.roots[...], trailing: boxes.trailing)
  }

  /// Hashes, and compares.
  func check(through buffer: inout [UInt8]) throws(BMFFFault) -> Reading {
    let start: [UInt8]
    do throws(HashingError) {
      start = try FileHasher.digest(
        of: subject.source, parts: [opening], algorithm, through: &buffer
      ).bytes
    } catch { throw .hashing(error) }
    // One label may be for several first files, each with its tree: one for each track.
    let own = trees.filter { $0.tree.initialHash == start }
    guard !own.isEmpty else {
      throw .mismatch("what stands before the segments is not what was signed")
    }
    guard !subject.segments.isEmpty else {
      return Reading(limit: SegmentList.isNeeded)
    }
    var reading = Reading()
    var places: [SegmentPlace] = []
    try each(of: own) { found in
      reading.isExact = reading.isExact && found.isExact
      reading.notes += found.notes.filter { !reading.notes.contains($0) }
      places.append(found.place)
    }
    try check(places, in: own, &reading)
    return reading
  }

  /// Checks every segment that is at hand, several at a time, and hands them to `take` in order.
  private func each(
    of own: [BoundTree], _ take: (SegmentCheck.Found) -> Void
  ) throws(BMFFFault) {
    let paths = subject.segments.paths
    var number = 0
    try SpareThreads.withCrew(of: paths.count) { crew throws(BMFFFault) in
      _ = try crew.run(
        draw: { _ in
          defer { number += 1 }
          guard number < paths.count else { return .end }
          let name = SegmentCheck.name(of: paths[number], number)
          let check = SegmentCheck(hash: hash, trees: own, algorithm: algorithm, name: name)
          return .job((check, paths[number]))
        },
        context: { [UInt8]() },
        work: { (job: (check: SegmentCheck, path: FilePath), buffer: inout [UInt8]) in
          Result { () throws(BMFFFault) in try job.check.run(job.path, through: &buffer) }
        },
        deliver: { (found: Result<SegmentCheck.Found, BMFFFault>) throws(BMFFFault) in
          take(try found.get())
        })
    }
  }

  /// Compares the order of the files with that of the leaves.
  private func check(
    _ places: [SegmentPlace], in own: [BoundTree], _ reading: inout Reading
  ) throws(BMFFFault) {
    var missing = 0
    for (index, bound) in own.enumerated() {
      let found = places.filter { $0.tree == index }
      for (one, next) in zip(found, found.dropFirst()) where next.location <= one.location {
        guard subject.segments.isOrdered else {
          let note = Note(BMFFCode.segmentOrder)
          if !reading.notes.contains(note) { reading.notes.append(note) }
          break
        }
        throw .mismatch(
          next.location == one.location
            ? "\(next.name) is the same segment as \(one.name)"
            : "\(next.name) comes behind \(one.name), and was signed before it")
      }
      missing += bound.tree.count - Set(found.map(\.location)).count
    }
    guard missing > 0 else { return }
    let all = own.reduce(0) { $0 + $1.tree.count }
    reading.notes.append(
      Note(BMFFCode.segmentsMissing, "\(all - missing) of \(all) segments were looked at"))
  }
}

/// Where a segment belongs.
struct SegmentPlace: Sendable {
  /// Which tree it is of.
  let tree: Int
  /// Which leaf it is.
  let location: Int
  /// What it is called, for messages.
  let name: String
}

/// Checks one segment.
struct SegmentCheck: Sendable {
  let hash: BMFFHash
  /// The trees of the film.
  let trees: [BoundTree]
  let algorithm: DigestAlgorithm
  /// What the segment is called, for messages.
  let name: String

  /// What was found out.
  struct Found: Sendable {
    let place: SegmentPlace
    let isExact: Bool
    let notes: [Note]
  }

  /// "segment 3 (seg3.m4s)".
  static func name(of path: FilePath, _ index: Int) -> String {
    let name = FilePath(bytes: path.name)?.display ?? ""
    return "segment \(index + 1) (\(name))"
  }

  /// Hashes the file at `path`, and compares.
  func run(_ path: FilePath, through buffer: inout [UInt8]) throws(BMFFFault) -> Found {
    let source: ByteSource
    do throws(SourceError) { source = try ByteSource(path) } catch {
      throw .hashing(.source(error))
    }
    let found = try run(source, through: &buffer)
    do throws(SourceError) { try source.checkUnchanged() } catch {
      throw .hashing(.source(error))
    }
    return found
  }

  private func run(
    _ source: ByteSource, through buffer: inout [UInt8]
  ) throws(BMFFFault) -> Found {
    let segment: MediaSegment
    do throws(DocumentError) { segment = try MediaSegment(source) } catch {
      if case .source(let fault) = error { throw .hashing(.source(fault)) }
      throw .mismatch("\(name) cannot be read as boxes")
    }
    if let fault = segment.fault { throw .mismatch("\(name) is not what was signed: \(fault)") }
    let boxes = segment.boxes
    guard boxes.provenance.count == 1, let box = boxes.provenance.first, box.purpose == .merkle,
      box.version == 0, let leaf = try TreeLeaves.read([box], source).first
    else { throw .malformed("\(name) does not have one box of a hash tree") }
    guard
      let index = trees.firstIndex(where: {
        $0.tree.uniqueID == leaf.uniqueID && $0.tree.localID == leaf.localID
      })
    else { throw .malformed("\(name) belongs to no hash tree of this label") }
    let fragment = boxes.roots.first { $0.type == MediaBoxType.fragment }
    guard fragment?.range.start == box.box.range.end else {
      throw .malformed("the box of a hash tree does not stand before the fragment in \(name)")
    }
    let exclusions = try BMFFExclusions(hash, over: boxes, of: source)
    let tree = trees[index].tree
    let digest: Digest
    do throws(HashingError) {
      digest = try FileHasher.digest(
        of: source, parts: [exclusions.kept(of: boxes.roots[...], trailing: boxes.trailing)],
        algorithm, through: &buffer)
    } catch { throw .hashing(error) }
    let holds: Bool
    do throws(OpenSSLError) {
      holds = try MerkleProof.holds(
        digest.bytes, at: leaf.location, of: tree.count, proof: leaf.proof, row: tree.hashes,
        algorithm)
    } catch { throw .hashing(.cryptography(error)) }
    guard holds else { throw .mismatch("\(name) is not the segment that was signed") }
    let open = try BMFFOpenBytes(
      boxes, exclusions, source, covered: [box.box.range], coversStructure: true,
      through: &buffer)
    return Found(
      place: SegmentPlace(tree: index, location: leaf.location, name: name),
      isExact: open.isNothing, notes: open.notes)
  }
}
