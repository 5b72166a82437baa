import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// What is said of documents that nobody made for this project, by code.
@Suite(
  "What foreign documents show beside their bytes",
  .enabled(if: Corpus.folder != nil, "the shared corpus is absent"))
struct CorpusShowsTests {
  /// What was found in one file.
  private struct Finding {
    let path: String
    let codes: [String]
  }

  private static func look(in folder: String) -> [Finding] {
    Corpus.files(in: folder, endingWith: "").compactMap { path in
      guard let bytes = Corpus.bytes(of: path), !bytes.isEmpty,
        let name = path.split(separator: "/").last,
        let document = try? Document(ByteSource(bytes: bytes), path: FilePath(String(name))),
        document.problem == nil, let notes = try? document.shown(.whole)
      else { return nil }
      return Finding(path: path, codes: notes.filter { $0.code.nature == .risk }.map(\.code.name))
    }
  }

  @Test("nearly every plain document is looked through to its end, and each reason is told")
  func reasons() {
    var reasons: [String: [String]] = [:]
    var looked = 0
    var clean = 0
    var unread: [String] = []
    for folder in Corpus.folders(in: "unsigned") {
      for finding in Self.look(in: folder) {
        looked += 1
        clean += finding.codes.isEmpty ? 1 : 0
        for code in finding.codes { reasons[code, default: []].append(finding.path) }
        let expected = ["hostile", "fuzz", "damaged", "error", "encrypt", "password", "aes-"]
        let isExpected = expected.contains { finding.path.contains($0) }
        let isUnread = finding.codes.contains { $0.hasSuffix("-UNREAD") && $0 != "CONTENT-UNREAD" }
        if isUnread, !isExpected { unread.append(finding.path) }
      }
    }
    print("\(looked) documents looked through, \(clean) with nothing to say of them")
    for (code, paths) in reasons.sorted(by: { $0.key < $1.key }) {
      print("\(code): \(paths.count), such as \(paths[0])")
    }
    print("not looked through to the end: \(unread)")
    // What is not understood counts as unread, and no longer as seen.
    #expect(unread.count * 30 < looked, "\(unread)")
    #expect(looked > 200)
  }
}
