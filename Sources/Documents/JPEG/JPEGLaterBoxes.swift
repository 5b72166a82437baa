import BroadsealFiles
import Synchronization

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
