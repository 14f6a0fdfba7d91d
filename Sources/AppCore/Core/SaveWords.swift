internal import CellUI
internal import NightModel
internal import Text

/// Where what was written last has come to. The one source of the word "Saved": it belongs to what is in the record, and
/// stands nowhere while anything waits beside it.
extension App {
  /// True while something that was written is not in the record.
  var isWaiting: Bool { couldNotWrite || !unsaved.isEmpty || !keptAside.isEmpty }

  /// True if what was written last stands in the record without the disk's word for it.
  public var isUnconfirmed: Bool { failure?.isRead == true }

  /// True if what was written last could not be written to the record.
  public var couldNotWrite: Bool { failure?.kept.isEmpty == false }

  /// What waits beside the record, as far as it was looked at.
  var keptAside: [RecordFinding] { recordFindings.filter { $0.kind == .keptAside } }

  /// What leads the words of the entry written last.
  var writtenLead: String { isWaiting ? "\(writtenWord):" : writtenWord }

  /// Where the entry written last is, in words.
  var writtenWord: String {
    guard isWaiting else { return "Saved" }
    if wasKeptAside, failure?.isRead == true { return "Written, but not confirmed by the disk" }
    return wasKeptAside ? "Kept aside, not in the record yet" : "In the record"
  }

  /// What was done to an entry, such as `Taken back:`, said of the record only if it is in it.
  func doneLead(_ lead: String) -> String {
    isWaiting && wasKeptAside ? "\(writtenWord): \(lead.lowercasedFirst)" : lead
  }

  /// What could not be written, and where it is; nil if all that was written since the last time it worked is in the
  /// record.
  var failureWords: String? {
    guard let failure else { return nil }
    let lost = unsaved.flatMap { $0 }.map { $0.words(catalogue) }
    if !lost.isEmpty {
      let words = lost.suffix(3).joined(separator: "; ") + (lost.count > 3 ? " and \(lost.count - 3) more" : "")
      return "NOT SAVED: \(words), because \(failure.reason). It is kept nowhere but on this screen, so write it on "
        + "paper; the next save tries again."
    }
    let words = "\(failure.words.joined(separator: "; ")), because \(failure.reason)"
    guard !failure.kept.isEmpty else { return "NOT DONE: \(words). Nothing was changed." }
    if failure.isRead {
      return "NOT CONFIRMED BY THE DISK: \(words). It can be read here, but a power cut may take it; the next "
        + "save tries again."
    }
    return "NOT IN THE RECORD YET: \(words). It is kept aside on this machine and goes in with the next entry that "
      + "can be written."
  }

  private var recordWords: [String] {
    guard isWaiting else { return ["All that was shown as saved is on the disk."] }
    let lost = unsaved.isEmpty ? [] : ["What could not be saved is printed when you leave."]
    let words = lost + keptAside.map { "\($0.words)." }
    // What the disk did not confirm waits nowhere.
    return words.isEmpty ? [failureWords].compactMap(\.self) : words
  }

  /// What is said of the record and of what was begun to whoever leaves.
  var leavingWords: [String] {
    var words = recordWords
    if begun.contains(where: { $0.value.isToKeep && isNote($0.key) }) {
      words.append("A note that was begun will be written down as it is.")
    }
    let labels = begun.values.filter(\.isToKeep).compactMap { entry -> String? in
      if case .labelled(let label) = unfinished(entry.purpose) { label } else { nil }
    }
    words += labels.sorted().map { "Begun and not saved: \($0). It will be kept as a note of tonight." }
    let unread = unread.reduce(0) { $0 + $1.notes.count }
    if unread > 0 { words.append("Paper lines not read yet: \(unread). They will be kept as notes of tonight.") }
    return words
  }

  private func isNote(_ key: FieldKey) -> Bool { if case .note = unfinished(key) { true } else { false } }
}

extension TextEntry {
  fileprivate var isToKeep: Bool { !field.text.isEmpty }
}
