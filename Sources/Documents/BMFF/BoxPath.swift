/// Where boxes stand in a file, from the top down (C2PA 2.5 §16.3.2.2): `/moov/trak[2]/udta`.
package struct BoxPath: Hashable, Sendable {
  /// One step down.
  package struct Node: Hashable, Sendable {
    /// The type of the box.
    package let type: UInt32
    /// Which of its siblings of that type it is, from one; nil for all of them.
    package let number: Int?
  }

  /// The steps; never empty.
  package let nodes: [Node]

  /// Reads the narrow syntax of the standard; nil for any other text.
  package init?(_ text: String) {
    var nodes: [Node] = []
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.count <= BMFFLimits.maximumDepth + 1, parts[0].isEmpty else {
      return nil
    }
    for part in parts.dropFirst() {
      guard let node = Node(part) else { return nil }
      nodes.append(node)
    }
    self.nodes = nodes
  }
}

extension BoxPath.Node {
  private static let longestNumber = 9

  fileprivate init?(_ text: Substring.UTF8View) {
    guard text.count >= 4, text.prefix(4).allSatisfy({ $0 != 0x5B && $0 != 0x5D }) else {
      return nil
    }
    type = text.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    let rest = text.dropFirst(4)
    guard !rest.isEmpty else {
      number = nil
      return
    }
    let digits = rest.dropFirst().dropLast()
    guard rest.first == UInt8(ascii: "["), rest.last == UInt8(ascii: "]"), !digits.isEmpty,
      digits.count <= Self.longestNumber, digits.first != UInt8(ascii: "0"),
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
