internal import Text

/// What was written and stands on the list of signs too, repeated in its own words. That is no rule: nothing is counted or
/// compared.
public struct SignEcho: Hashable, Sendable {
  /// What was written.
  public let kind: Kind
  /// The nights it was written in, newest first.
  public let nights: [CivilDate]
  /// True if one of them is so new that the level of the list is said beside it.
  public let isNew: Bool

  /// Something that is repeated, as rules.json has it.
  public struct Kind: Hashable, Sendable {
    /// What is written.
    public let subject: Subject
    /// From which grade on; nil for any, and for what has none.
    public let least: Int?
    /// The line of the list that names it; nil where none is said beside it.
    public let line: String?
  }

  /// What is repeated, in the order of the list. If it could not be read there would be nothing; a test reads all of it.
  public static let standard = (try? read(Catalogue.Files.embedded.rules)) ?? []

  /// Over how many nights it is repeated.
  public static let nights = 7
  /// In how many of them a level is said beside it.
  static let newNights = 2

  /// Reads what is repeated from the bytes of rules.json.
  /// - Throws: `CatalogueError` naming the first entry that cannot be read.
  public static func read(_ bytes: [UInt8]) throws(CatalogueError) -> [Kind] {
    try CatalogueFile("rules.json", bytes).read("echoes", Kind.init)
  }

  /// What some nights repeat as of one of them, in the order of the list.
  static func all(_ repeated: [(night: CivilDate, echoes: [Kind])], asOf night: CivilDate) -> [SignEcho] {
    let first = night.adding(days: 1 - nights)
    let heard = repeated.filter { $0.night >= first && $0.night <= night }.reversed()
    return standard.compactMap { kind in
      let nights = heard.filter { $0.echoes.contains(kind) }.map(\.night)
      guard let newest = nights.first else { return nil }
      return SignEcho(kind: kind, nights: nights, isNew: newest > night.adding(days: -newNights))
    }
  }

  /// The level of the list beside it; nil where none is said.
  public func level(_ catalogue: Catalogue) -> SignLevel? {
    guard isNew, let sign = kind.line.flatMap(catalogue.sign) else { return nil }
    return catalogue.levels.first { $0.id == sign.level }
  }
}

extension SignEcho.Kind {
  init?(_ json: JSON) {
    guard let written = json["id"]?.text.flatMap(LogMenu.Line.init) else { return nil }
    let subject: Subject =
      switch written {
      case .event(let kind, _): .event(kind)
      case .symptom(let id): .symptom(id)
      }
    self.init(subject: subject, least: json["least"]?.integer, line: json["line"]?.text)
  }

  /// True if a night has it.
  package func isHeard(in night: NightFigures) -> Bool { isHeard(in: SignNight(night)) }

  func isHeard(in night: SignNight) -> Bool {
    switch subject {
    case .event(let kind): return night.figures.summary.events[kind] != nil
    case .symptom(let id):
      guard night.had(id) else { return night.figures.suctionsBrought(symptom: id) }
      guard let least else { return true }
      return night.figures.summary.symptoms.contains { $0.id == id && ($0.grade ?? 0) >= least }
    case .check, .environment, .diary, .carer, .note, .plan, .handover: return false
    }
  }
}
