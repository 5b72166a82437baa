package import BroadsealBytes
package import BroadsealFiles

/// A signature of another kind that stands beside a document, in a file of its own: named, and never judged.
package enum ForeignSignature: String, CaseIterable, Sendable {
  /// A CAdES or plain CMS message (`.p7s`).
  case message = "CMS"
  /// An XML signature (XAdES, `.xml`).
  case xml = "XML"
  /// An archive with document and signatures (ASiC, `.asice`).
  case container = "ASiC"

  /// How the name of such a file ends.
  private var ending: String {
    switch self {
    case .message: ".p7s"
    case .xml: ".xml"
    case .container: ".asice"
    }
  }

  /// Bytes of a file that are looked at: a signature says at its beginning what it is.
  private static let head = 64 << 10

  /// A look at folders for names of such signatures, for a run over many documents.
  package static var glance: FolderGlance {
    FolderGlance(endings: allCases.map { Array($0.ending.utf8) })
  }

  /// The files beside `document` that are such a signature: `FILE.EXT.p7s` and `FILE.p7s`.
  ///
  /// - Parameter glance: what the run knows of the folder.
  package static func beside(
    _ document: FilePath, _ glance: inout FolderGlance
  ) -> [(kind: ForeignSignature, path: FilePath)] {
    let names = glance.names(in: document.folder)
    if let names, names.isEmpty { return [] }
    let name = document.name
    let stem = name.lastIndex(of: UInt8(ascii: ".")).map { Array(name[..<$0]) } ?? []
    return allCases.flatMap { kind in
      [Array(name), stem].filter { !$0.isEmpty }.map { $0 + Array(kind.ending.utf8) }
        .filter { $0 != Array(name) }
        .compactMap { name in
          let path = document.folder.appending(name)
          // Most files have none beside them: asked for without opening anything.
          guard names?.contains(FolderGlance.lowercased(name)) ?? true, FileNode(path) != nil,
            let source = try? ByteSource(path),
            let start = ByteRange(start: 0, length: min(source.size, head)),
            let bytes = try? source.read(start), kind.isMeant(by: bytes)
          else { return nil }
          return (kind, path)
        }
    }
  }

  /// Whether a file with such a name and this beginning is a signature: data in XML may have the name too.
  private func isMeant(by bytes: [UInt8]) -> Bool {
    switch self {
    case .message:
      bytes.first == 0x30 || bytes.starts(with: "-----BEGIN ".utf8)
    case .xml:
      bytes.firstRange(of: Array("http://www.w3.org/2000/09/xmldsig#".utf8)) != nil
    case .container: bytes.starts(with: [0x50, 0x4B])
    }
  }
}
