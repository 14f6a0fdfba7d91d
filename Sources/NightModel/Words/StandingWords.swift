internal import Text

/// Two versions and what lies ahead, in words.
extension Plan {
  /// What has two versions that somebody has to choose between, in alphabetical order.
  public var undecided: [(subject: Subject, standing: Standing)] {
    standings.filter { subject, standing in
      guard !standing.versions.isEmpty else { return false }
      if case .plan = subject { return subject.setting?.key.isDecided ?? false }
      return true
    }
    .map { ($0.value.subject ?? $0.key, $0.value) }.sorted { Self.name($0.subject) < Self.name($1.subject) }
  }

  /// The versions of a setting that somebody has to choose between, what counts first; empty where there is one.
  public func versions(_ setting: Setting) -> [Item] {
    guard let versions = standing(setting)?.versions, !versions.isEmpty else { return [] }
    return setting.key.isDecided ? versions : []
  }

  /// That there are two versions, for every screen and command; none where there are not.
  public func findings(_ catalogue: @autoclosure () -> Catalogue) -> [RecordFinding] {
    let undecided = undecided
    guard !undecided.isEmpty else { return [] }
    let catalogue = catalogue()
    let names = undecided.prefix(3).map { subject, _ in
      if case .plan(let key) = subject { return subject.setting?.title(catalogue) ?? key.forDisplay }
      return catalogue.label(ofItem: Self.name(subject)).forDisplay
    }
    let more = undecided.count > 3 ? " and \(undecided.count - 3) more" : ""
    let (have, which) = undecided.count == 1 ? ("has", "which") : ("have", "which of each")
    return [
      RecordFinding(
        .twoVersions,
        "\(names.joined(separator: ", "))\(more) \(have) two versions, and both are kept; choose \(which) counts under "
          + "Plan and settings, or set it with 'nightstand plan'")
    ]
  }

  /// Why taking a setting back changed nothing, because somebody has set it anew since: `it stays 180, set by MK, Sat 28
  /// Nov 21:10`; nil where it did.
  public func stays(without item: Item) -> String? {
    guard case .plan = item.subject, let standing = standing(of: item.subject)?.item,
      timeline.versions(of: item.subject).isBehind(item.id, standing.id)
    else { return nil }
    let value = standing.details.text(.to)?.forDisplay ?? "blank"
    let by = standing.by == nil ? "" : "by "
    return "it stays \(value), set \(by)\(standing.authorWords(clock))"
  }

  private static func name(_ subject: Subject) -> String {
    switch subject {
    case .plan(let key): key
    case .environment(let item), .check(let item): item
    case .event, .symptom, .diary, .carer, .note, .handover: ""
    }
  }
}

extension Item {
  /// Who said it and when it was written: `MK, Sat 28 Nov 21:10`.
  public func authorWords(_ clock: ClockStyle) -> String {
    [by?.forDisplay, NightWords.moment(entry.written, clock)].compactMap(\.self).joined(separator: ", ")
  }
}

extension Standing {
  /// What lies ahead of a setting, a line each: `from Tue 1 Dec:` and the value.
  public func factsAhead(_ words: (String?) -> String) -> [Fact] {
    ahead.map { Fact("from \(NightWords.day($0.from.date)):", words($0.item.details.text(.to))) }
  }

  /// What a new entry drops of what lay ahead: `the 120 of Tue 1 Dec is dropped`. An entry that is dated drops only what
  /// lies at its moment or later.
  public func dropped(dated: Instant?, _ words: (String?) -> String) -> [String] {
    ahead.filter { ahead in dated.map { $0.milliseconds <= ahead.from.milliseconds } ?? true }.map {
      "the \(words($0.item.details.text(.to))) of \(NightWords.day($0.from.date)) is dropped"
    }
  }
}

extension PlanRequest {
  /// What lay ahead in a plan and is dropped by entries written since, in words.
  public static func dropped(by entries: [Entry], plan: Plan) -> [String] {
    entries.flatMap { entry -> [String] in
      guard case .record(let subject, _) = entry.body, case .plan = subject, let standing = plan.standing(of: subject)
      else { return [] }
      return standing.dropped(dated: entry.dated) { $0?.forDisplay ?? "blank" }
    }
  }
}
