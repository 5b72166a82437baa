import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealJUMBF
import BroadsealProvenance
import TestSupport

/// Inputs at which parsers of others failed in 2026, built anew: the public change logs of c2pa-rs name each by a
/// number. Every file carries a label that would be official without the fault.
struct ForeignFault: Sendable, CustomStringConvertible {
  /// What such an input is.
  struct Input {
    var name: String
    var content: [UInt8]
    var sidecar: [UInt8]?
  }

  /// The number in the change log.
  let number: Int
  /// What is wrong.
  let title: String
  /// What may be said of the integrity; `intact` alone where the fault hurts nothing.
  let integrity: Set<String>
  let input: @Sendable (TestPKI) throws -> Input

  var description: String { "\(number) \(title)" }

  private init(
    _ number: Int, _ title: String, _ integrity: Set<String>,
    _ input: @escaping @Sendable (TestPKI) throws -> Input
  ) {
    (self.number, self.title, self.integrity, self.input) = (number, title, integrity, input)
  }

  static let all: [ForeignFault] = [
    files, boxes, stores, labels, references, credentials, bindings,
  ].flatMap(\.self)

  // MARK: Building

  private typealias Change = @Sendable ([UInt8], LocatedStore) -> [UInt8]
  private static let bad: Set<String> = ["altered", "malformed"]
  /// The label is not found any more; it holds, and something beside it is at fault.
  private static let (lost, doubtful): (Set, Set) = (["no-label"], ["altered", "intact"])

  /// A labelled file of `content`, changed.
  private static func file(
    _ number: Int, _ title: String, _ name: String, _ content: [UInt8],
    _ integrity: Set<String> = bad, _ change: @escaping Change
  ) -> ForeignFault {
    ForeignFault(number, title, integrity) { pki in
      let document = try Document(ByteSource(bytes: content), path: FilePath(name))
      guard let carrier = document.carrier else { throw TestManifest.Failure() }
      let labelled = try TestManifest(pki).embedded(in: content, by: carrier)
      let found = try Document(ByteSource(bytes: labelled), path: FilePath(name)).carrier?.locate()
      guard case .found(let store) = found else { throw TestManifest.Failure() }
      return Input(name: name, content: change(labelled, store))
    }
  }

  /// A store beside a text, changed.
  private static func store(
    _ number: Int, _ title: String, _ integrity: Set<String> = bad,
    _ change: @escaping @Sendable ([UInt8]) throws -> [UInt8]
  ) -> ForeignFault {
    ForeignFault(number, title, integrity) { pki in
      let sound = try TestManifest(pki).sidecar(for: OfficialTests.content)
      return Input(
        name: "release.txt", content: OfficialTests.content, sidecar: try change(sound))
    }
  }

  /// A film bound in another way.
  private static func binding(
    _ number: Int, _ title: String, _ label: String, _ value: CBOR.Value,
    _ integrity: Set<String> = bad
  ) -> ForeignFault {
    ForeignFault(number, title, integrity) { pki in
      var manifest = TestManifest(pki)
      manifest.boundBy = (label, value)
      let carrier = try BMFFCarrier(ByteSource(bytes: MediaFile.film))
      return Input(
        name: "release.mp4", content: try manifest.embedded(in: MediaFile.film, by: carrier))
    }
  }

  private static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func inserting(_ bytes: [UInt8], _ file: [UInt8], at offset: Int) -> [UInt8] {
    Array(file[..<offset]) + bytes + file[offset...]
  }

  private static func replacing(_ file: [UInt8], at offset: Int, _ bytes: [UInt8]) -> [UInt8] {
    var file = file
    file.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    return file
  }

  /// Where the directory of a TIFF begins that has the store.
  private static func directory(_ file: [UInt8]) -> Int {
    file[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static let bigTIFF = TIFFFile(isBig: true).bytes

  // MARK: Pictures and sound

  private static let files: [ForeignFault] = [
    file(2_059, "TIFF: 65,535 entries in a small file", "a.tif", SmallPicture.tiff) { file, _ in
      replacing(file, at: directory(file), [0xFF, 0xFF])
    },
    file(2_059, "TIFF: four thousand million strips", "a.tif", SmallPicture.tiff) { file, _ in
      let strips = directory(file) + 2 + 5 * 12
      return replacing(file, at: strips + 4, [0xFF, 0xFF, 0xFF, 0xFF])
    },
    file(2_068, "TIFF: a directory that follows itself", "a.tif", SmallPicture.tiff) { file, _ in
      let start = directory(file)
      return replacing(file, at: start + 2 + 9 * 12, TIFFFile().number(start, 4))
    },
    file(2_012, "BigTIFF: a count that overflows", "a.tif", bigTIFF) { file, store in
      store.permitted.first.map {
        replacing(file, at: $0.start, [UInt8](repeating: 0xFF, count: 8))
      } ?? file
    },
    file(2_012, "BigTIFF: an offset behind every file", "a.tif", bigTIFF) { file, store in
      store.permitted.first.map {
        replacing(file, at: $0.end, [UInt8](repeating: 0xFF, count: 8))
      } ?? file
    },
    file(2_099, "GIF: XMP without any", "a.gif", SmallPicture.gif) { file, store in
      inserting([0x21, 0xFF, 11] + utf8("XMP DataXMP") + [0], file, at: store.extent.end)
    },
    file(2_099, "GIF: XMP shorter than what ends it", "a.gif", SmallPicture.gif) { file, store in
      inserting([0x21, 0xFF, 11] + utf8("XMP DataXMP") + [1, 0, 0], file, at: store.extent.end)
    },
    file(2_156, "GIF: a second label of no bytes", "a.gif", SmallPicture.gif) { file, store in
      inserting(
        [0x21, 0xFF, 11] + utf8("C2PA_GIF") + [1, 0, 0, 0], file, at: store.extent.end)
    },
    file(2_053, "WAV: a label of four thousand million bytes", "a.wav", RIFFFile.wav()) {
      file, store in replacing(file, at: store.extent.start + 4, [0xFF, 0xFF, 0xFF, 0xFF])
    },
    file(2_053, "WebP: a chunk of four thousand million bytes", "a.webp", RIFFFile.webp()) {
      file, _ in replacing(file, at: 16, [0xFF, 0xFF, 0xFF, 0xFF])
    },
    file(1_978, "WAV: ten thousand lists in each other", "a.wav", RIFFFile.wav()) { file, store in
      let lists = (0..<10_000).flatMap {
        utf8("LIST") + RIFFFile.little(UInt32(119_992 - 12 * $0)) + utf8("INFO")
      }
      let size = RIFFFile.little(UInt32(file.count + lists.count - 8))
      return replacing(inserting(lists, file, at: store.extent.start), at: 4, size)
    },
    file(2_210, "JPEG XL: Brotli that is none", "a.jxl", SmallPicture.jxl) { file, _ in
      file + MediaFile.box("brob", utf8("xml ") + [UInt8](repeating: 0xFF, count: 64))
    },
    file(2_210, "JPEG XL: a compressed box without its type", "a.jxl", SmallPicture.jxl) {
      file, _ in file + MediaFile.box("brob", [1])
    },
    file(2_274, "PNG: XMP that ends with its keyword", "a.png", SmallPicture.png) { file, store in
      inserting(
        MediaFile.number(UInt32(17)) + utf8("iTXtXML:com.adobe.xmp") + [0, 0, 0, 0], file,
        at: store.extent.end)
    },
    file(2_102, "PNG: a chunk of four thousand million bytes", "a.png", SmallPicture.png) {
      file, store in replacing(file, at: store.extent.end, [0xFF, 0xFF, 0xFF, 0xFF])
    },
    file(1_790, "MP3: a compressed frame that is too short", "a.mp3", SoundFile.mp3, lost) {
      file, store in
      inserting(utf8("TXXX") + [0, 0, 0, 2, 0, 0x80, 1, 2], file, at: 10)
    },
    file(1_912, "FLAC: a tag of a version that there is not", "a.flac", SoundFile.flac()) {
      file, _ in replacing(file, at: 3, [5])
    },
    file(1_912, "FLAC: a tag with no sound behind it", "a.flac", SoundFile.flac()) { file, store in
      Array(file[..<store.extent.end])
    },
    file(1_912, "MP3: a tag of 256 megabytes", "a.mp3", SoundFile.mp3) { file, _ in
      replacing(file, at: 6, [0x7F, 0x7F, 0x7F, 0x7F])
    },
    file(2_268, "TrueType: a table behind every file", "a.ttf", SmallFont.trueType) { file, _ in
      replacing(file, at: 12 + 16 + 8, [0xFF, 0xFF, 0xFF, 0xFF])
    },
    file(2_268, "TrueType: 65,535 tables", "a.ttf", SmallFont.trueType, lost) { file, _ in
      replacing(file, at: 4, [0xFF, 0xFF])
    },
    file(2_268, "Ogg: pages of no content", "a.ogg", OGGFile.speech) { file, _ in
      file + (0..<20_000).flatMap { OGGFile.page([], number: UInt32($0)) }
    },
  ]

  // MARK: Boxes of media files

  private static let boxes: [ForeignFault] = [
    file(2_280, "MP4: a size of 2⁶⁴ − 1", "a.mp4", MediaFile.film) { file, _ in
      file + [0, 0, 0, 1] + utf8("free") + [UInt8](repeating: 0xFF, count: 8)
    },
    file(2_054, "MP4: a size of 2⁶³", "a.mp4", MediaFile.film) { file, _ in
      file + [0, 0, 0, 1] + utf8("free") + [0x80, 0, 0, 0, 0, 0, 0, 0]
    },
    file(
      2_097, "MP4: a box of C2PA that ends before its purpose", "a.mp4", MediaFile.film, doubtful
    ) {
      file, _ in file + MediaFile.box("uuid", MediaFile.provenance + [0, 0])
    },
    file(2_097, "MP4: a purpose without an end", "a.mp4", MediaFile.film, doubtful) { file, _ in
      file + MediaFile.box("uuid", MediaFile.provenance + [0, 0, 0, 0] + utf8("manifest"))
    },
    file(1_889, "MP4: a box of metadata without a version", "a.mp4", MediaFile.film) { file, _ in
      file + MediaFile.box("meta", MediaFile.box("hdlr", []))
    },
    file(1_956, "MP4: media that is longer than the file", "a.mp4", MediaFile.film) { file, _ in
      file + [0xFF, 0xFF, 0xFF, 0xF0] + utf8("mdat")
    },
    file(1_717, "MP4: a thousand films in each other", "a.mp4", MediaFile.film) { file, _ in
      file + (0..<1_000).reduce(into: [UInt8]()) { film, _ in film = MediaFile.box("moov", film) }
    },
  ]

  // MARK: Stores

  private static let jumd: [UInt8] =
    utf8("c2pa") + [0, 0x11, 0, 0x10, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]

  private static func superbox(_ description: [UInt8], _ content: [UInt8] = []) -> [UInt8] {
    MediaFile.box("jumb", MediaFile.box("jumd", description) + content)
  }

  private static let stores: [ForeignFault] =
    [
      store(1_949, "a description shorter than its type") { _ in superbox(Array(jumd.prefix(8))) },
      store(1_949, "a description shorter than its toggles say") { _ in superbox(jumd + [0x1F]) },
      store(1_950, "an embedded file without a description", doubtful) { sound in
        let file = MediaFile.box("bfdb", []) + MediaFile.box("bidb", [])
        return try StoreSurgery.rebuilding(sound) { $0 + [file] }
      },
      store(1_966, "ten thousand boxes in each other") { _ in
        (0..<10_000).reduce(into: [UInt8]()) { inner, _ in
          inner = superbox(jumd + [3] + utf8("c2pa\0"), inner)
        }
      },
      store(2_200, "a box shorter than its header") { sound in
        try StoreSurgery.rebuilding(sound) { $0 + [[0, 0, 0, 7, 0x63, 0x62, 0x6F, 0x72]] }
      },
      store(2_201, "a long box shorter than its header") { sound in
        try StoreSurgery.rebuilding(sound) {
          $0 + [[0, 0, 0, 1] + utf8("cbor") + [0, 0, 0, 0, 0, 0, 0, 15]]
        }
      },
      store(2_201, "a long box of 2⁶³ bytes") { sound in
        try StoreSurgery.rebuilding(sound) {
          $0 + [[0, 0, 0, 1] + utf8("cbor") + [0x80, 0, 0, 0, 0, 0, 0, 0]]
        }
      },
      store(2_192, "a compressed manifest of no bytes") { sound in
        try StoreSurgery.rebuilding(sound, as: .compressedManifest) { _ in
          [MediaFile.box("brob", [])]
        }
      },
      store(2_210, "a compressed manifest that could become any size") { sound in
        try StoreSurgery.rebuilding(sound, as: .compressedManifest) { _ in
          [MediaFile.box("brob", [UInt8](repeating: 0xFF, count: 4_096))]
        }
      },
      store(2_125, "a box with less in it than it says") { sound in
        Array(sound.dropLast(5))
      },
      store(1_951, "no manifest at all") { _ in superbox(jumd + [3] + utf8("c2pa\0")) },
    ]

  /// Labels of assertions that a parser would cut.
  private static let labels: [ForeignFault] = [
    "__", "__0", "c2pa.ingredient__", "_", ".", "c2pa.thumbnail.claim.",
    "c2pa.hash.data__99999999999999999999",
  ].map { label in
    // A name that is a step of a path leads to nothing.
    ForeignFault(2_013, "an assertion called \(label)", [label == "." ? "altered" : "intact"]) {
      pki in
      var manifest = TestManifest(pki)
      manifest.further = [(label, .cbor("a"), .created)]
      return Input(
        name: "release.txt", content: OfficialTests.content,
        sidecar: try manifest.sidecar(for: OfficialTests.content))
    }
  }

  /// References of a claim that lead nowhere.
  private static let references: [ForeignFault] = [
    "", "self#jumbf=", "self#jumbf=/", "self#jumbf=/c2pa", "self#jumbf=/c2pa//c2pa.assertions/",
    "self#jumbf=c2pa.assertions/", "self#jumbf=c2pa.assertions/__1", "#",
    "self#jumbf=/c2pa/../../x",
  ].map { url in
    ForeignFault(
      2_018, "a claim that names \(url.isEmpty ? "nothing" : url)", ["malformed", "altered"]
    ) { pki in
      var manifest = TestManifest(pki)
      manifest.rewriteClaim = { claim in
        let reference: CBOR.Value = ["url": .text(url), "hash": zeros]
        let entries = (claim.map?.entries ?? []).map { entry in
          entry.key.text == "created_assertions"
            ? CBOR.Map.Entry(
              key: entry.key, value: .array((entry.value.array ?? []) + [reference])) : entry
        }
        return .map(CBOR.Map(entries))
      }
      return Input(
        name: "release.txt", content: OfficialTests.content,
        sidecar: try manifest.sidecar(for: OfficialTests.content))
    }
  }

  /// Certificates and answers of responders that are none.
  private static let credentials: [ForeignFault] = {
    func fault(
      _ number: Int, _ title: String, _ change: @escaping @Sendable (inout TestManifest) -> Void
    ) -> ForeignFault {
      ForeignFault(number, title, ["intact", "altered", "malformed"]) { pki in
        var manifest = TestManifest(pki)
        change(&manifest)
        return Input(
          name: "release.txt", content: OfficialTests.content,
          sidecar: try manifest.sidecar(for: OfficialTests.content))
      }
    }
    let open: [UInt8] = [0x30, 0x80, 0x30, 0x80, 0, 0]
    return [
      fault(2_065, "a certificate of BER without lengths") { $0.certificates = [open] },
      fault(2_065, "a certificate of no bytes") { $0.certificates = [[]] },
      fault(2_067, "no certificate at all") { $0.certificates = [] },
      fault(2_067, "an answer about revocation of no bytes") {
        $0.headers = [("rVals", .map(["ocspVals": .array([.bytes([])])]))]
      },
      fault(2_067, "an answer about revocation of BER without lengths") {
        $0.headers = [("rVals", .map(["ocspVals": .array([.bytes(open)])]))]
      },
    ]
  }()

  // MARK: Bindings

  private static let zeros = CBOR.Value.bytes([UInt8](repeating: 0, count: 32))
  private static let most = CBOR.Value.unsigned(UInt64(Int64.max))

  private static func excluding(_ exclusion: CBOR.Value) -> CBOR.Value {
    ["exclusions": [exclusion], "alg": "sha256", "hash": zeros]
  }

  /// A tree over the media of a film, with `fields` in place of its own.
  private static func tree(_ fields: [(String, CBOR.Value)]) -> CBOR.Value {
    let own: [(String, CBOR.Value?)] = [
      ("uniqueId", 1), ("localId", 0), ("count", 1), ("hashes", [zeros]),
    ]
    let kept = own.filter { entry in !fields.contains { $0.0 == entry.0 } }
    let tree = CBOR.Map(kept + fields.map { ($0.0, $0.1) })
    return [
      "exclusions": [
        ["xpath": "/uuid", "data": [["offset": 8, "value": .bytes(MediaFile.provenance)]]],
        ["xpath": "/mdat", "subset": [["offset": 16, "length": 0]]],
      ], "alg": "sha256", "hash": zeros, "merkle": [.map(tree)],
    ]
  }

  private static let bindings: [ForeignFault] = [
    binding(
      2_140, "a range whose end overflows", "c2pa.hash.data",
      excluding(["start": most, "length": most])),
    binding(
      2_140, "a range of a negative length", "c2pa.hash.data",
      excluding(["start": 0, "length": -1])),
    binding(
      1_897, "a list of boxes without names", "c2pa.hash.boxes",
      ["alg": "sha256", "boxes": [["names": [], "hash": zeros], ["hash": zeros]]]),
    binding(
      2_263, "a match whose place overflows", "c2pa.hash.bmff.v3",
      excluding(["xpath": "/moov", "data": [["offset": most, "value": .bytes([1])]]])),
    binding(
      2_263, "a part of a box whose end overflows", "c2pa.hash.bmff.v3",
      excluding(["xpath": "/moov", "subset": [["offset": most, "length": most]]])),
    binding(
      2_019, "a tree with other leaves than it counts", "c2pa.hash.bmff.v3",
      tree([("count", most)])),
    binding(
      2_020, "a tree of media that is not there", "c2pa.hash.bmff.v3", tree([("localId", most)])),
    binding(
      2_021, "a tree with a negative place", "c2pa.hash.bmff.v3", tree([("localId", -1)])),
    binding(
      2_063, "a tree of blocks of one byte and 2⁶³ leaves", "c2pa.hash.bmff.v3",
      tree([("fixedBlockSize", 1), ("count", most)])),
    binding(
      2_063, "a tree of blocks of no bytes", "c2pa.hash.bmff.v3", tree([("fixedBlockSize", 0)])),
    binding(
      1_963, "a tree over media shorter than its head", "c2pa.hash.bmff.v3",
      tree([("variableBlockSizes", [most, most])])),
    binding(2_022, "a tree without hashes", "c2pa.hash.bmff.v3", tree([("hashes", [])])),
  ]
}
