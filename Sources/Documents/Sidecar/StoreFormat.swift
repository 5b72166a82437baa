import BroadsealNotes

extension Format {
  /// A manifest store in a file of its own: any length, `jumb`, then its description box.
  package static let c2pa = Format(
    "c2pa", [FileType("application/c2pa", ["c2pa"], "label without its document", "文書のないラベル")],
    recognition: .opening([
      Opening([(4, Array("jumb".utf8)), (12, Array("jumd".utf8))])
    ]),
    opener: .isStore, end: [], holdsMarkup: true, growsInPlace: false, codes: .file,
    label: "it is one itself, and never labelled")
}
