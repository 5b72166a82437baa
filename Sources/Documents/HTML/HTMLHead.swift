import BroadsealBytes
import BroadsealFiles

/// What the head of an HTML document holds, as far as a manifest store is concerned.
struct HTMLHead: Sendable {
  /// Every element in the head that stands for a manifest store, in order.
  let stores: [HTMLStoreElement]
  /// Where an element can be added that every reader counts to the head: before `</head>`, or
  /// before whatever ends the head or makes readers differ about it.
  let place: Int
  /// The encodings that the head declares, in lower case.
  let encodings: [String]
  /// An element behind the head, or in a template, that would be a store inside the head.
  let outside: Int?
  /// Where the head goes on behind what is read of it; nil when its end was met.
  let limit: Int?

  /// Reads the head of `source`.
  init(_ source: ByteSource) throws(DocumentError) {
    var parser = try HTMLHeadParser(source)
    try parser.run()
    stores = parser.stores
    place = parser.place
    encodings = parser.encodings
    outside = parser.outside
    limit = parser.limit
  }
}
