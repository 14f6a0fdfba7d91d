/// An entry written with one key, and what it still lacks. In the morning somebody can add that, or leave the entry as it
/// is.
public struct ToComplete: Hashable, Sendable, Identifiable {
  /// The entry.
  public let item: Item
  /// What it lacks.
  public let lacks: Gap

  /// What an entry can lack.
  public enum Gap: Hashable, Sendable {
    /// What happened at a moment that was only marked.
    case whatItWas
    /// The one field that says most about it.
    case field(Field)
    /// The end of what it began.
    case end(Interval.Kind)
    /// Somebody's word that what it ended lasted as long as is written, over a day.
    case length(Interval)

    /// True where what is asked is whether it lasted so long.
    public var isLength: Bool { if case .length = self { true } else { false } }
  }

  /// The id of the entry.
  public var id: EntryID { item.id }

  /// Lists the entries of a night that lack something. One that was left as it is is not listed again.
  /// - Parameters:
  ///   - night: the night.
  ///   - lasting: the intervals that touch the night and are open or lasted over a day, as its figures have them.
  /// - Returns: the entries by time.
  public static func list(of night: Night, lasting: [Interval]) -> [ToComplete] {
    var gaps: [EntryID: Gap] = [:]
    for interval in lasting {
      guard let kind = interval.kind else { continue }
      if let end = interval.end {
        if interval.isUnconfirmed, end.isAsIs == nil { gaps[end.id] = .length(interval) }
      } else {
        gaps[interval.start.id] = .end(kind)
      }
    }
    for waking in forgottenWakings(night) { gaps[waking.start.id] = .end(.wake) }
    return night.items.compactMap { item in
      guard !item.isAsIs, let gap = gaps[item.id] ?? gap(of: item) else { return nil }
      return ToComplete(item: item, lacks: gap)
    }
  }

  /// The entries of a night that nobody signed, by time. Pages are not among them: who answered stands beside each answer.
  public static func unsigned(in night: Night) -> [Item] {
    night.items.filter { item in
      guard item.by == nil else { return false }
      switch item.subject {
      case .event, .symptom, .check, .environment, .note: return true
      case .handover, .diary, .carer, .plan: return false
      }
    }
  }

  /// Wakings without an end. The last one may be the one that ended the night, and one with its minutes has an end:
  /// neither is asked about.
  private static func forgottenWakings(_ night: Night) -> [Interval] {
    let last = night.events(.woke).last?.id
    return Interval.pairs(.wake, in: [night]).filter { waking in
      waking.end == nil && waking.start.id != last
        && night.timeline.item(waking.start.id)?.details[.minutes] == nil
    }
  }

  private static func gap(of item: Item) -> Gap? {
    func blank(_ field: Field) -> Gap? { item.details[field] == nil ? .field(field) : nil }
    switch item.subject {
    case .event(.moment): return item.details[.what] == nil ? .whatItWas : nil
    case .event(.turn): return blank(.side)
    case .event(.suction), .event(.maskFix): return blank(.what)
    case .symptom(let id):
      guard item.isOccurrence else { return nil }
      if Symptom.asking.contains(id) { return blank(.what) }
      return item.subject.isWithoutGrade ? nil : blank(.value)
    case .event, .check, .environment, .diary, .carer, .note, .plan, .handover: return nil
    }
  }
}
