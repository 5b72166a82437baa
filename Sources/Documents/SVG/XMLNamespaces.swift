/// The namespaces that are declared at a place in an XML document (Namespaces in XML 1.0).
struct XMLNamespaces {
  private struct Binding {
    let depth: Int
    let prefix: [UInt8]
    let name: [UInt8]
  }

  private var bindings: [Binding] = []

  /// Takes the declarations of the start tag that `scanner` read last, of an element at `depth`.
  mutating func declare(_ scanner: XMLScanner, depth: Int) throws(DocumentError) {
    for attribute in scanner.attributes {
      let (prefix, local) = (
        scanner.bytes(attribute.name.prefix), scanner.bytes(attribute.name.local)
      )
      guard XMLName.isDeclaration(prefix, local) else { continue }
      guard bindings.count < SVGLimits.maximumNamespaces else {
        throw scanner.limit("more than \(SVGLimits.maximumNamespaces) namespaces")
      }
      let value = Array(scanner.bytes(attribute.value))
      guard prefix.isEmpty || !value.isEmpty else {
        throw scanner.broken("a prefix without a namespace")
      }
      bindings.append(
        Binding(depth: depth, prefix: prefix.isEmpty ? [] : Array(local), name: value))
    }
  }

  /// Forgets the declarations of elements at `depth` and below.
  mutating func close(depth: Int) {
    while let last = bindings.last, last.depth >= depth { bindings.removeLast() }
  }

  /// The namespace of `prefix`, as written; nil when it has none.
  func name(of prefix: some Collection<UInt8>) -> [UInt8]? {
    guard let found = bindings.last(where: { $0.prefix.elementsEqual(prefix) }) else {
      return prefix.elementsEqual("xml".utf8)
        ? Array("http://www.w3.org/XML/1998/namespace".utf8) : nil
    }
    return found.name.isEmpty ? nil : found.name
  }

  /// Throws unless every prefix in the tag that `scanner` read last stands for a namespace.
  func check(_ scanner: XMLScanner) throws(DocumentError) {
    func isBound(_ name: XMLName) -> Bool {
      name.prefix.isEmpty || self.name(of: scanner.bytes(name.prefix)) != nil
        || scanner.bytes(name.prefix).elementsEqual("xmlns".utf8)
    }
    guard isBound(scanner.name), scanner.attributes.allSatisfy({ isBound($0.name) }) else {
      throw scanner.broken("a prefix that stands for no namespace")
    }
  }
}
