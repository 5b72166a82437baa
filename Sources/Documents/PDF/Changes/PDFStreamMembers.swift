/// Which object streams of one state of a document hold which objects, and where their length is said.
///
/// An object stream may take its length from another object, to which nothing else leads: the trailer does not
/// lead to object streams at all. With another length its last object can be another one, at the same place.
struct PDFStreamMembers {
  private var members: [Int: [Int]] = [:]
  /// The objects that say a length, by the streams whose length it is.
  private var lengths: [Int: Int] = [:]

  /// A stream that cannot be read has no members that matter.
  init(of snapshot: inout PDFSnapshot) throws(DocumentError) {
    for number in snapshot.entries.numbers {
      if case .compressed(let container, _)? = snapshot.entries[number]?.location {
        members[container, default: []].append(number)
      }
    }
    for container in members.keys.sorted() {
      do throws(DocumentError) {
        let stream = try snapshot.object(container)
        lengths[container] = stream?.dictionary?["Length"]?.reference?.number
      } catch { if case .source = error { throw error } }
    }
  }

  /// The objects in those of `streams` that are object streams.
  func numbers(in streams: Set<Int>) -> Set<Int> {
    Set(members.keys.lazy.filter(streams.contains).flatMap { members[$0] ?? [] })
  }

  /// The streams beside `numbers` whose length is said by one of them.
  func streams(measuredByOneOf numbers: Set<Int>) -> Set<Int> {
    Set(lengths.lazy.filter { !numbers.contains($0) && numbers.contains($1) }.map(\.key))
  }

  /// The objects in streams whose length another object says.
  var measuredElsewhere: Set<Int> { lengths.isEmpty ? [] : numbers(in: Set(lengths.keys)) }
}
