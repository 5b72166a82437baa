import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealProvenance

/// What auxiliary boxes say of the leaves of hash trees (C2PA 2.5 §A.5.3).
enum TreeLeaves {
  /// Largest auxiliary box that is read: a proof of eighteen hashes has less than two thousand bytes.
  private static let maximumLeafSize = 8_192

  /// What `boxes` of `source` say, in order.
  static func read(
    _ boxes: [ProvenanceBox], _ source: ByteSource
  ) throws(BMFFFault) -> [BMFFHash.Leaf] {
    var leaves: [BMFFHash.Leaf] = []
    for box in boxes {
      guard box.payload.length <= maximumLeafSize else {
        throw .malformed("a box of a hash tree is too large")
      }
      let payload: [UInt8]
      do throws(SourceError) {
        payload = try source.read(box.payload)
      } catch { throw .hashing(.source(error)) }
      do throws(Problem) { leaves.append(try BMFFHash.Leaf(payload)) } catch {
        throw .problem(error)
      }
    }
    return leaves
  }
}
