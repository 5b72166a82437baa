import BroadsealBytes

/// The attributes of a message's signer, in the order and in the very bytes in which they were received.
struct MessageAttributes: Sendable {
  /// What the frame around them holds.
  private let received: ArraySlice<UInt8>
  private let entries: [(type: String, values: [[UInt8]])]

  /// Reads what the frame `element` holds.
  init(_ element: BERReader.Element, in reader: BERReader) throws(Malformed) {
    received = element.contents
    var list = try reader.inside(element)
    var entries: [(String, [[UInt8]])] = []
    while !list.isAtEnd {
      var attribute = try list.enter()
      let type = try attribute.objectIdentifier()
      var set = try attribute.enter(DERTag.set)
      try attribute.expectEnd()
      var values: [[UInt8]] = []
      while !set.isAtEnd { values.append(Array(try set.next().raw)) }
      entries.append((type, values))
    }
    self.entries = entries
  }

  /// The bytes that the signature is made over: a set instead of the frame they came in (RFC 5652
  /// §5.4), and never in another order, or written anew.
  var signedBytes: [UInt8] { DERWriter.element(DERTag.set, received) }

  /// Their bytes without a frame.
  var contents: [UInt8] { Array(received) }

  /// All values of the attributes of that type, each as it was received.
  func values(_ type: String) -> [[UInt8]] {
    entries.filter { $0.type == type }.flatMap(\.values)
  }

  /// The only value of the attributes of that type; nil when there is none, or more than one.
  func value(_ type: String) -> [UInt8]? {
    let all = values(type)
    return all.count == 1 ? all[0] : nil
  }

  /// Whether there is an attribute of that type.
  func has(_ type: String) -> Bool { entries.contains { $0.type == type } }
}
