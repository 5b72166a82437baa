/// Values by the number of an object.
///
/// The numbers of a document are dense, and a place in a list is found sooner than by a hash. Whoever makes a
/// document may choose them otherwise, though: what is far behind the rest is not in the list.
struct PDFNumberTable<Value> {
  private var near: [Value?] = []
  private var far: [Int: Value] = [:]

  /// How long the list is.
  var room: Int { near.count }

  /// Makes the list long enough for numbers up to `highest`, where about `count` of them are used: it is at most
  /// twice as long.
  mutating func reserve(_ highest: Int, count: Int) { reserve(min(highest + 1, 2 * count + 64)) }

  /// Makes the list at least `room` long.
  mutating func reserve(_ room: Int) {
    guard room > near.count else { return }
    near += [Value?](repeating: nil, count: room - near.count)
    for number in far.keys where number >= 0 && number < room {
      near[number] = far.removeValue(forKey: number)
    }
  }

  subscript(number: Int) -> Value? {
    get { number < near.count && number >= 0 ? near[number] : far[number] }
    set {
      if number < near.count, number >= 0 {
        near[number] = newValue
      } else {
        far[number] = newValue
      }
    }
  }

  /// Every number that has a value, in ascending order.
  var numbers: [Int] { near.indices.filter { near[$0] != nil } + far.keys.sorted() }
}
