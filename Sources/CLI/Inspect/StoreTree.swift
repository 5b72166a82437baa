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

  private let root: Node

  /// The tree of `store`, the active manifest first; `place` says where the store was found.
  init(_ store: ManifestStore, place: String) {
    let manifests = store.manifests.reversed().enumerated().map { index, manifest in
      StoreTree.node(of: manifest, isActive: index == 0)
    }
    root = Node(text: "manifest store, \(place)", children: manifests)
  }

  /// The whole tree, with line breaks.
  func text(_ path: FilePath) -> String {
    var lines = [Untrusted.path(path), root.text]
    StoreTree.draw(root.children, indent: "", into: &lines)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func draw(_ nodes: [Node], indent: String, into lines: inout [String]) {
    for (index, node) in nodes.enumerated() {
      let isLast = index == nodes.count - 1
      lines.append(indent + (isLast ? "└─ " : "├─ ") + node.text)
      draw(node.children, indent: indent + (isLast ? "   " : "│  "), into: &lines)
    }
  }

  private static func node(of manifest: Manifest, isActive: Bool) -> Node {
    Node(
      text: "\(Untrusted.clean(manifest.label))  \(manifest.kind) manifest"
        + (isActive ? ", active" : ""),
      children: [claim(of: manifest), signature(of: manifest), assertions(of: manifest)])
  }

  private static func claim(of manifest: Manifest) -> Node {
    switch manifest.claim {
    case .failure(let problem): return broken("claim", problem)
    case .success(let claim):
      var children: [Node] = []
      for generator in claim.generators {
        let version = generator.version.map { " " + Untrusted.clean($0) } ?? ""
        children.append(Node(text: "generator  \(Untrusted.clean(generator.name))\(version)"))
      }
      for (name, value) in [
        ("generator", claim.generatorText), ("C2PA version", claim.specVersion),
        ("title", claim.title), ("instance", claim.instanceID), ("hash", claim.algorithm),
      ] {
        if let value { children.append(Node(text: "\(name)  \(Untrusted.clean(value))")) }
      }
      for redacted in claim.redacted {
        children.append(Node(text: "redacts  \(Untrusted.clean(redacted))"))
      }
      return Node(text: "claim, version \(claim.version)", children: children)
    }
  }

  private static func signature(of manifest: Manifest) -> Node {
    switch manifest.signature {
    case .failure(let problem): return broken("signature", problem)
    case .success(let box):
      do throws(Malformed) {
        let signature = try Sign1(decoding: box.bytes)
        return Node(text: "signature", children: signatureLines(signature).map { Node(text: $0) })
      } catch {
        return Node(text: "signature  cannot be read: \(error)")
      }
    }
  }

  private static func signatureLines(_ signature: Sign1) -> [String] {
    let identifier = signature.algorithmIdentifier.map { "COSE \($0)" } ?? "none"
    var lines = ["algorithm  \(signature.algorithm?.name ?? identifier)"]
    lines += CertificateText.names(of: signature)
    for stamp in signature.timeStamps {
      let count = stamp.tokens.map { $0.count == 1 ? "1 token" : "\($0.count) tokens" }
      lines.append("time stamp  \(stamp.form.rawValue), \(count ?? "malformed")")
    }
    if let responses = signature.ocspResponses, !responses.isEmpty {
      lines.append("revocation  \(responses.count) OCSP responses")
    }
    return lines
  }

  private static func assertions(of manifest: Manifest) -> Node {
    let claim = try? manifest.claim.get()
    let children = manifest.assertions.map { assertion in
      let label = Untrusted.clean(assertion.label.text)
      let list = claim.map { AssertionText.list(of: assertion, in: $0) } ?? "no claim"
      return Node(text: "\(label)  \(AssertionText.kind(of: assertion.content)), \(list)")
    }
    return Node(text: "assertions", children: children)
  }

  private static func broken(_ name: String, _ problem: Problem) -> Node {
    Node(text: "\(name)  \(problem.code.name): \(Untrusted.line(problem.reason))")
  }
}
