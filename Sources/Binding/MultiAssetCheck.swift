import BroadsealBytes
package import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
package import BroadsealProvenance

/// Checks a file part by part (C2PA 2.5 §14.12.4): what is asked where the hash of the whole file does not
/// hold, since a part that may be missing is.
///
/// Each part is a file of its own to its hash: offsets count from its beginning, and the store is left out
/// of the part that holds it, and of no other.
package struct MultiAssetCheck {
  /// What binds one part.
  package struct Binding {
    /// The form of its hash; nil for one that cannot be checked.
    let form: (any HardBinding.Type)?
    /// The label of such a hash of a whole file.
    let label: String
    /// What the assertion says.
    let value: CBOR.Value

    /// The assertion under `label`, which is that of a hard binding and `.part` (C2PA 2.5 §16.3.5.2); nil
    /// for any other.
    package init?(_ label: AssertionLabel, _ value: CBOR.Value) {
      guard label.base.hasSuffix(Binding.suffix) else { return nil }
      let stem = AssertionLabel(String(label.base.dropLast(Binding.suffix.count)))
      guard stem.isHardBinding else { return nil }
      form = HardBindings.form(of: stem)
      self.label = stem.base
      self.value = value
    }

    private static let suffix = ".part"
  }

  private struct Located {
    let range: ByteRange
    let binding: Binding
  }

  private let subject: BindingSubject
  private let parts: [Located]
  /// How many parts are missing that may be.
  package let missing: Int

  /// Finds the parts of `hash` in the file.
  ///
  /// - Parameter bindings: what binds each part, in the order of the parts.
  /// - Throws: `assertion.multiAssetHash.missingPart`, or `.malformed` where the parts overlap or leave bytes
  ///   out, or `.mismatch` for a part that is cut short.
  package init(
    _ hash: MultiAssetHash, _ bindings: [Binding], _ subject: BindingSubject
  ) throws(Problem) {
    var located: [Located] = []
    var missing = 0
    for (part, binding) in zip(hash.parts, bindings) {
      guard let range = try MultiAssetCheck.place(of: part, in: subject) else {
        guard part.isOptional else {
          throw Problem(.assertionMultiAssetHashMissingPart, "a part of the file is missing")
        }
        missing += 1
        continue
      }
      guard range.start == located.last?.range.end ?? 0 else {
        throw Problem(
          .assertionMultiAssetHashMalformed,
          "the parts overlap, or bytes between them are no part's")
      }
      guard range.end <= subject.source.size else {
        throw Problem(.assertionMultiAssetHashMismatch, "a part of the file is cut short")
      }
      located.append(Located(range: range, binding: binding))
    }
    guard located.last?.range.end == subject.source.size else {
      throw Problem(.assertionMultiAssetHashMalformed, "bytes of the file are no part's")
    }
    self.subject = subject
    self.missing = missing
    parts = located
  }

  /// Where a part lies, be it cut short; nil when it is missing.
  private static func place(
    of part: MultiAssetHash.Part, in subject: BindingSubject
  ) throws(Problem) -> ByteRange? {
    switch part.location {
    case .bytes(let range): return range.start < subject.source.size ? range : nil
    case .box(let text):
      guard let path = BoxPath(text) else {
        throw Problem(
          .assertionMultiAssetHashMalformed, "the path of a part is none of the standard's")
      }
      guard let boxes = (try? subject.carrier?.coverage()) as? MediaBoxes else { return nil }
      var search = MediaBoxSearch(boxes, of: subject.source)
      let found = (try? search.boxes(at: path)) ?? []
      guard found.count <= 1 else {
        throw Problem(.assertionMultiAssetHashMalformed, "several boxes could be one part")
      }
      return found.first?.content
    }
  }

  /// Hashes each part, and compares.
  ///
  /// - Parameter buffer: reused; made on first use.
  package func run(through buffer: inout [UInt8]) throws(HashingError) -> BindingOutcome {
    var isExact = true
    var leftOut: [ByteRange] = []
    for part in parts {
      guard let form = part.binding.form else {
        return limited("the hash of a part is of a kind that cannot be checked")
      }
      let file: BindingSubject
      do throws(SourceError) { file = try inside(part) } catch { throw .source(error) }
      let outcome = try form.verify(
        part.binding.value, file, wantsFileDigest: false, through: &buffer)
      if let limit = outcome.limit { return limited(limit) }
      guard outcome.matches else {
        return BindingOutcome(
          Problem(
            .assertionMultiAssetHashMismatch,
            "the part from byte \(part.range.start) on is not as it was signed"))
      }
      isExact = isExact && outcome.onlyStoreExcluded
      leftOut += outcome.leftOut.compactMap {
        ByteRange(start: $0.start + part.range.start, length: $0.length)
      }
    }
    return BindingOutcome(
      statuses: [Status(.assertionMultiAssetHashMatch)], onlyStoreExcluded: isExact,
      fileDigest: nil, leftOut: leftOut)
  }

  private func limited(_ limit: String) -> BindingOutcome {
    BindingOutcome(statuses: [], onlyStoreExcluded: false, fileDigest: nil, limit: limit)
  }

  /// A part as a file of its own, with the store where this file has it.
  private func inside(_ part: Located) throws(SourceError) -> BindingSubject {
    let range = part.range
    let source = try subject.source.part(range)
    let carrier = try Document(source, path: nil).carrier
    var located: LocatedStore?
    if let store = subject.located, range.start <= store.extent.start,
      store.extent.end <= range.end,
      case .found(let found)? = try? carrier?.locate(),
      found.extent.start + range.start == store.extent.start, found.bytes == store.bytes
    {
      located = found
    }
    return BindingSubject(
      source: source, located: located, carrier: carrier, claimAlgorithm: subject.claimAlgorithm,
      label: part.binding.label)
  }
}
