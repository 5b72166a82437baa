import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// `broadseal trust fetch`: gets a public list of anchors.
struct TrustFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Get a public list of anchors over the network (opens a socket).",
    usage: """
      broadseal trust fetch
      broadseal trust fetch <name> [-o <pem>] [--from <url>]
      """,
    discussion: """
      Without a name, says which lists there are. The list is written as PEM, with its address and \
      the time in the first lines; after \(FetchedAnchors.life) days the commands that use it say \
      that it is old. Nobody on such a list is official by that: it vouches for products and time \
      stamps. It is signed by nobody, and so comes over https:// alone, or from this machine. \
      Redirections are not followed. Exit code 3 when nothing could be had, 6 when what \
      came is no such list.
      """)

  @Argument(help: ArgumentHelp("The list.", valueName: "name"))
  var name: PlainText?

  @Option(
    name: .output,
    help: ArgumentHelp("The file to write; NAME.pem if absent.", valueName: "pem"))
  var output: PathArgument?

  @Option(help: ArgumentHelp("Get it from here: a mirror.", valueName: "url"))
  var from: PlainText?

  @OptionGroup
  var network: NetworkOptions

  @Option(help: ArgumentHelp("Seconds to wait altogether.", valueName: "seconds"))
  var timeout = 30

  @Flag(help: "Replace the output if it exists.")
  var force = false

  func validate() throws {
    guard (1...3_600).contains(timeout) else {
      throw ValidationError("--timeout takes a number from 1 to 3600")
    }
  }

  func run() throws {
    Interruption.endsProcess()
    guard let name else {
      try Console.write(TrustFetchCommand.table)
      return
    }
    guard let list = PublicList.all.first(where: { $0.name == name.text }) else {
      throw Failure.usage(
        "there is no list \(name.text)",
        hint: "there are " + PublicList.all.map(\.name).joined(separator: ", "))
    }
    let source = try ListSource(from?.text ?? list.address, timeout: timeout, network)
    let file = output ?? PathArgument(argument: list.name + ".pem")
    guard let file else { return }
    try file.refuseStandardOutput()
    // Nothing is asked for that could not be written.
    if !force, FileNode(file.path) != nil {
      throw Failure(
        .usage, file.path, "the output exists already", hint: "--force replaces it")
    }
    let now = SystemClock.now
    let sources = [network.tlsCa?.path].compactMap(\.self)
    if let node = FileNode(file.path), sources.contains(where: { FileNode($0) == node }) {
      throw Failure.overwritesSource(file.path)
    }
    let certificates = try FetchedAnchors.certificates(
      in: try fetch(source), name: source.name, at: now)
    let former = try former(file)
    let fetched = FetchedAnchors(address: source.name, time: now)
    try file.write(fetched.file(certificates), overwrites: force, from: [], sparing: sources)
    try Console.write(words(list, file, certificates, since: former))
  }

  private func fetch(_ source: ListSource) throws(Failure) -> [UInt8] {
    // Nothing in such a list proves itself: whoever sits on the way could put in any anchor.
    guard source.address.isSecure || source.address.isLoopback else {
      throw Failure.usage(
        "\(source.name): a list of anchors is fetched over https:// alone",
        hint: "nobody has signed it, and http:// tells not from whom it comes")
    }
    return try source.bytes()
  }

  /// What the file held that is replaced; nil when there is none, or nothing that can be compared.
  private func former(_ file: PathArgument) throws -> [Certificate]? {
    guard FileNode(file.path) != nil else { return nil }
    let bytes = try SmallFile.read(file.path, limit: TrustLimits.maximumFileSize)
    return try? FetchedAnchors.certificates(
      in: bytes, name: file.path.display, at: SystemClock.now)
  }

  private func words(
    _ list: PublicList, _ file: PathArgument, _ certificates: [Certificate],
    since former: [Certificate]?
  ) -> String {
    var text = "\(Untrusted.path(file.path)): \(certificates.count) certificates"
    if let former {
      let (old, new) = (Set(former), Set(certificates))
      text += ", \(new.subtracting(old).count) of them new, \(old.subtracting(new).count) gone"
    }
    text += "\nuse it with \(list.use.rawValue) \(Untrusted.path(file.path)), and fetch it again "
    return text + "within \(FetchedAnchors.life) days\n"
  }

  private static var table: String {
    PublicList.all.map { list in
      "\(list.name)\n  \(list.title)\n  for \(list.use.rawValue), from\n  \(list.address)\n"
    }.joined()
  }
}
