import BroadsealDocuments
import BroadsealFiles

/// What would label a document whose own label does not hold, or cannot be kept. Each way is tried before it is named:
/// a hint is printed only where it works.
enum WayPast {
  /// Signs over the label, and records that it did not hold.
  static let accepting = "--accept-broken-parent signs it all the same, and the new label says so"
  /// Takes the label out, by an explicit act.
  static let removing = "remove them first with broadseal remove, if they may be lost"

  /// Bytes of a document that is tried without its label: it is held in memory for that.
  private static let maximumSize = 64 << 20

  /// What to do about a label of `document` that does not hold; nil where nothing is known to help.
  ///
  /// - Parameters:
  ///   - form: where the new label would go.
  ///   - standsBesideLabel: whether a label beside the document stands beside the one in it, which speaks for an
  ///     earlier revision.
  static func hint(
    over document: Document, _ form: FormDecision, _ request: SigningRequest,
    standsBesideLabel: Bool
  ) -> String? {
    form.isPossible(over: document, request, standsBesideLabel: standsBesideLabel)
      ? accepting : removal(from: document)
  }

  /// The hint to remove the label, where `broadseal remove` does that and what is left is a document without a label;
  /// else to take off what stands behind the end of a PDF, where no more than that is in the way.
  static func removal(from document: Document) -> String? {
    removing(from: document) ?? trimming(document)
  }

  private static func trimming(_ document: Document) -> String? {
    guard let length = (try? document.lengthBeforeExcess()) ?? nil else { return nil }
    return
      "take off what stands behind its end, with head -c \(length) for example, and sign the rest"
  }

  private static func removing(from document: Document) -> String? {
    guard document.source.size <= maximumSize, let carrier = document.carrier,
      let pieces = (try? carrier.removal()) ?? nil, let bytes = bytes(of: pieces, document.source),
      let rest = try? Document(ByteSource(bytes: bytes), path: document.path)
    else { return nil }
    guard let left = rest.carrier else {
      // What breaks off is labelled beside, as long as nothing in it looks like its label.
      guard let trace = try? rest.trace() else { return nil }
      return trace == .own ? nil : removing
    }
    guard let location = try? left.locate(), case .none = location else { return nil }
    return removing
  }

  private static func bytes(of pieces: [Piece], _ source: ByteSource) -> [UInt8]? {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .bytes(let new): bytes += new
      case .copy(let range):
        guard let part = try? source.read(range) else { return nil }
        bytes += part
      case .store, .dependent: return nil
      }
    }
    return bytes
  }
}

extension FormDecision {
  /// Whether a new label can go where it would over the label that `document` carries: into the document, or beside
  /// it where nothing in it wins over a sidecar.
  func isPossible(
    over document: Document, _ request: SigningRequest, standsBesideLabel: Bool
  ) -> Bool {
    switch self {
    case .sidecar: return standsBesideLabel || FormDecision.leavesRoomBeside(document)
    case .embed(let carrier):
      do throws(DocumentError) {
        _ = try carrier.reserve(
          FormDecision.trialSize, insisting: request.form == .embedded)
        return true
      } catch {
        guard case .refused(let refusal) = error, request.form == .automatic, !request.pades,
          FormDecision.fallback(from: refusal) != nil
        else { return false }
        return standsBesideLabel || FormDecision.leavesRoomBeside(document)
      }
    }
  }

  private static func leavesRoomBeside(_ document: Document) -> Bool {
    guard let carrier = document.carrier else { return true }
    guard let location = try? carrier.locate(), case .none = location else { return false }
    return true
  }
}
