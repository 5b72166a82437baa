import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealJSON
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
      broadseal trust fetch <name> [-o <pem>] [--from <url>] [<options>]
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

  @OptionGroup(title: "Result")
  var telling: SpokenOptions<PlainFormat>

  func validate() throws {
    guard (1...3_600).contains(timeout) else {
      throw ValidationError("--timeout takes a number from 1 to 3600")
    }
  }

  func run() throws {
    Interruption.endsProcess()
    guard let name else {
      switch telling.format {
      case .text: return try Console.write(table)
      case .json: return try Console.write(Self.tableJSON)
      }
    }
    guard let list = PublicList.all.first(where: { $0.name == name.text }) else {
      throw Failure.usage(
        "there is no list \(name.text)",
        hint: "it is one of \(PublicList.all.map(\.name).joined(separator: ", "))")
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
      in: try fetch(source), name: source.name, for: list.use.anchors, at: now)
    let former = try former(file)
    let fetched = FetchedAnchors(address: source.name, time: now)
    try file.write(fetched.file(certificates), overwrites: force, from: [], sparing: sources)
    let change = former.map { AnchorChange(from: $0, to: certificates) }
    guard telling.format == .text else {
      return try Console.write(json(list, file, certificates, change))
    }
    for wording in telling.lang.wordings {
      try Console.write(words(list, file, certificates, change, wording))
    }
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
    _ change: AnchorChange?, _ wording: Wording
  ) -> String {
    let (path, count) = (Untrusted.path(file.path), certificates.count)
    var text = wording.say("\(path): \(count) certificates", "\(path): 証明書\(count)件")
    if let change {
      text += wording.say(
        ", \(change.new) of them new, \(change.gone) gone",
        "(追加\(change.new)件、削除\(change.gone)件)")
    }
    let (use, life) = (list.use.rawValue, FetchedAnchors.life)
    return text
      + wording.say(
        "\nuse it with \(use) \(path), and fetch it again within \(life) days\n",
        "\n\(use) \(path) で使用してください。\(life)日以内に取得し直す必要があります\n")
  }

  /// What was fetched, as the schema `broadseal.fetched/1` has it.
  private func json(
    _ list: PublicList, _ file: PathArgument, _ certificates: [Certificate],
    _ change: AnchorChange?
  ) -> JSON.Value {
    var members = [("name", .string(list.name))] + file.path.members("output")
    members += [
      ("option", .string(list.use.rawValue)),
      ("certificates", .integer(Int64(certificates.count))),
    ]
    if let change {
      members += [
        ("new", .integer(Int64(change.new))), ("gone", .integer(Int64(change.gone))),
      ]
    }
    return Tool.document(.fetched, members)
  }

  private var table: String {
    telling.lang.wordings.map { wording in
      PublicList.all.map { list in
        let use = list.use.rawValue
        return "\(list.name)\n  \(list.title)\n"
          + wording.say("  for \(use), from\n", "  用途 \(use)、取得元\n") + "  \(list.address)\n"
      }.joined()
    }.joined(separator: "\n")
  }

  private static var tableJSON: JSON.Value {
    let lists = PublicList.all.map { list -> JSON.Value in
      [
        "name": .string(list.name), "title": .string(list.title),
        "option": .string(list.use.rawValue), "address": .string(list.address),
      ]
    }
    return Tool.document(.fetched, [("lists", .array(lists))])
  }
}

/// How many anchors a newer list has that an older one has not, and the other way round.
private struct AnchorChange {
  let new: Int
  let gone: Int

  init(from old: [Certificate], to new: [Certificate]) {
    let (old, new) = (Set(old), Set(new))
    self.new = new.subtracting(old).count
    gone = old.subtracting(new).count
  }
}
