import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import Glibc

/// The segments of a film, each written once under a temporary name with room for its part of the hash tree.
///
/// They get their names one after the other, and before the first file, which carries the label: a run that is
/// killed in between leaves segments that no label speaks for, never a label without its segments.
struct SegmentOutputs {
  /// What the label says of them.
  let row: SegmentRow
  private let outputs: [SegmentOutput]

  /// Writes and hashes `segments` of the film that begins with `film`, and completes their boxes.
  ///
  /// - Parameters:
  ///   - request: the request for the first file.
  ///   - film: the carrier of that file.
  init(
    _ segments: SegmentList, of film: BMFFCarrier, _ request: SigningRequest,
    _ algorithm: DigestAlgorithm, _ buffers: BufferPool
  ) throws(SigningError) {
    guard OpenFiles.allow(segments.paths.count) else {
      throw SigningError(
        .request, "the system allows fewer open files than the film has segments",
        path: request.input.display, hint: "raise the limit (ulimit -n) and sign again")
    }
    let targets = try SegmentOutputs.targets(of: segments, request)
    var order = try SegmentSequence(film, at: request.input)
    let maker = SegmentTreeMaker(
      count: segments.paths.count, track: order.track, algorithm)
    var outputs: [SegmentOutput] = []
    var leaves: [Digest] = []
    for (location, (path, target)) in zip(segments.paths, targets).enumerated() {
      let (output, leaf) = try buffers.withBuffer { buffer throws(SigningError) in
        try SegmentOutputs.write(
          path, to: target, at: location, maker, &order, request, algorithm, through: &buffer)
      }
      outputs.append(output)
      leaves.append(leaf)
    }
    let boxes: [[UInt8]]
    do throws(OpenSSLError) { (row, boxes) = try maker.finish(leaves) } catch {
      throw .cryptography(error)
    }
    for (output, box) in zip(outputs, boxes) { try output.fill(box) }
    self.outputs = outputs
  }

  /// Where each of them goes.
  private static func targets(
    of segments: SegmentList, _ request: SigningRequest
  ) throws(SigningError) -> [FilePath] {
    let inputs = Set(([request.input] + segments.paths).compactMap(FileNode.init))
    var names: Set<[UInt8]> = [Array(request.destination.place(of: request.input).name)]
    var targets: [FilePath] = []
    for path in segments.paths {
      let target = request.destination.place(of: path)
      guard names.insert(Array(path.name)).inserted else {
        throw SigningError(.request, "two files of the film have one name", path: path.display)
      }
      guard FileNode(target).map({ !inputs.contains($0) }) ?? true else {
        throw SigningError(
          .request, "the output is a file of the film itself", path: target.display,
          hint: "name another folder")
      }
      targets.append(target)
    }
    return targets
  }

  private static func write(
    _ path: FilePath, to target: FilePath, at location: Int, _ maker: SegmentTreeMaker,
    _ order: inout SegmentSequence, _ request: SigningRequest, _ algorithm: DigestAlgorithm,
    through buffer: inout [UInt8]
  ) throws(SigningError) -> (SegmentOutput, Digest) {
    let source: ByteSource
    do throws(SourceError) { source = try ByteSource(path) } catch { throw .reading(error) }
    let placement: Placement
    let segment: MediaSegment
    do throws(DocumentError) { segment = try MediaSegment(source) } catch {
      throw .document(error, path: path)
    }
    try order.take(segment, at: path)
    do throws(DocumentError) {
      placement = try segment.placement(ofTreeBox: maker.boxSize(at: location))
    } catch { throw .document(error, path: path) }
    var output = try AtomicOutput.begin(target, overwrites: request.overwrites, like: path)
    let digests = try HashedOutput.write(
      placement, of: source, to: &output, through: &buffer, algorithm)
    do throws(SourceError) { try source.checkUnchanged() } catch { throw .reading(error) }
    guard let leaf = digests.first, digests.count == 1 else {
      throw SigningError(.internal, "a segment has no hash")
    }
    return (SegmentOutput(output, room: placement.extent), leaf)
  }

  /// Where they are until they have their names, in order.
  var temporaries: SegmentList { SegmentList(inOrder: outputs.map(\.temporary)) }

  /// Gives them their names; their paths, and which of them were not there before.
  ///
  /// Where one cannot get its name, those before it that were not there already are taken away again.
  func commit() throws(SigningError) -> (paths: [FilePath], new: [FilePath]) {
    var new: [FilePath] = []
    for output in outputs {
      let isNew = FileNode(output.target) == nil
      do throws(SourceError) { try output.commit() } catch {
        SegmentOutputs.withdraw(new)
        throw .writing(error)
      }
      if isNew { new.append(output.target) }
    }
    return (outputs.map(\.target), new)
  }

  /// Takes away what has just been written.
  static func withdraw(_ paths: [FilePath]) {
    for path in paths { path.remove() }
  }
}

/// One segment that is written and has no name yet.
///
/// A class because the output in it cannot be copied and stands in a list; one thread works on it.
private final class SegmentOutput {
  private var output: AtomicOutput
  private let room: ByteRange
  let target: FilePath
  let temporary: FilePath

  init(_ output: consuming AtomicOutput, room: ByteRange) {
    target = output.target
    temporary = output.temporary
    self.output = output
    self.room = room
  }

  /// Puts the box of the hash tree into its room.
  func fill(_ box: [UInt8]) throws(SigningError) {
    guard box.count == room.length else {
      throw SigningError(.internal, "the box of a hash tree does not fill its room")
    }
    do throws(SourceError) { try output.write(box, at: room.start) } catch {
      throw .writing(error)
    }
  }

  func commit() throws(SourceError) { try output.commit() }
}

/// The order of segments by what they hold themselves.
struct SegmentSequence {
  /// The number of the track that they are of.
  private(set) var track: Int
  private let tracks: Set<UInt32>
  private var last: [UInt32: UInt64] = [:]

  /// Nothing of the film that begins with `film`.
  init(_ film: BMFFCarrier, at path: FilePath) throws(SigningError) {
    do throws(DocumentError) { tracks = Set(try film.tracks()) } catch {
      throw .document(error, path: path)
    }
    guard film.isOpening, let first = tracks.min() else {
      throw SigningError(
        refused: BMFFCode.segmentForm, "it is not the first file of a film in several files",
        path: path.display, hint: "name the file that holds the description of the film first")
    }
    track = Int(first)
  }

  /// Takes the next segment, which must be of the film and not play before the one before it.
  mutating func take(_ segment: MediaSegment, at path: FilePath) throws(SigningError) {
    func refused(_ reason: String) -> SigningError {
      SigningError(refused: BMFFCode.segmentForm, reason, path: path.display)
    }
    if let fault = segment.fault { throw refused(fault) }
    let found: [(track: UInt32, time: UInt64?)]
    do throws(DocumentError) { found = try segment.tracks() } catch {
      throw .document(error, path: path)
    }
    guard !found.isEmpty, found.allSatisfy({ tracks.contains($0.track) }) else {
      throw refused("it is of a track that the first file does not describe")
    }
    for (track, time) in found {
      guard let time else { continue }
      if let last = last[track], time <= last {
        throw refused("it is played before the segment before it, by its own time")
      }
      last[track] = time
    }
  }
}
