internal import Text

/// The routine and its lists in words.
extension Routine.Part {
  /// In a few words: `off, needs: Suction machine`.
  public func words(_ catalogue: Catalogue) -> String {
    switch self {
    case .on: "on"
    case .own: "on, your own"
    case .switchedOn: "on, switched on"
    case .switchedOff: "off, switched off"
    case .leftOut: "off"
    case .needs: "off, \(reason(catalogue).lowercasedFirst)"
    }
  }

  /// Why an item does not show: `Needs: Suction machine`.
  public func reason(_ catalogue: Catalogue) -> String {
    guard case .needs(let missing) = self else {
      return self == .leftOut ? "Not in the starter routine" : "Switched off"
    }
    return "Needs: \(missing.map(catalogue.label(ofAny:)).joined(separator: "; "))"
  }
}

extension ChecklistGroup.List {
  /// What the list is called in a few words.
  public var name: String {
    switch self {
    case .bedtime: "Bedtime"
    case .gettingUp: "Getting up"
    case .environment: "Sleep environment"
    }
  }

  /// The title of the list.
  public var title: String {
    switch self {
    case .bedtime: "Bedtime checklist"
    case .gettingUp: "Getting up"
    case .environment: "Sleep environment"
    }
  }
}

extension WrittenLine {
  /// What answers given together say in one line, and what could not be done: `Bedtime: 12 answered`,
  /// `Bedtime: 12 answered, 1 could not: Heels free`; nil for an entry of its own.
  public func wordsTogether(_ catalogue: Catalogue) -> String? {
    answered.map { answered in
      couldNot.isEmpty ? answered : "\(answered), \(couldNot.count) could not: \(names(catalogue))"
    }
  }

  /// The same for where there is less room, longest first; empty where nothing can be left out.
  public var shorterTogether: [String] {
    guard let list, let answered, !couldNot.isEmpty else { return [] }
    let failed = "\(couldNot.count) could not"
    return ["\(answered), \(failed)", "\(list.name): \(failed)"]
  }

  private var answered: String? { list.map { "\($0.name): \(items.count) answered" } }

  private func names(_ catalogue: Catalogue) -> String {
    couldNot.map { item in
      switch item.subject {
      case .check(let id), .environment(let id): catalogue.label(ofItem: id)
      case .event, .symptom, .diary, .carer, .note, .handover, .plan: ""
      }
    }
    .joined(separator: "; ")
  }
}

extension Routine {
  /// What could not be done, by its names: `2 could not: Heels free; Skin looked at`; nil where nothing was written so.
  public var couldNotWords: String? {
    couldNot.isEmpty ? nil : "\(couldNot.count) could not: \(couldNot.map(\.label).joined(separator: "; "))"
  }
}

extension Plan {
  /// What is said of a night in which nothing was written.
  /// - Parameters:
  ///   - night: the date of its evening.
  ///   - isWhole: false if part of the night could not be read: then nobody knows what is in it.
  /// - Returns: a few words; empty for a night after the record was closed.
  public func wordsForNothing(on night: CivilDate, isWhole: Bool = true) -> String {
    guard isWhole else { return "could not be read" }
    return away(on: night).map { "away: \($0.forDisplay)" } ?? (isClosed(on: night) ? "" : "nothing recorded")
  }
}
