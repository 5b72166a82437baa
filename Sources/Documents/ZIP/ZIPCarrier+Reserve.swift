import BroadsealBytes
import BroadsealNotes

extension ZIPCarrier {
  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    try requireRoom(size)
    var notes: [Note] = []
    if let note = try policyNote(insisting: insisting) { notes.append(note) }
    var layout = ZIPLayout(archive)
    if let old = store { layout.drop(old) }
    for folder in archive.entries where folder.name.isFolder {
      if dropsFolders {
        layout.drop(folder)
      } else if !folder.isRepeated || folder.descriptorLength > 0 {
        layout.rewrite(folder, as: ZIPRewrite(folder: folder))
      }
    }
    if case .opc(let types) = package.form { try declare(types, in: &layout) }
    return try layout.placement(size: size, notes: notes)
  }

  /// Folders are no parts of these formats; a collection that left them out would not list every
  /// entry, one that listed them is refused by other verifiers.
  private var dropsFolders: Bool {
    switch package.form {
    case .opc, .epub: true
    case .odf, .plain: false
    }
  }

  private func requireRoom(_ size: Int) throws(DocumentError) {
    guard size > 0, size <= StoreLimits.maximumSize else { throw .storeSize(size) }
    let old = store
    if let old, let fault = ZIPStore.fault(of: old) {
      throw .refused(Refusal(fault, remedy: .none))
    }
    if archive.entries.contains(where: \.record.isEncrypted) {
      throw ZIPFault.unsupported(ZIPCode.encrypted, "an entry of the archive is encrypted")
    }
    guard archive.entries.contains(where: { !$0.name.isFolder && $0.range != old?.range }) else {
      throw ZIPFault.unsupported(ZIPCode.empty)
    }
    // A label lists every file, and a reader takes no list above a size: asked before work is done.
    let listSize = archive.entries.reduce(0) { sum, entry in
      sum + ZIPLimits.listedSize + entry.member.uri.utf8.count
    }
    guard listSize <= ZIPLimits.maximumListSize else {
      throw ZIPFault.unsupported(
        ZIPCode.limit, "the archive holds more files than a label may list")
    }
  }

  /// What the rules of the package's own format say about one more entry.
  private func policyNote(insisting: Bool) throws(DocumentError) -> Note? {
    switch package.form {
    case .odf:
      if hasSignature(in: "meta-inf/", named: "signatures") {
        throw ZIPFault.unsupported(ZIPCode.odfSigned)
      }
      guard insisting else {
        throw .refused(
          Refusal(
            ZIPCode.odf,
            remedy: .sidecarOrInsist))
      }
      return Note(ZIPCode.odfEmbedded)
    case .opc where hasSignature(in: "_xmlsignatures/", named: ""):
      // Such a signature names parts, and content types only of parts that it names (ECMA-376-2
      // §13.2.4); a store that is added, and its content type, leave it valid.
      return Note(ZIPCode.signed)
    case .epub where hasSignature(in: "meta-inf/", named: "signatures.xml"):
      // A signature in `META-INF/signatures.xml` names the files that it covers (EPUB OCF §4.2.6.3.5).
      return Note(ZIPCode.signed)
    case .opc, .epub, .plain: return nil
    }
  }

  private func hasSignature(in folder: String, named part: String) -> Bool {
    archive.entries.contains { entry in
      let name = entry.name.folded
      return !entry.name.isFolder && name.hasPrefix(folder)
        && (part.isEmpty || name.dropFirst(folder.count).contains(part))
    }
  }

  /// Makes sure that the list of content types has one for the store (C2PA 2.5 §A.6.3).
  private func declare(
    _ types: ContentTypes?, in layout: inout ZIPLayout
  ) throws(DocumentError) {
    guard let types, let entry = archive.entry(named: ContentTypes.name),
      let declared = types.declaringStore()
    else {
      throw ZIPFault.unsupported(ZIPCode.contentTypes)
    }
    guard declared != types.content else { return }
    guard let rewrite = ZIPRewrite(entry, content: declared) else {
      throw ZIPFault.unsupported(ZIPCode.contentTypes)
    }
    layout.rewrite(entry, as: rewrite)
  }
}
