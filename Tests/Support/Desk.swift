/// The desk of a records officer: demonstration keys, one document of each kind, and labels on them.
///
/// Made once, by the program itself; tests copy what they change.
package struct Desk: Sendable {
  /// Its folder.
  package let scratch: Scratch

  /// The one of this process.
  package static let shared = Desk()

  private init() {
    scratch = Scratch().keptToTheEnd()
    let made = Command.run("keys", "demo", scratch("keys"))
    precondition(made.code == 0, made.errorText)
    for (name, sample) in [
      ("release.pdf", "press-release.pdf"), ("chart.png", "river-levels.png"),
      ("photo.jpg", "river.jpg"), ("notes.txt", "press-release.txt"),
    ] {
      scratch.write(Desk.sample(sample), to: name)
    }
    sign("release.pdf", ["--official", "--ai", "none", "-o", scratch("official.pdf")])
    sign("chart.png", ["--official", "--ai", "none", "-o", scratch("official.png")])
    sign("photo.jpg", ["--official", "--ai", "none", "-o", scratch("official.jpg")])
    sign(
      "photo.jpg", ["--ai", "generated", "--ai-system", "Painter", "-o", scratch("ai.jpg")],
      by: "ai-service")
  }

  /// The bytes of a document of the project's own.
  package static func sample(_ name: String) -> [UInt8] {
    let folder = Corpus.packageFolder + "/Samples"
    let bytes = Scratch.bytes(of: folder + "/" + name)
    precondition(bytes != nil, "Samples/\(name) is not there")
    return bytes ?? []
  }

  /// The trust options under which the demonstration's agencies are official.
  package var trust: [String] { ["--trust-dir", scratch("keys/trust")] }

  /// Path of the profile of `issuer`: `us`, `jp`, `ai-service`.
  package func profile(_ issuer: String = "us") -> String { scratch("keys/\(issuer)/ISSUER.toml") }

  /// Signs one of the desk's files.
  @discardableResult
  package func sign(_ name: String, _ options: [String], by issuer: String = "us")
    -> Command.Outcome
  {
    let outcome = Command.run(
      ["sign", scratch(name), "--profile", profile(issuer)] + options)
    precondition(outcome.code == 0, outcome.errorText)
    return outcome
  }

  /// A copy of one of the desk's files with one byte changed, in a folder of its own.
  package func flipped(_ name: String, at position: (Int) -> Int) -> (folder: Scratch, path: String)
  {
    let folder = Scratch()
    var bytes = scratch.read(name) ?? []
    bytes[position(bytes.count)] ^= 0x01
    return (folder, folder.write(bytes, to: name))
  }
}
