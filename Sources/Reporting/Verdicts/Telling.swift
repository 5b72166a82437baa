import BroadsealBytes
import BroadsealJSON

/// What is told as a JSON object.
protocol Telling {
  /// Adds its members.
  func tell(_ json: inout some JSON.Composer)
}

extension JSON.Composer {
  /// Adds a member that is an object.
  mutating func add(_ name: StaticString?, _ told: some Telling) {
    openObject(name)
    told.tell(&self)
    closeObject()
  }

  /// Adds a member that is an object, where it is there.
  mutating func add(_ name: StaticString, whole told: (some Telling)?) {
    if let told { add(name, told) }
  }

  /// Adds a member that is an array of objects.
  mutating func add(_ name: StaticString, all told: [some Telling]) {
    openArray(name)
    for one in told { add(nil, one) }
    closeArray()
  }

  /// Adds a member that is an array of texts.
  mutating func add(_ name: StaticString, texts: [String]) {
    openArray(name)
    for text in texts { add(nil, text) }
    closeArray()
  }

  /// Adds a member whose value is there.
  mutating func add(_ name: StaticString, known text: String?) {
    if let text { add(name, text) }
  }

  /// Adds a member whose value is there.
  mutating func add(_ name: StaticString, known number: Int?) {
    if let number { add(name, number) }
  }

  /// Adds a member whose value is there.
  mutating func add(_ name: StaticString, known flag: Bool?) {
    if let flag { add(name, flag) }
  }

  /// Adds a member whose value is there, as RFC 3339 has it.
  mutating func add(_ name: StaticString, known time: UTCTime?) {
    if let time { add(name, time.rfc3339) }
  }
}
