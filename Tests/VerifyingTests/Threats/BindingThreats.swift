import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealProvenance
import BroadsealVerifying
import TestSupport

/// T-22 to T-26, T-28, T-31, T-32: what a label leaves out of its hash, and what is done to the bytes that it
/// stands in.
enum BindingThreats {
  static let rows: [ThreatRow] = leftOut + padding + segments + chunks + labels

  private static let altered = ThreatOutcome.broken(.altered, "OFF-1-ALTERED")

  private static func unusable(_ code: String) -> ThreatOutcome {
    ThreatOutcome(
      integrity: "malformed", origin: "", state: "Invalid", reasons: [], codes: [code], exit: 1)
  }

  // MARK: Ranges

  private static let zeros = CBOR.Value.bytes([UInt8](repeating: 0, count: 32))
  private static let most = CBOR.Value.unsigned(UInt64(Int64.max))

  private static func range(_ start: CBOR.Value, _ length: CBOR.Value) -> CBOR.Value {
    ["start": start, "length": length]
  }

  private static let leftOut: [ThreatRow] = [
    ThreatRow(
      .exclusions, "the signer leaves out the picture's data too",
      .unofficial(.recognisedTool, ["OFF-1-EXCLUSIONS"], also: ["BINDING-PARTIAL"], exit: 5)
    ) { pki in
      var manifest = TestManifest(pki)
      manifest.holes = [ByteRange(start: 0, length: 12)].compactMap(\.self)
      return ThreatCase("release.png", try TestFile.png.signed(manifest), trust: .demo(pki))
    },
    bound("ranges that overlap", [range(0, 20), range(10, 20)], "assertion.dataHash.malformed"),
    bound("ranges out of order", [range(40, 5), range(10, 5)], "assertion.dataHash.malformed"),
    bound("a range of a negative length", [range(33, -1)], "assertion.dataHash.malformed"),
    bound("a range whose end overflows", [range(most, most)], "assertion.dataHash.malformed"),
    bound(
      "a range behind the end of the file", [range(1_000_000, 9)], "assertion.dataHash.mismatch"),
    bound(
      "more ranges than any format asks for",
      (0..<2_000).map { range(CBOR.Value($0 * 2), 1) }, "assertion.dataHash.malformed"),
  ]

  private static func bound(
    _ attack: String, _ ranges: [CBOR.Value], _ code: String
  ) -> ThreatRow {
    // A list of ranges that is none says nothing of the bytes.
    let integrity: Integrity = code.hasSuffix("malformed") ? .malformed : .altered
    return ThreatRow(.exclusions, attack, .broken(integrity, "OFF-1-ALTERED", code)) { pki in
      var manifest = TestManifest(pki)
      manifest.boundBy = (
        DataHash.label, ["exclusions": .array(ranges), "alg": "sha256", "hash": zeros]
      )
      return ThreatCase("release.png", try TestFile.png.signed(manifest), trust: .demo(pki))
    }
  }

  // MARK: Padding

  private static let padding: [ThreatRow] = [
    row(.filledPadding, "a letter in the zeros of the signature", .jpeg, altered) { file, _ in
      guard let mark = file.indices.last(where: { file[$0...].starts(with: "pad".utf8) }) else {
        return file
      }
      var changed = file
      changed[mark + 40] = 0x41
      return changed
    },
    row(
      .trimmedPadding, "the label's room made shorter, and bytes put behind it", .svg,
      .broken(.altered, "OFF-1-UNPROVED")
    ) {
      file, store in
      var changed = file
      changed.replaceSubrange(store.extent.end - 4..<store.extent.end, with: "AAAA".utf8)
      return changed
    },
  ]

  // MARK: Segments and chunks

  /// Where the segments of the label begin in a JPEG.
  private static func starts(_ file: [UInt8], _ store: LocatedStore) -> [Int] {
    var starts: [Int] = []
    var place = store.extent.start
    while place + 4 < store.extent.end {
      starts.append(place)
      place += 2 + Int(file[place + 2]) << 8 + Int(file[place + 3])
    }
    return starts
  }

  private static let segments: [ThreatRow] = [
    row(
      .pictureSegments, "the number of the label's first segment is 2", .jpeg,
      unusable("JPEG-SEGMENT-ORDER")
    ) { file, store in
      var changed = file
      changed[store.extent.start + 11] = 2
      return changed
    },
    row(
      .pictureSegments, "the label's segment says that it is shorter", .jpeg,
      unusable("JPEG-STRUCTURE")
    ) { file, store in
      var changed = file
      changed[store.extent.start + 3] ^= 1
      return changed
    },
    row(
      .pictureSegments, "a comment before the label", .jpeg, altered
    ) { file, store in
      Array(file[..<store.extent.start]) + [0xFF, 0xFE, 0, 3, 0x41] + file[store.extent.start...]
    },
    row(
      .pictureSegments, "the label twice", .jpeg, unusable("JPEG-MULTIPLE-STORES")
    ) { file, store in
      Array(file[..<store.extent.end]) + file[store.extent.start...]
    },
  ]

  private static let chunks: [ThreatRow] = [
    row(.pictureChunks, "the label twice", .png, unusable("PNG-MULTIPLE-STORES")) { file, store in
      Array(file[..<store.extent.end]) + file[store.extent.start...]
    },
    row(.pictureChunks, "the label behind the picture's data", .png, altered) { file, store in
      let label = Array(file[store.extent.bounds])
      var changed = file
      changed.removeSubrange(store.extent.bounds)
      // The last chunk has no content.
      return changed.dropLast(12) + label + changed.suffix(12)
    },
    row(
      .pictureChunks, "a wrong checksum of the label's chunk", .png,
      .unofficial(.recognisedTool, ["OFF-1-FILE-STRUCTURE"], also: ["PNG-STORE-CRC"])
    ) { file, store in
      var changed = file
      changed[store.extent.end - 1] ^= 1
      return changed
    },
    row(.pictureChunks, "bytes behind the picture", .png, altered) { file, _ in file + [1, 2, 3] },
  ]

  // MARK: Labels

  private static let labels: [ThreatRow] = [
    ThreatRow(.liftedLabel, "a picture's label beside the picture without it", altered) { pki in
      let labelled = try TestFile.png.signed(TestManifest(pki))
      guard case .found(let store) = try PNGCarrier(ByteSource(bytes: labelled)).locate() else {
        throw TestManifest.Failure()
      }
      var item = ThreatCase("release.png", TestFile.png.content, trust: .demo(pki))
      item.sidecar = store.bytes
      return item
    },
    ThreatRow(.copiedManifest, "the label of one picture in another", altered) { pki in
      let labelled = try TestFile.png.signed(TestManifest(pki))
      guard case .found(let store) = try PNGCarrier(ByteSource(bytes: labelled)).locate() else {
        throw TestManifest.Failure()
      }
      var other = labelled
      if let last = other.indices.last, last - 20 > store.extent.end { other[last - 20] ^= 1 }
      return ThreatCase("release.png", other, trust: .demo(pki))
    },
    ThreatRow(.copiedManifest, "the label of one text beside another", altered) { pki in
      var item = try ThreatCase(TestManifest(pki), trust: .demo(pki))
      item.content += [0x20]
      return item
    },
    ThreatRow(
      .renamedManifest, "a manifest under another name", .broken(.malformed, "OFF-1-UNPROVED")
    ) { pki in
      var item = try ThreatCase(TestManifest(pki), trust: .demo(pki))
      if var store = item.sidecar,
        let place = store.indices.first(where: {
          store[$0...].starts(with: "urn:c2pa:".utf8)
        })
      {
        store[place + 9] ^= 1
        item.sidecar = store
      }
      return item
    },
  ]

  private static func row(
    _ threat: Threat, _ attack: String, _ file: TestFile, _ expected: ThreatOutcome,
    _ change: @escaping @Sendable ([UInt8], LocatedStore) -> [UInt8]
  ) -> ThreatRow {
    let kind = file == .jpeg ? "JPEG" : file.rawValue.uppercased()
    return ThreatRow(threat, kind + ": " + attack, expected) { pki in
      let labelled = try file.signed(TestManifest(pki))
      let document = try Document(ByteSource(bytes: labelled), path: file.name)
      guard case .found(let store)? = try document.carrier?.locate() else {
        throw TestManifest.Failure()
      }
      return ThreatCase(file.name.display, change(labelled, store), trust: .demo(pki))
    }
  }
}
