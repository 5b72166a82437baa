import BroadsealAuditing
import BroadsealBytes
import BroadsealFiles
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealReporting
import BroadsealVerifying

/// The label of each file in a file of its own, as the standard shows it in JSON (`crjson`), and an index of
/// them, a line each between the run and the counts.
struct CRJSONReport: Report {
  let run: RunHeader
  let folder: FilePath
  let overwrites: Bool

  /// Name of the index.
  static let indexName = "index.ndjson"

  var header: [UInt8] { JSON.Writer.bytes(of: run.json) + [0x0A] }

  func entry(_ record: inout ReportRecord) -> [UInt8] {
    let judgement = record.judgement
    guard judgement.skip == nil, judgement.verdict.c2pa.state != nil else { return [] }
    let path = judgement.path
    var members = path.members("path")
    do throws(Failure) {
      let name = CRJSONReport.name(for: path)
      try write(judgement, to: folder.appendingFound(name.utf8))
      members.append(("file", .string(name)))
    } catch {
      members.append(("fault", .string(error.message)))
    }
    return JSON.Writer.bytes(of: Schema.crjson.document(members)) + [0x0A]
  }

  func footer(_ summary: Summary) -> [UInt8] { JSON.Writer.bytes(of: summary.json) + [0x0A] }

  private func write(_ judgement: Judgement, to target: FilePath) throws(Failure) {
    let store = try store(of: judgement).parsed()
    let value = CRJSON.value(of: store, judgement.verdict, at: run.judgedAt)
    let bytes = JSON.Writer.bytes(of: value, pretty: true) + [0x0A]
    var output = try target.output(overwrites: overwrites)
    do throws(SourceError) {
      unsafe try output.append(bytes.span.bytes)
      try output.commit()
    } catch { throw Failure(source: error) }
  }

  /// The store that was judged: that of a file in an archive is in the archive, whatever stands on the disk under
  /// the path that reports give it.
  private func store(of judgement: Judgement) throws(Failure) -> InspectedStore {
    guard let member = judgement.member else {
      return try InspectedStore(judgement.path, sidecar: nil)
    }
    guard let content = try? member.content() else {
      throw Failure(.incomplete, judgement.path, "the file in the archive cannot be read again")
    }
    return try InspectedStore(of: content.bytes, at: judgement.path, beside: content.label)
  }

  /// The name of the file about `path`: every byte that could mean something to somebody is escaped, and a
  /// name that would be too long is a digest.
  static func name(for path: FilePath) -> String {
    var name = ""
    for byte in path.bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ".") where !name.isEmpty: name += "."
      default: name += "%" + Hex.encode([byte])
      }
    }
    if name.utf8.count > 200, let digest = try? Digest.of(path.bytes, .sha256).hex { name = digest }
    return name + ".json"
  }
}
