package import BroadsealBytes
package import BroadsealCBOR
package import BroadsealDocuments
package import BroadsealFiles
package import BroadsealNotes
package import BroadsealOpenSSL
package import BroadsealProvenance

/// A form of hard binding (C2PA 2.5 §14.12): how it is checked, and how it is written.
///
/// A form is one file and one line in `HardBindings.all`. A value of it is a binding on its way: what will
/// be hashed of an output that has not been written yet.
package protocol HardBinding: Sendable {
  /// Label of the assertion that is written.
  static var label: String { get }
  /// Labels of the assertions that are read, earlier versions among them.
  static var labelsRead: [String] { get }
  /// The code of a binding that does not match.
  static var mismatch: StatusCode { get }

  /// Checks what the assertion says against a file.
  ///
  /// - Parameters:
  ///   - value: the assertion's content, as received.
  ///   - wantsFileDigest: whether the SHA-256 of the whole file is wanted too; it may cost the time of a
  ///     second hash.
  ///   - buffer: reused; made on first use.
  /// - Throws: only what prevented the check; a fault of the assertion and a mismatch are statuses.
  static func verify(
    _ value: CBOR.Value, _ subject: BindingSubject, wantsFileDigest: Bool,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> BindingOutcome

  /// The binding of an output that is covered as `coverage` says; nil when another form is for that.
  ///
  /// - Parameter rooms: what stays out of every hash: the store's room, and rooms that depend on it.
  init?(writing coverage: any Coverage, around rooms: [ByteRange])

  /// What is hashed, a digest for each element in file order, in an output of `outputSize` bytes.
  func parts(outputSize: Int) -> [HashedPart]

  /// Bytes that are hashed piece by piece beside `parts`, on all processors; nil in most forms.
  var pieces: HashedPieces? { get }

  /// The assertion with `digests`, which are those of `parts` and then of `pieces`; with zeros while they are not known. Both
  /// have the same size.
  func value(_ digests: [Digest]?, _ algorithm: DigestAlgorithm) -> CBOR.Value
}

extension HardBinding {
  /// Most forms have had one label.
  package static var labelsRead: [String] { [label] }

  /// The label of the assertion.
  package var label: String { Self.label }

  /// Most forms have none.
  package var pieces: HashedPieces? { nil }
}

/// What checking a hard binding showed.
package struct BindingOutcome: Sendable {
  /// The standard's results, without the URL of the assertion.
  package let statuses: [Status]
  /// Whether the binding covers every byte of the file but the store, and what the format's
  /// profile names beside it. "Official" needs it.
  package let onlyStoreExcluded: Bool
  /// SHA-256 of the whole file; nil unless it was wanted or cost nothing.
  package let fileDigest: Digest?

  /// What is left out of the hash beside the store; empty for a binding that fails.
  package let leftOut: [ByteRange]

  /// In which ways the binding is not of the form that the standard asks for in this format,
  /// although it matches. "Official" needs that there are none.
  package let deviations: [Note]

  /// What could not be looked at although the binding speaks of it: then nothing is known of the bytes.
  package let limit: String?

  /// Whether the binding speaks of segments in other files, so that those at hand were looked at.
  package let readsSegments: Bool

  /// Whether the content is what was signed.
  package var matches: Bool {
    !statuses.contains { $0.code.kind == .failure }
      && statuses.contains { $0.code.kind == .success }
  }

  /// A binding that was checked to its end.
  init(
    statuses: [Status], onlyStoreExcluded: Bool, fileDigest: Digest?,
    leftOut: [ByteRange] = [], deviations: [Note] = [], limit: String? = nil,
    readsSegments: Bool = false
  ) {
    self.statuses = statuses
    self.onlyStoreExcluded = onlyStoreExcluded
    self.fileDigest = fileDigest
    self.leftOut = leftOut
    self.deviations = deviations
    self.limit = limit
    self.readsSegments = readsSegments
  }

  /// A binding that fails.
  init(_ problem: Problem, fileDigest: Digest? = nil) {
    self.init(statuses: [Status(problem)], onlyStoreExcluded: false, fileDigest: fileDigest)
  }
}

/// The file that a hard binding is checked against.
package struct BindingSubject: Sendable {
  /// Its bytes.
  package let source: ByteSource
  /// The store that the carrier located in it; nil for a store that came from elsewhere.
  package let located: LocatedStore?
  /// What knows its boxes; nil for a file of another kind.
  package let carrier: (any Carrier)?
  /// The hash algorithm that the claim names, for bindings that name none.
  package let claimAlgorithm: String?
  /// Whether update manifests stand between the active manifest and the binding: then the store
  /// has grown since (C2PA 2.5 §14.12.1.1).
  package let hasUpdates: Bool
  /// Segments that belong to it, in files of their own.
  package let segments: SegmentList
  /// The label of the assertion, without a number.
  package let label: String

  /// A file to check a binding against.
  package init(
    source: ByteSource, located: LocatedStore?, carrier: (any Carrier)?, claimAlgorithm: String?,
    hasUpdates: Bool = false, segments: SegmentList = .none, label: String = ""
  ) {
    self.source = source
    self.located = located
    self.carrier = carrier
    self.claimAlgorithm = claimAlgorithm
    self.hasUpdates = hasUpdates
    self.segments = segments
    self.label = label
  }
}

/// Chooses the hash function of a binding (C2PA 2.5 §14.4).
enum BindingAlgorithm {
  /// The first of `names` that is there: nearest first, the claim's last.
  ///
  /// Throws `algorithm.unsupported` when none is there, or one that is not allowed.
  static func choose(_ names: String?...) throws(Problem) -> DigestAlgorithm {
    guard let name = names.compactMap({ $0 }).first else {
      throw Problem(.algorithmUnsupported, "no hash algorithm is named")
    }
    guard let algorithm = DigestAlgorithm(rawValue: name) else {
      throw Problem(.algorithmUnsupported, "the hash algorithm is not one of C2PA")
    }
    return algorithm
  }
}

extension DigestAlgorithm {
  /// What stands for a digest that is not known yet.
  var zeros: [UInt8] { [UInt8](repeating: 0, count: byteCount) }
}
