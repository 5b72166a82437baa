import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import Glibc

/// `broadseal trust update`: gets the current list and puts it in the place of the old one.
struct TrustUpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Get the current government trust list over the network (opens a socket).",
    usage: "broadseal trust update <list.json> --from <url> [--tls-ca <pem>]",
    discussion: """
      The new list is proved by the pinned keys beside the old one (LIST.keys.pem) before it takes \
      its place, and must not be older than anything seen before. A list that names new keys is \
      taken, and the keys with it, only when enough of the old keys and enough of the new ones \
      have signed it. Redirections are not followed. Exit code 3 when nothing could be had, 6 \
      when what came is not to be believed; then everything stays as it was.
      """)

  @Argument(help: ArgumentHelp("The list to replace or to make.", valueName: "list.json"))
  var list: PathArgument

  @Option(help: ArgumentHelp("Where the list is: http:// or https://.", valueName: "url"))
  var from: PlainText

  @OptionGroup
  var network: NetworkOptions

  @Option(help: ArgumentHelp("Seconds to wait altogether.", valueName: "seconds"))
  var timeout = 30

  @Flag(name: .shortAndLong, help: "Say nothing but errors; the exit code tells.")
  var quiet = false

  func validate() throws {
    guard (1...3_600).contains(timeout) else {
      throw ValidationError("--timeout takes a number from 1 to 3600")
    }
  }

  func run() throws {
    Interruption.endsProcess()
    let address: HTTPAddress
    do throws(HTTPError) {
      address = try HTTPAddress(from.text)
    } catch { throw Failure.usage("\(HTTPAddress.shown(from.text)): \(error)") }
    let trust = try network.trust()
    let keysPath = TrustStore.keysPath(of: list.path)
    let keys = try pinnedKeys(keysPath)
    let old = try current()
    let state = SeenLists.ofUser
    let record = try state.read()
    for note in record.notes { Console.note(note) }
    let bytes: [UInt8]
    do throws(HTTPError) {
      bytes = try HTTPClient(address, timeout: timeout, trust: trust)
        .get(maximum: TrustLimits.maximumFileSize)
    } catch {
      throw Failure(
        error.kind == .tooLarge ? .trust : .incomplete, "\(HTTPAddress.shown(from.text)): \(error)",
        hint: error.kind == .identity
          ? "--tls-ca names the authority of a server that the system does not know" : nil)
    }
    let update: TrustListUpdate
    do throws(TrustError) {
      update = try TrustListUpdate(
        ParsedTrustList(parsing: bytes, name: from.text), over: old, keys: keys,
        at: SystemClock.now,
        minimumSequence: record.sequences.number(keys))
    } catch { throw state.explaining(error) }
    let lock: FileLock?
    do throws(SourceError) { lock = try state.lock() } catch {
      throw Failure(
        source: error, hint: "nothing was changed; wait for the other run, or end it")
    }
    let former =
      old == nil ? nil : try SmallFile.read(list.path, limit: TrustLimits.maximumFileSize)
    // The list first: the old keys prove it as well as the new ones do.
    if !update.isKnown { try list.write(bytes, overwrites: true, from: []) }
    if let newKeys = update.newKeys {
      do throws(Failure) {
        try TrustUpdateCommand.write(newKeys.pem, to: keysPath)
      } catch {
        if !update.isKnown { putBack(former) }
        throw error
      }
    }
    for note in state.remember(
      [update.list], after: record, newKeys: update.newKeys, under: lock)
    {
      Console.note(note)
    }
    if !quiet { try Console.write(words(update)) }
  }

  private func words(_ update: TrustListUpdate) -> String {
    var text = "\(Untrusted.path(list.path)): "
    text += update.isKnown ? "is up to date, " : "updated, "
    text += "\(Untrusted.clean(update.list.scheme)), number \(update.list.sequence), "
    text += "next update by \(update.list.content.nextUpdate.display)\n"
    if let keys = update.newKeys {
      text += "new keys are pinned: \(keys.threshold) of \(keys.keys.count) must sign\n"
    }
    return text
  }

  private func pinnedKeys(_ path: FilePath) throws -> ListKeys {
    guard FileNode(path) != nil else {
      throw TrustError(
        .keysMissing, path.display, "no pinned keys for this trust list",
        hint:
          "get its keys file once by a way you trust: keys that come with a list are not believed")
    }
    return try ListKeys(
      pem: try SmallFile.read(path, limit: TrustLimits.maximumFileSize), name: path.display)
  }

  /// The list at hand, whatever its age.
  private func current() throws -> ParsedTrustList? {
    guard FileNode(list.path) != nil else {
      try list.path.requireFolder()
      return nil
    }
    return try ParsedTrustList(
      parsing: try SmallFile.read(list.path, limit: TrustLimits.maximumFileSize),
      name: list.path.display)
  }

  /// Leaves the list as it was; without one there was none.
  private func putBack(_ former: [UInt8]?) {
    guard let former else {
      _ = unsafe list.path.withCString { unsafe unlink($0) }
      return
    }
    do throws(Failure) {
      try TrustUpdateCommand.write(former, to: list.path)
    } catch { Console.note("the former list could not be put back: \(error.message)") }
  }

  private static func write(_ bytes: [UInt8], to path: FilePath) throws(Failure) {
    do throws(SourceError) {
      var output = try AtomicOutput(path, overwrites: true)
      unsafe try output.append(bytes.span.bytes)
      try output.commit()
    } catch { throw Failure(source: error) }
  }
}
