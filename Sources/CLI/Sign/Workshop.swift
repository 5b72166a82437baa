import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealSigning
import BroadsealTrust

/// What a run that lasts for months signs with: read again when a file of it changed, so that a renewed
/// certificate, a new list and another profile are in force with the next document.
struct Workshop {
  private let options: SignOptions
  private var desk: SigningDesk
  private var credential: Credential
  /// Signs one document after the other.
  private(set) var signer: WatchedSigner
  /// How each result is told.
  private(set) var report: SignatureReport
  /// The files that the run reads.
  private(set) var sources: Set<FileNode>
  private var states: [FilePath: HotFile?]
  private var built: Double

  /// Seconds after which lists are judged anew: they go out of date by themselves.
  private static let lifetime = 900.0

  /// Everything that `options` and their profile name, opened.
  init(_ options: SignOptions) throws {
    self.options = options
    // Looked at before it is read: what changes meanwhile is read once more.
    let profile = HotFile(options.profile.path.resolved)
    let desk = try SigningDesk(options)
    self.desk = desk
    states = Workshop.states(of: desk.sources)
    states[options.profile.path] = profile
    sources = Set(desk.sources.compactMap(FileNode.init))
    guard desk.profile.approvers.isEmpty else {
      throw Failure(
        .usage, desk.profile.path, "this profile signs only what a second person has approved",
        hint: "a watched folder has nobody who approves: sign with another profile")
    }
    let credential = try desk.credential()
    self.credential = credential
    let run = SigningRun(desk)
    let label = try run.label()
    run.remark(on: label.ai)
    report = desk.report(Declaration(label))
    signer = try Workshop.signer(desk, run, label, credential)
    built = Clock.monotonic
  }

  private static func signer(
    _ desk: SigningDesk, _ run: SigningRun, _ label: Label, _ credential: Credential
  ) throws -> WatchedSigner {
    var template = run.request(label)
    template.takesOtherTypes = true
    let signer = try desk.signer(
      credential, demand: desk.options.official ? .official : .nothing, identity: true)
    let destinations = desk.options.result
    return WatchedSigner(
      signer: DocumentSigner(
        signer: signer, template: template, destinations: destinations, approved: nil),
      keeper: try desk.keeper(), destinations: destinations,
      needsStamp: desk.options.needsStamp, sources: desk.sources)
  }

  /// Reads again what changed, and judges lists anew when it is time to.
  mutating func renew(at now: Double) throws {
    guard states == Workshop.states(of: desk.sources + [options.profile.path]) else {
      self = try Workshop(options)
      return
    }
    guard now - built >= Workshop.lifetime else { return }
    let run = SigningRun(desk)
    signer = try Workshop.signer(desk, run, try run.label(), credential)
    built = now
  }

  private static func states(of paths: [FilePath]) -> [FilePath: HotFile?] {
    Dictionary(paths.map { ($0, HotFile($0.resolved)) }) { first, _ in first }
  }
}
