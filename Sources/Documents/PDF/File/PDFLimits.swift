/// The bounds of the PDF reader: each one stops an attack, and none stops a document in use.
enum PDFLimits {
  /// Bytes before `%PDF-` that are searched for it.
  static let maximumHeaderOffset = 1_024
  /// Bytes at the end of the file in which every reader finds `startxref`.
  static let maximumPlainTail = 1_024
  /// Bytes from `startxref` to the end of `%%EOF`: eight digits and line ends take half of them.
  static let maximumEndOfRevision = 64
  /// Bytes at the end of the file that `startxref` has to lie in.
  static let maximumTail = 65_536
  /// Cross-reference sections in one chain; each incremental update adds one.
  static let maximumSections = 1_024
  /// Entries of all cross-reference sections together.
  static let maximumEntries = 4_194_304
  /// Highest object number (ISO 32000-1 Annex C).
  static let maximumObjectNumber = 8_388_607
  /// Size of the text of one object, without its stream.
  static let maximumObjectSize = 8 << 20
  /// Values in one object, those inside arrays and dictionaries too: a byte of text can be one, and
  /// takes some fifty in memory.
  static let maximumValues = 1_048_576
  /// What the key of an entry counts for among them, beside its value.
  static let valuesOfKey = 4
  /// What a value counts for in `maximumWork`, in bytes.
  static let workOfValue = 96
  /// Nesting of arrays and dictionaries.
  static let maximumDepth = 64
  /// Bytes that are read at a time when objects are checked for standing where they should.
  static let checkBlock = 4_096
  /// References that lead to references.
  static let maximumIndirections = 8
  /// Size of a filtered stream that is read whole, as stored.
  static let maximumStreamSize = 64 << 20
  /// Size of a filtered stream that is read whole, inflated.
  static let maximumInflatedSize = 64 << 20
  /// Bytes that one walk through the document may parse and inflate altogether.
  static let maximumWork = 256 << 20
  /// What may be kept of a file while it is open, in the bytes that `maximumWork` counts.
  static let maximumKept = 32 << 20
  /// Blanks and comments between two objects of a later revision.
  static let maximumGap = 65_536
  /// Content of a look that is looked through for whether it paints anything.
  static let maximumEmptyContent = 4_096
  /// Forms in each other in a look that paints nothing.
  static let maximumEmptyForms = 5
  /// Size of the metadata stream, inflated.
  static let maximumMetadataSize = 16 << 20
  /// Columns of a predictor's row.
  static let maximumColumns = 65_536
  /// Filters of one stream.
  static let maximumFilters = 4
  /// Objects in one object stream.
  static let maximumCompressedObjects = 262_144
  /// Inflated object streams that are kept at a time.
  static let maximumCachedStreams = 8
  /// Names in the `EmbeddedFiles` tree.
  static let maximumNames = 65_536
  /// Depth of the name tree and of the page tree.
  static let maximumTreeDepth = 32
  /// Bytes of the full name of a form field: every field under it bears it too.
  static let maximumFieldName = 32_768
  /// Form fields that are searched for signatures.
  static let maximumFields = 65_536
  /// Size of the value of a signature that is read.
  static let maximumSignatureSize = 1 << 20
  /// Words `startxref` that are tried in a file that cannot be read without repair.
  static let maximumTargets = 8
  /// Size of everything that is read of a document's security store.
  static let maximumValidationData = 16 << 20
  /// Size of one item of it.
  static let maximumValidationItem = 8 << 20
  /// Items of each kind that are read of it.
  static let maximumValidationItems = 256
  /// Size of everything that one update adds to it.
  static let maximumAddedValidationData = 4 << 20
  /// Signatures whose values are read, the newest.
  static let maximumSignatures = 32
  /// Size of the manifest stores of all earlier revisions together.
  static let maximumEarlierStores = 64 << 20
  /// Largest offset that a classic cross-reference table can hold: ten digits.
  static let maximumTableOffset = 9_999_999_999
}
