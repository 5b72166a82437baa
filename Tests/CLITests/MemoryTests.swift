import BroadsealBytes
import BroadsealCBOR
import BroadsealJUMBF
import BroadsealNotes
import TestSupport
import Testing

/// A megabyte made to take as much memory as it can.
struct CostlyFile: Sendable, CustomStringConvertible {
  let description: String
  let name: String
  let bytes: [UInt8]
}

@Suite("A megabyte of input never takes two hundred of memory")
struct MemoryTests {
  /// What each byte of input may add, in bytes, and what one run takes more than another by itself.
  private static let perByte = 220
  private static let tolerance = 4 << 20
  /// What the program may take by itself. Most of it is its own code as far as a run touches it: a debug build has
  /// three times that of a release, and has more of it with each feature.
  private static let maximumBase = 64 << 20
  private static let label = "urn:c2pa:00000000-0000-4000-8000-000000000001"

  /// A number of `width` bytes behind the first byte of an array, a map or a text.
  private static func head(_ first: UInt8, _ count: Int) -> [UInt8] {
    [first] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
  }

  private static func store(_ assertions: [[UInt8]], signature: [UInt8] = [0xA0]) -> [UInt8] {
    let claim = CBOR.Encoder.encode([
      "instanceID": "x", "claim_generator_info": ["name": "x"], "alg": "sha256",
      "signature": .text("self#jumbf=/c2pa/\(label)/c2pa.signature"),
      "created_assertions": .array(
        assertions.indices.map { index in
          [
            "url": .text("self#jumbf=c2pa.assertions/org.example.note__\(index)"),
            "hash": .bytes([UInt8](repeating: 0, count: 32)),
          ]
        }),
    ])
    let boxes = assertions.enumerated().map { index, content in
      JUMBF.Writer.superbox(
        .cbor, label: "org.example.note__\(index)", [JUMBF.Writer.box(.cbor, content)])
    }
    return JUMBF.Writer.superbox(
      .manifestStore, label: "c2pa",
      [
        JUMBF.Writer.superbox(
          .standardManifest, label: label,
          [
            JUMBF.Writer.superbox(.assertionStore, label: "c2pa.assertions", boxes),
            JUMBF.Writer.superbox(
              .claim, label: "c2pa.claim.v2", [JUMBF.Writer.box(.cbor, claim)]),
            JUMBF.Writer.superbox(
              .signature, label: "c2pa.signature", [JUMBF.Writer.box(.cbor, signature)]),
          ])
      ])
  }

  private static func pdf(_ catalog: [UInt8], objects: Int = 0) -> [UInt8] {
    var bytes = Array("%PDF-1.7\n".utf8)
    var table = Array("0000000000 65535 f \n".utf8)
    let contents =
      [
        Array("<</Type/Catalog/Pages 2 0 R".utf8) + catalog + Array(">>".utf8),
        Array("<</Type/Pages/Kids[3 0 R]/Count 1>>".utf8),
        Array("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".utf8),
      ] + [[UInt8]](repeating: [0x31], count: objects)
    for (index, content) in contents.enumerated() {
      let digits = String(bytes.count)
      table += Array((String(repeating: "0", count: 10 - digits.count) + digits).utf8)
      table += Array(" 00000 n \n".utf8)
      bytes += Array("\(index + 1) 0 obj\n".utf8) + content + Array("\nendobj\n".utf8)
    }
    let size = contents.count + 1
    let end = "trailer\n<</Size \(size)/Root 1 0 R>>\nstartxref\n\(bytes.count)\n%%EOF\n"
    return bytes + Array("xref\n0 \(size)\n".utf8) + table + Array(end.utf8)
  }

  static let files: [CostlyFile] = {
    let many = 490_000
    let numbers = head(0x9A, many) + [UInt8](repeating: 1, count: many)
    let maps = head(0x9A, many) + [UInt8](repeating: 0xA0, count: many)
    let texts = head(0x9A, many) + [UInt8](repeating: 0x60, count: many)
    let keys =
      head(0xBA, 90_000) + (0..<90_000).flatMap { head(0x1A, $0 + 65_536) + [1] }
    return [
      CostlyFile(description: "numbers", name: "a.txt", bytes: store([numbers])),
      CostlyFile(description: "empty maps", name: "a.txt", bytes: store([maps])),
      CostlyFile(description: "empty texts", name: "a.txt", bytes: store([texts])),
      CostlyFile(description: "a map of many keys", name: "a.txt", bytes: store([keys])),
      CostlyFile(
        description: "many assertions", name: "a.txt",
        bytes: store([[UInt8]](repeating: [0xA0], count: 2_500))),
      CostlyFile(
        description: "many boxes", name: "a.txt",
        bytes: JUMBF.Writer.superbox(
          .manifestStore, label: "c2pa",
          [[UInt8]](repeating: JUMBF.Writer.box(.free, []), count: 65_000))),
      CostlyFile(
        description: "names in one object", name: "a.pdf",
        bytes: pdf(Array("/X[".utf8) + [UInt8](repeating: 0x2F, count: 250_000) + [0x5D])),
      CostlyFile(
        description: "keys in one dictionary", name: "a.pdf",
        bytes: pdf((0..<40_000).flatMap { Array("/K\($0)/".utf8) })),
      CostlyFile(description: "objects", name: "a.pdf", bytes: pdf([], objects: 8_000)),
      CostlyFile(
        description: "segments", name: "a.jpg",
        bytes: [0xFF, 0xD8] + (0..<250_000).flatMap { _ in [0xFF, 0xE1, 0, 2] as [UInt8] }),
    ]
  }()

  @Test(
    "verify, inspect and sign stay below the threshold, and find no bug in themselves",
    arguments: files)
  func memory(_ file: CostlyFile) throws {
    #expect(file.bytes.count > 200_000 && file.bytes.count < 1_100_000)
    let desk = Desk.shared
    let scratch = Scratch()
    let isStore = file.name == "a.txt"
    let path = scratch.write(isStore ? Array("text".utf8) : file.bytes, to: file.name)
    if isStore { scratch.write(file.bytes, to: file.name + ".c2pa") }
    let sign = ["sign", path, "--ai", "none", "--profile", desk.profile(), "-o", scratch("out")]
    let runs = [
      ["verify", path, "-f", "json"] + desk.trust, isStore ? ["inspect", path] : sign,
    ]
    // The same commands over a file of nothing: what is more is the input's.
    let nothing = scratch.write(Array("text".utf8), to: "nothing.txt")
    for arguments in runs {
      let small = arguments.map {
        $0 == path ? nothing : $0 == scratch("out") ? scratch("small") : $0
      }
      let base = try MemoryTests.measure(small, in: scratch).peak
      #expect(base > 1 << 20 && base < MemoryTests.maximumBase, "\(base >> 20) MB")
      let threshold = base + MemoryTests.tolerance + MemoryTests.perByte * file.bytes.count
      let (outcome, peak) = try MemoryTests.measure(arguments, in: scratch)
      #expect(outcome.code < 7, "\(arguments[0]): \(outcome.errorText)")
      #expect(peak < threshold, "\(arguments[0]) took \(peak >> 20) MB")
      #expect(peak > 1 << 20)
    }
  }

  /// Runs the program from a small process: a child of this one would count its memory too.
  private static func measure(
    _ arguments: [String], in scratch: Scratch
  ) throws -> (outcome: Command.Outcome, peak: Int) {
    let script = """
      import resource, subprocess, sys
      code = subprocess.call(sys.argv[2:])
      peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
      open(sys.argv[1], "w").write(str(peak))
      sys.exit(code if code >= 0 else 128 - code)
      """
    let words = [scratch("peak"), Command.executable] + arguments
    let outcome = Command.start(
      words.map { Array($0.utf8) }, program: ["/usr/bin/python3", "-c", script]
    ).wait()
    let kilobytes = String(decoding: scratch.read("peak") ?? [], as: UTF8.self)
    return (outcome, try #require(Int(kilobytes)) * 1_024)
  }
}
