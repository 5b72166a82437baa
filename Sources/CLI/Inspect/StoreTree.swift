import BroadsealBytes
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealReporting

/// A manifest store as a tree of lines. Everything in it is an attacker's text.
struct StoreTree {
  /// A line and what hangs below it.
  struct Node {
    let text: String
    var children: [Node] = []
  }

  private let wording: Wording

  /// A tree in the words of `wording`.
  init(_ wording: Wording) {
    self.wording = wording
  }

  /// The whole tree of `store`, the active manifest first, with line breaks; `place` says where the store
  /// was found.
  func text(of store: ManifestStore, _ place: InspectedStore.Place, _ path: FilePath) -> String {
    let manifests = store.manifests.reversed().enumerated().map { index, manifest in
      node(of: manifest, isActive: index == 0)
    }
    let heading = wording.say(
      "manifest store, \(place.words(wording))", "マニフェストストア:\(place.words(wording))")
    var lines = [Untrusted.path(path), heading]
    StoreTree.draw(manifests, indent: "", into: &lines)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func draw(_ nodes: [Node], indent: String, into lines: inout [String]) {
    for (index, node) in nodes.enumerated() {
      let isLast = index == nodes.count - 1
      lines.append(indent + (isLast ? "└─ " : "├─ ") + node.text)
      draw(node.children, indent: indent + (isLast ? "   " : "│  "), into: &lines)
    }
  }

  private func node(of manifest: Manifest, isActive: Bool) -> Node {
    Node(
      text: Untrusted.clean(manifest.label) + "  "
        + wording.say("\(manifest.kind) manifest", japanese(manifest.kind))
        + (isActive ? wording.say(", active", "(有効)") : ""),
      children: [claim(of: manifest), signature(of: manifest), assertions(of: manifest)])
  }

  private func claim(of manifest: Manifest) -> Node {
    switch manifest.claim {
    case .failure(let problem): return broken(wording.say("claim", "クレーム"), problem)
    case .success(let claim):
      var children: [Node] = []
      for generator in claim.generators {
        let version = generator.version.map { " " + Untrusted.clean($0) } ?? ""
        children.append(
          Node(
            text: wording.say("generator", "作成ソフトウェア")
              + "  \(Untrusted.clean(generator.name))\(version)"))
      }
      for (name, value) in [
        (wording.say("generator", "作成ソフトウェア"), claim.generatorText),
        (wording.say("C2PA version", "C2PAのバージョン"), claim.specVersion),
        (wording.say("title", "標題"), claim.title),
        (wording.say("instance", "インスタンス"), claim.instanceID),
        (wording.say("hash", "ハッシュ"), claim.algorithm),
      ] {
        if let value { children.append(Node(text: "\(name)  \(Untrusted.clean(value))")) }
      }
      for redacted in claim.redacted {
        children.append(
          Node(text: wording.say("redacts", "削除") + "  \(Untrusted.clean(redacted))"))
      }
      return Node(
        text: wording.say("claim, version \(claim.version)", "クレーム(バージョン\(claim.version))"),
        children: children)
    }
  }

  private func signature(of manifest: Manifest) -> Node {
    switch manifest.signature {
    case .failure(let problem): return broken(wording.say("signature", "署名"), problem)
    case .success(let box):
      do throws(Malformed) {
        let signature = try Sign1(decoding: box.bytes)
        return Node(
          text: wording.say("signature", "署名"),
          children: signatureLines(signature).map { Node(text: $0) })
      } catch {
        return Node(
          text: wording.say("signature  cannot be read: \(error)", "署名  読み取れません"))
      }
    }
  }

  private func signatureLines(_ signature: Sign1) -> [String] {
    let identifier = signature.algorithmIdentifier.map { "COSE \($0)" } ?? "none"
    var lines = [
      wording.say("algorithm", "アルゴリズム") + "  \(signature.algorithm?.name ?? identifier)"
    ]
    lines += CertificateText(wording).names(of: signature)
    for stamp in signature.timeStamps {
      let count = stamp.tokens.map { $0.count == 1 ? "1 token" : "\($0.count) tokens" }
      let found = stamp.tokens.map { "\($0.count)件" } ?? "形式不正"
      lines.append(
        wording.say(
          "time stamp  \(stamp.form.rawValue), \(count ?? "malformed")",
          "タイムスタンプ  \(stamp.form.rawValue)、\(found)"))
    }
    if let responses = signature.ocspResponses, !responses.isEmpty {
      lines.append(
        wording.say(
          "revocation  \(responses.count) OCSP responses", "失効情報  OCSP応答\(responses.count)件"))
    }
    return lines
  }

  private func assertions(of manifest: Manifest) -> Node {
    let claim = try? manifest.claim.get()
    let children = manifest.assertions.map { assertion in
      let label = Untrusted.clean(assertion.label.text)
      let list = claim.map { AssertionText.list(of: assertion, in: $0) }
      let kind = AssertionText.kind(of: assertion.content)
      return Node(
        text: wording.say(
          "\(label)  \(kind), \(list?.rawValue ?? "no claim")",
          "\(label)  \(kind)、\(list?.japanese ?? "クレームなし")"))
    }
    return Node(text: wording.say("assertions", "アサーション"), children: children)
  }

  private func japanese(_ kind: ManifestKind) -> String {
    switch kind {
    case .standard: "標準マニフェスト"
    case .update: "更新マニフェスト"
    case .compressed: "圧縮マニフェスト"
    }
  }

  private func broken(_ name: String, _ problem: Problem) -> Node {
    Node(text: "\(name)  \(problem.code.name): \(Untrusted.line(problem.reason))")
  }
}
