import Broadseal
import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// A PEM file of anchors, such as trust fetch writes.
struct AnchorFile {
  private let path: FilePath
  private let certificates: [Certificate]
  private let fetched: FetchedAnchors?

  /// Reads the file; nil when it is no PEM.
  init?(_ path: FilePath, at time: UTCTime) throws {
    let bytes = try SmallFile.read(path, limit: TrustLimits.maximumFileSize)
    guard FetchedAnchors.isPEM(bytes) else { return nil }
    self.path = path
    fetched = FetchedAnchors(heading: bytes)
    certificates = try FetchedAnchors.certificates(in: bytes, name: path.display, at: time)
  }

  /// What of it ends soon.
  func endings(at time: UTCTime, _ expiry: ExpiryOptions) -> ListEndings {
    ListEndings(of: certificates, at: time, expiry)
  }

  /// What it is, from where and when, and whose certificates it holds.
  func text(at time: UTCTime, _ expiry: ExpiryOptions, _ wording: Wording) -> String {
    let (name, count) = (Untrusted.path(path), certificates.count)
    var text = wording.say(
      "– \(name): \(count) certificates of anchors; nobody is official by them\n",
      "– \(name): アンカーの証明書\(count)件。これだけで公式と認められる発行者はいません\n")
    if let fetched {
      let (date, address) = (fetched.time.display, Untrusted.clean(fetched.address))
      text += wording.say(
        "  fetched on \(date) from \(address)\n", "  \(date) に \(address) から取得\n")
      if fetched.isOld(at: time) {
        let age = fetched.age(at: time)
        text += ListEndings.note(
          wording.say(
            "that was \(age) days ago; trust fetch gets the current list",
            "取得から\(age)日が経過しています。trust fetch で最新のリストを取得してください"), wording)
      }
    }
    for certificate in certificates {
      let end = certificate.notAfter.display
      text += "  \(Untrusted.quoted("\(certificate.subject)", in: wording.language))\n"
      text += wording.say("    until \(end), SHA-256\n", "    \(end) まで、SHA-256\n")
      text += "    \(certificate.sha256)\n"
    }
    return text + endings(at: time, expiry).text(in: wording)
  }

  /// The same in JSON.
  func json(at time: UTCTime, _ expiry: ExpiryOptions) -> JSON.Value {
    TrustJSON.anchors(
      named: path.display, certificates, fetched: fetched,
      endings: endings(at: time, expiry).lines(in: Wording(.english)))
  }
}
