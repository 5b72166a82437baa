import BroadsealProvenance

extension C2PAStatus: Packable {
  func pack(into packer: inout Packer) {
    packer.put(code)
    packer.put(url)
    packer.put(explanation)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      code: try unpacker.value(String.self),
      url: try unpacker.optional(String.self),
      explanation: try unpacker.optional(String.self))
  }
}

extension IngredientResult: Packable {
  func pack(into packer: inout Packer) {
    packer.put(assertion)
    packer.put(relationship)
    packer.put(manifest)
    packer.put(title)
    packer.put(success)
    packer.put(informational)
    packer.put(failure)
    packer.put(recordedFailure)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      assertion: try unpacker.value(String.self),
      relationship: try unpacker.optional(String.self),
      manifest: try unpacker.optional(String.self),
      title: try unpacker.optional(String.self),
      success: try unpacker.array(C2PAStatus.self),
      informational: try unpacker.array(C2PAStatus.self),
      failure: try unpacker.array(C2PAStatus.self),
      recordedFailure: try unpacker.array(C2PAStatus.self))
  }
}

extension C2PAResult: Packable {
  func pack(into packer: inout Packer) {
    packer.put(state)
    packer.put(specVersion)
    packer.put(activeManifest)
    packer.put(success)
    packer.put(informational)
    packer.put(failure)
    packer.put(ingredients)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      state: try unpacker.optional(C2PAResult.State.self),
      specVersion: try unpacker.optional(String.self),
      activeManifest: try unpacker.optional(String.self),
      success: try unpacker.array(C2PAStatus.self),
      informational: try unpacker.array(C2PAStatus.self),
      failure: try unpacker.array(C2PAStatus.self),
      ingredients: try unpacker.array(IngredientResult.self))
  }
}
