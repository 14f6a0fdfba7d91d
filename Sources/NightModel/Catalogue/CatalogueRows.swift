/// One group of a checklist, such as "Position and skin".
public struct ChecklistGroup: Hashable, Sendable, Identifiable {
  /// Which of the three checklists it is part of.
  public enum List: String, Sendable {
    /// The bedtime routine.
    case bedtime
    /// Getting up in the morning.
    case gettingUp = "getting-up"
    /// Bed, surface, room and habits: what stands, night after night.
    case environment
  }

  /// Its id.
  public let id: String
  /// The checklist it is part of.
  public let list: List
  /// Its heading.
  public let label: String

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let list = json["list"]?.text.flatMap(List.init), let label = json["label"]?.text
    else { return nil }
    (self.id, self.list, self.label) = (id, list, label)
  }
}

/// How sure the source of a statement is.
public enum Certainty: String, Sendable {
  /// Read in the source named.
  case sourced
  /// General care knowledge or second hand: marked "to confirm with your team".
  case toConfirm = "to-confirm"
  /// Our own design choice, no clinical fact.
  case design
  /// The family's own words.
  case own
}

/// One thing to check.
public struct ChecklistItem: Hashable, Sendable, Identifiable {
  /// Its id, for ever.
  public let id: String
  /// The group it is part of.
  public let group: String
  /// What to check, at most 34 columns.
  public let label: String
  /// Why, in one line.
  public let why: String
  /// What it makes no sense without: for each need, the ids of the equipment that meet it (any of them does).
  public let needs: [Set<String>]
  /// Keys of its sources.
  public let sources: [String]
  /// How sure the sources are.
  public let certainty: Certainty

  init(
    id: String, group: String, label: String, why: String, needs: [Set<String>], sources: [String],
    certainty: Certainty
  ) {
    (self.id, self.group, self.label, self.why) = (id, group, label, why)
    (self.needs, self.sources, self.certainty) = (needs, sources, certainty)
  }

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let group = json["group"]?.text, let label = json["label"]?.text,
      let why = json["why"]?.text, let needs = json["needs"]?.needs, let sources = json["sources"]?.texts,
      let certainty = json["certainty"]?.text.flatMap(Certainty.init)
    else { return nil }
    (self.id, self.group, self.label, self.why) = (id, group, label, why)
    (self.needs, self.sources, self.certainty) = (needs, sources, certainty)
  }
}

/// One symptom or sign that can be logged.
public struct Symptom: Hashable, Sendable, Identifiable {
  /// When it is looked for.
  public enum Time: String, Sendable {
    /// At night.
    case night
    /// By day, as a sign of how the night was.
    case day
  }

  /// Its id, for ever; also the word of `nightstand log`.
  public let id: String
  /// Its name, at most 34 columns.
  public let label: String
  /// When it is looked for.
  public let time: Time
  /// What it is, in one line of everyday words.
  public let what: String
  /// What it makes no sense without: for each need, the ids of the equipment that meet it (any of them does).
  public let needs: [Set<String>]
  /// Keys of its sources.
  public let sources: [String]
  /// How sure the sources are.
  public let certainty: Certainty

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let label = json["label"]?.text, let time = json["when"]?.text.flatMap(Time.init),
      let what = json["what"]?.text, let needs = json["needs"]?.needs, let sources = json["sources"]?.texts,
      let certainty = json["certainty"]?.text.flatMap(Certainty.init)
    else { return nil }
    (self.id, self.label, self.time, self.what) = (id, label, time, what)
    (self.needs, self.sources, self.certainty) = (needs, sources, certainty)
  }
}

/// A kind of equipment.
public struct Equipment: Hashable, Sendable, Identifiable {
  /// Its id, for ever.
  public let id: String
  /// Its name, at most 34 columns.
  public let label: String

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let label = json["label"]?.text else { return nil }
    (self.id, self.label) = (id, label)
  }
}

/// Where a statement comes from.
public struct Source: Hashable, Sendable {
  /// The key that items name it by.
  public let key: String
  /// Its title, or what kind of page it is.
  public let title: String
  /// Author or publisher, if known.
  public let by: String?
  /// The year it is of, if known.
  public let year: Int?
  /// Where it can be found, if known.
  public let address: String?

  init?(_ json: JSON) {
    guard let key = json["key"]?.text, let title = json["title"]?.text else { return nil }
    (self.key, self.title) = (key, title)
    (by, year, address) = (json["by"]?.text, json["year"]?.integer, json["address"]?.text)
  }
}

extension JSON {
  /// Needs, each an id or several with `|` between them.
  fileprivate var needs: [Set<String>]? {
    texts?.map { Set($0.split(separator: "|").map(String.init)) }
  }

  /// The strings of an array; nil if this is none, or holds anything else.
  fileprivate var texts: [String]? {
    guard let elements else { return nil }
    let texts = elements.compactMap(\.text)
    return texts.count == elements.count ? texts : nil
  }
}
