import BroadsealBytes
import BroadsealFiles
import Synchronization

/// The boxes of a JPEG file by the names of `c2pa.hash.boxes` (C2PA 2.5 §16.3.3.3.1).
enum JPEGBoxes {
  /// All pictures of the file one after the other; bytes that are no picture as `c2pa.after`.
  static func list(_ source: ByteSource) throws(DocumentError) -> [NamedBox] {
    var boxes: [NamedBox] = []
    var offset = 0
    while offset < source.size {
      do throws(DocumentError) {
        offset = try picture(at: offset, of: source, into: &boxes)
      } catch {
        if case .source = error { throw error }
        // What follows the first picture need not be one.
        guard offset > 0, let rest = ByteRange(offset..<source.size) else { throw error }
        boxes.append(NamedBox(name: NamedBox.after, range: rest))
        return boxes
      }
    }
    return boxes
  }

  /// Adds the boxes of the picture at `start`, all or none; returns where it ends.
  private static func picture(at start: Int, of source: ByteSource, into all: inout [NamedBox])
    throws(DocumentError) -> Int
  {
    var walker = JPEGWalker(source, at: start, yieldsRestarts: true)
    var window = ByteWindow(source)
    var boxes: [NamedBox] = []
    var candidates: [JUMBFSegment] = []
    while let segment = try walker.next() {
      guard (segment.marker == .startOfImage) == boxes.isEmpty else {
        throw JPEGWalker.error("a picture inside a picture", at: segment.range.start)
      }
      guard all.count + boxes.count < JPEGLimits.maximumBoxes else {
        throw JPEGWalker.error("too many boxes", at: segment.range.start)
      }
      if let box = try JUMBFSegment(segment, in: &window) { candidates.append(box) }
      boxes.append(NamedBox(name: segment.marker.name, range: segment.range))
    }
    // Only the first picture's store is the file's.
    if start == 0, case .run(let run) = JPEGStoreRun.find(in: candidates) {
      boxes = merging(run, in: boxes)
    }
    all += boxes
    return walker.offset
  }

  private static func merging(_ run: JPEGStoreRun, in boxes: [NamedBox]) -> [NamedBox] {
    guard let first = boxes.firstIndex(where: { $0.range.start == run.extent.start }) else {
      return boxes
    }
    let store = NamedBox(name: NamedBox.store, range: run.extent)
    return boxes[..<first] + [store] + boxes[(first + run.segments.count)...]
  }
}

/// The JUMBF boxes after the first scan header, to the end of the first picture: read when they are
/// first asked for, and then kept, since that takes a pass over the picture.
///
/// A class because a lock has one place; what it holds is only ever touched under it.
final class JPEGLaterBoxes: Sendable {
  private struct Found {
    var boxes: [JUMBFSegment] = []
    var fault: DocumentError?
  }

  private let source: ByteSource
  private let found = Mutex<Found?>(nil)

  init(_ source: ByteSource) {
    self.source = source
  }

  /// The boxes in file order.
  ///
  /// - Parameter strictly: whether a picture that does not end is an error, as it is for writing.
  func boxes(strictly: Bool) throws(DocumentError) -> [JUMBFSegment] {
    let found = found.withLock { kept in
      let found = kept ?? read()
      kept = found
      return found
    }
    if let fault = found.fault {
      if case .source = fault { throw fault }
      if strictly { throw fault }
    }
    return found.boxes
  }

  private func read() -> Found {
    var walker = JPEGWalker(source)
    var window = ByteWindow(source)
    var found = Found()
    var isLater = false
    do throws(DocumentError) {
      while let segment = try walker.nextHeader() {
        if segment.marker == .startOfScan {
          isLater = true
          try walker.skipScan()
        } else if isLater, let box = try JUMBFSegment(segment, in: &window) {
          found.boxes.append(box)
        }
      }
    } catch { found.fault = error }
    return found
  }
}
