package import BroadsealCBOR

/// The program that made a claim or performed an action (C2PA 2.4 §10.2.4, generator-info-map).
package struct GeneratorInfo: Hashable, Sendable {
  /// Name of the program; an attacker's text in an unproved manifest.
  package let name: String
  /// Version of the program.
  package let version: String?
  /// Version of the standard that the claim says it follows, as a semantic version.
  package let specVersion: String?
  /// Operating system it ran on.
  package let operatingSystem: String?
  /// Reference to an icon, unproved.
  package let icon: HashedURI?

  /// A program by name and version.
  package init(
    name: String, version: String? = nil, specVersion: String? = nil,
    operatingSystem: String? = nil
  ) {
    self.name = name
    self.version = version
    self.specVersion = specVersion
    self.operatingSystem = operatingSystem
    icon = nil
  }

  /// Reads a generator-info-map.
  ///
  /// - Throws: a problem under `code` without a name, or with a field of another type.
  package init(_ value: CBOR.Value, orThrow code: StatusCode) throws(Problem) {
    guard value.map != nil else { throw Problem(code, "generator info is no map") }
    name = try value.requiredText("name", orThrow: code)
    version = try value.optionalText("version", orThrow: code)
    specVersion = try value.optionalText("specVersion", orThrow: code)
    operatingSystem = try value.optionalText("operating_system", orThrow: code)
    icon = value["icon"].flatMap { try? HashedURI($0) }
  }

  /// The map as it is written, without an icon.
  package var asValue: CBOR.Value {
    .map(
      CBOR.Map([
        ("name", .text(name)), ("version", version.map(CBOR.Value.text)),
        ("specVersion", specVersion.map(CBOR.Value.text)),
        ("operating_system", operatingSystem.map(CBOR.Value.text)),
      ]))
  }
}
