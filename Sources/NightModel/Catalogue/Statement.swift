internal import Text

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

/// One line of care knowledge with its sources.
public struct Statement: Hashable, Sendable {
  /// The line.
  public let text: String
  /// Keys of its sources.
  public let sources: [String]
  /// How sure the sources are.
  public let certainty: Certainty

  /// True for what rests on general care knowledge or a second hand.
  public var isToConfirm: Bool { certainty == .toConfirm }

  /// The line with the light mark of what is to be confirmed, as in the guide.
  public var marked: String { isToConfirm ? text + GuideSentence.mark : text }

  init(text: String, sources: [String], certainty: Certainty) {
    (self.text, self.sources, self.certainty) = (text, sources, certainty)
  }

  init?(_ json: JSON) {
    guard let text = json["text"]?.text, let sources = json["sources"]?.texts,
      let certainty = json["certainty"]?.text.flatMap(Certainty.init)
    else { return nil }
    (self.text, self.sources, self.certainty) = (text, sources, certainty)
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
  /// The year in which it was read; nil for what was not read anywhere.
  public let read: String?

  init?(_ json: JSON) {
    guard let key = json["key"]?.text, let title = json["title"]?.text, json["read"] != nil else { return nil }
    (self.key, self.title) = (key, title)
    (by, year) = (json["by"]?.text, json["year"]?.integer)
    (address, read) = (json["address"]?.text, json["read"]?.text)
  }
}

extension Source {
  /// Who said it, where and when, in one line, nothing said twice.
  public var words: String {
    let author = by.flatMap { title.hasPrefix($0) ? nil : "\($0): " } ?? ""
    let date = year.flatMap { title.contains("\($0)") ? nil : ", \($0)" } ?? ""
    return author + title + date
  }

  /// The same behind its key.
  public var line: String { "\(key): \(words)" }
}
