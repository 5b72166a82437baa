/// Takes down an object member by member: as text, without a tree in between (`TextComposer`), or as the tree
/// (`ValueComposer`). What is told twice is so written once.
///
/// Whatever is opened is closed again. An element of an array has no name.
package protocol Composer {
  /// Begins an object, as the member `name` or as an element.
  mutating func openObject(_ name: StaticString?)
  /// Ends the object that was begun last.
  mutating func closeObject()
  /// Begins an array, as the member `name` or as an element.
  mutating func openArray(_ name: StaticString?)
  /// Ends the array that was begun last.
  mutating func closeArray()
  /// Adds a text, as the member `name` or as an element.
  mutating func add(_ name: StaticString?, _ text: String)
  /// Adds a whole number, as the member `name` or as an element.
  mutating func add(_ name: StaticString?, _ number: Int)
  /// Adds a truth value, as the member `name` or as an element.
  mutating func add(_ name: StaticString?, _ flag: Bool)
  /// Adds any value, as the member `name` or as an element.
  mutating func add(_ name: StaticString?, _ value: Value)
  /// Adds a text as a member whose name is no word of ours.
  mutating func add(named name: String, _ text: String)
}

/// The text of an object, in one line without spaces, as `Writer` gives it of the tree.
package struct TextComposer: Composer {
  private var writer: Writer
  /// Whether a comma comes before the next value.
  private var follows = false

  /// Nothing yet.
  ///
  /// - Parameter capacity: bytes that it will be about.
  package init(capacity: Int = 0) { writer = Writer(capacity: capacity) }

  /// The text in UTF-8.
  package var bytes: [UInt8] { writer.output }

  package mutating func openObject(_ name: StaticString?) {
    begin(name)
    writer.put(UInt8(ascii: "{"))
    follows = false
  }

  package mutating func closeObject() {
    writer.put(UInt8(ascii: "}"))
    follows = true
  }

  package mutating func openArray(_ name: StaticString?) {
    begin(name)
    writer.put(UInt8(ascii: "["))
    follows = false
  }

  package mutating func closeArray() {
    writer.put(UInt8(ascii: "]"))
    follows = true
  }

  package mutating func add(_ name: StaticString?, _ text: String) {
    begin(name)
    writer.put(quoting: text)
    follows = true
  }

  package mutating func add(_ name: StaticString?, _ number: Int) {
    begin(name)
    writer.put(.integer(Int64(number)), indent: nil)
    follows = true
  }

  package mutating func add(_ name: StaticString?, _ flag: Bool) {
    begin(name)
    writer.put(.bool(flag), indent: nil)
    follows = true
  }

  package mutating func add(_ name: StaticString?, _ value: Value) {
    begin(name)
    writer.put(value, indent: nil)
    follows = true
  }

  package mutating func add(named name: String, _ text: String) {
    begin(nil)
    writer.put(quoting: name)
    writer.put(UInt8(ascii: ":"))
    writer.put(quoting: text)
    follows = true
  }

  private mutating func begin(_ name: StaticString?) {
    if follows { writer.put(UInt8(ascii: ",")) }
    guard let name else { return }
    // Our own names are letters.
    writer.put(UInt8(ascii: "\""))
    writer.put(name)
    writer.put("\":")
  }
}

/// The tree of an object.
package struct ValueComposer: Composer {
  /// An object or array that is open.
  private struct Level {
    let name: String?
    var members: [(String, Value)] = []
    var elements: [Value] = []
  }

  private var levels: [Level] = []
  /// The value that was closed last with nothing around it.
  private var result = Value.null

  /// The value that `body` composes.
  package static func value(_ body: (inout ValueComposer) -> Void) -> Value {
    var composer = ValueComposer()
    body(&composer)
    return composer.result
  }

  package mutating func openObject(_ name: StaticString?) {
    levels.append(Level(name: name?.description))
  }

  package mutating func closeObject() {
    guard let level = levels.popLast() else { return }
    add(level.name, whole: .object(Object(level.members)))
  }

  package mutating func openArray(_ name: StaticString?) {
    levels.append(Level(name: name?.description))
  }

  package mutating func closeArray() {
    guard let level = levels.popLast() else { return }
    add(level.name, whole: .array(level.elements))
  }

  package mutating func add(_ name: StaticString?, _ text: String) {
    add(name?.description, whole: .string(text))
  }

  package mutating func add(_ name: StaticString?, _ number: Int) {
    add(name?.description, whole: .integer(Int64(number)))
  }

  package mutating func add(_ name: StaticString?, _ flag: Bool) {
    add(name?.description, whole: .bool(flag))
  }

  package mutating func add(_ name: StaticString?, _ value: Value) {
    add(name?.description, whole: value)
  }

  package mutating func add(named name: String, _ text: String) { add(name, whole: .string(text)) }

  private mutating func add(_ name: String?, whole value: Value) {
    guard !levels.isEmpty else {
      result = value
      return
    }
    if let name {
      levels[levels.count - 1].members.append((name, value))
    } else {
      levels[levels.count - 1].elements.append(value)
    }
  }
}
