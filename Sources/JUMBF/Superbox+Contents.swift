import BroadsealBytes

extension Superbox {
  /// The superboxes among the contents, in order.
  package var superboxes: [Superbox] {
    contents.compactMap { if case .superbox(let superbox) = $0 { superbox } else { nil } }
  }

  /// The boxes among the contents that are no superboxes, in order.
  package var boxes: [Box] {
    contents.compactMap { if case .box(let box) = $0 { box } else { nil } }
  }

  /// The first box of a type among the contents.
  package func first(_ type: BoxType) -> Box? {
    for case .box(let box) in contents where box.type == type { return box }
    return nil
  }

  /// Every superbox among the contents that holds `type`.
  package func superboxes(holding type: ContentUUID) -> [Superbox] {
    contents.compactMap { content in
      if case .superbox(let box) = content, box.description.type == type { box } else { nil }
    }
  }

  /// The requestable superbox called `label`; nil when there is none or more than one, since an
  /// ambiguous label names nothing (C2PA 2.4 §8.4.2.1).
  package func superbox(labelled label: String) -> Superbox? {
    var found: Superbox?
    for case .superbox(let superbox) in contents {
      guard superbox.description.isRequestable,
        superbox.description.label.map({ $0.isExactly(label) }) ?? false
      else { continue }
      guard found == nil else { return nil }
      found = superbox
    }
    return found
  }

  /// The superbox at a path of labels below this one; nil when any step is missing or ambiguous.
  package func superbox(at path: some Sequence<String>) -> Superbox? {
    var current = self
    for label in path {
      guard let next = current.superbox(labelled: label) else { return nil }
      current = next
    }
    return current
  }
}
