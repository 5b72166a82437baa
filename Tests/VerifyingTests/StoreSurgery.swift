import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealJUMBF
import BroadsealProvenance
import BroadsealVerifying
import TestSupport

/// Cuts into stores that were made soundly, for what no writer of the house would write.
enum StoreSurgery {
  /// The store again with other boxes in its one manifest.
  static func rebuilding(
    _ store: [UInt8], as type: ContentUUID = .standardManifest, salt: [UInt8]? = nil,
    _ change: ([[UInt8]]) -> [[UInt8]] = { $0 }
  ) throws -> [UInt8] {
    let active = try ManifestStore(parsing: store).active
    return ManifestStore.assemble(
      new: JUMBF.Writer.superbox(
        type, label: active.label, salt: salt, change(contents(of: active.superbox))))
  }

  /// What stands in a superbox behind its description, box by box.
  static func contents(of superbox: Superbox) -> [[UInt8]] {
    superbox.contents.map { content in
      switch content {
      case .superbox(let inner): Array(inner.raw)
      case .box(let box): Array(box.raw)
      }
    }
  }

  /// The same box under a header whose length has eight bytes (`XLBox`).
  static func lengthened(_ box: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.writeBigEndian(UInt32(1))
    writer.write(Array(box[4..<8]))
    writer.writeBigEndian(UInt64(box.count + 8))
    writer.write(Array(box[8...]))
    return writer.bytes
  }

  /// A manifest under the label of another, its claim untouched.
  static func relabelled(_ manifest: [UInt8], as other: [UInt8]) -> [UInt8] {
    guard let box = try? Superbox.parse(manifest), let named = try? Superbox.parse(other),
      let label = named.description.label
    else { return [] }
    return JUMBF.Writer.superbox(.standardManifest, label: label, contents(of: box))
  }

  /// The verdict on the content of `OfficialTests` by a store beside it.
  static func verdict(on store: [UInt8]) throws -> Verdict {
    let document = try Document(ByteSource(bytes: OfficialTests.content), path: "release.txt")
    return Verifier(trust: try TestPKI.shared().context(), at: TestPKI.now).session()
      .verify(document, sidecar: store)
  }
}
