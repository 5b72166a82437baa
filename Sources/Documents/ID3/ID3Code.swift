package import BroadsealNotes

/// What can be the matter with sound behind an ID3 tag: MP3 and FLAC.
package enum ID3Code: UInt8, CodeFamily {
  case blocks
  case blockStore
  case frames
  case multipleStores
  case otherSound
  case places
  case storeFrame
  case storePlace
  case storeSize
  case structure
  case truncated
  case unsynchronised
  case version

  /// The family.
  package static var family: Family { .id3 }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .blocks: CodeRow("FLAC-STRUCTURE", .ambiguous, .twoReadings)
    case .blockStore:
      CodeRow(
        "FLAC-BLOCK", .label,
        "The label stands in a block of FLAC, where not every program finds it.",
        "ラベルがFLACのブロックの中にあり、プログラムによっては見つけられません。")
    case .frames: CodeRow("ID3-FRAMES", .ambiguous, .twoReadings)
    case .multipleStores: CodeRow("ID3-MULTIPLE-STORES", .label, .severalLabels)
    case .otherSound:
      CodeRow(
        "FLAC-MPEG", .refusal,
        "MPEG sound stands in the FLAC file: behind a label in front of it, some players would play that sound.",
        "FLACファイルの中にMPEG音声があり、先頭にラベルを入れると、その音声を再生するソフトがあります。")
    case .places: CodeRow("ID3-PLACES", .refusal, .movingPlaces)
    case .storeFrame: CodeRow("ID3-STORE-FRAME", .label, .damagedFrame)
    case .storePlace: CodeRow("ID3-STORE-PLACE", .label, .misplacedLabel)
    case .storeSize: CodeRow("ID3-STORE-SIZE", .label, .largeLabel)
    case .structure: CodeRow("ID3-STRUCTURE", .broken, .offFormat)
    case .truncated: CodeRow("ID3-TRUNCATED", .broken, .breaksOff)
    case .unsynchronised:
      CodeRow(
        "ID3-UNSYNCHRONISED", .refusal,
        "The tag of the sound is written over as a whole, so that no frame can be put in as it stands.",
        "音声のタグ全体が非同期化されており、そのままの形でラベルを入れられません。")
    case .version:
      CodeRow(
        "ID3-VERSION", .refusal,
        "The tag of the sound is of the old version 2.2, where not every program finds a label.",
        "音声のタグが古いID3v2.2で、プログラムによってはラベルを見つけられません。")
    }
  }
}
