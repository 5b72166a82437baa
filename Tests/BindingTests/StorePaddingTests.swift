import BroadsealBinding
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance
import Testing

@Suite struct StorePaddingTests {
  /// A store whose only manifest holds a padding box of these bytes, at one of three depths.
  private func store(_ padding: [UInt8], depth: Int) throws -> ManifestStore {
    let free = JUMBF.Writer.box(.free, padding)
    let inner = JUMBF.Writer.superbox(
      .assertionStore, label: "c2pa.assertions", salt: nil, depth == 2 ? [free] : [])
    let manifest = JUMBF.Writer.superbox(
      .standardManifest, label: "urn:c2pa:F9168C5E-CEB2-4FAA-B6BF-329BF39FA1E4", salt: nil,
      [inner] + (depth == 1 ? [free] : []))
    let store = JUMBF.Writer.superbox(
      .manifestStore, label: "c2pa", salt: nil, [manifest] + (depth == 0 ? [free] : []))
    return try ManifestStore(parsing: store)
  }

  @Test(arguments: [0, 1, 2])
  func `padding of zeros is padding, anything else is a mismatch`(depth: Int) throws {
    for padding in [[], [0, 0, 0]] as [[UInt8]] {
      #expect(StorePadding.problem(in: try store(padding, depth: depth)) == nil)
    }
    let hidden = try store([0, 1, 0], depth: depth)
    #expect(StorePadding.problem(in: hidden)?.code == .assertionDataHashMismatch)
    let code = StatusCode.assertionBoxesHashMismatch
    #expect(StorePadding.problem(in: hidden, code: code)?.code == code)
  }
}
