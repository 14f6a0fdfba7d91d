internal import NightModel
internal import Text

/// The symptoms of the page for the clinic: what can point to weak breathing first, then the rest.
extension ClinicMaking {
  /// The ids of the symptoms of a group, in the order of the catalogue.
  private func ids(_ group: Symptom.ReportGroup) -> [String] {
    facts.catalogue.symptoms.filter { $0.reportGroup == group }.map(\.id)
  }

  private static let head = ["", "nights", "times", "highest", "woke person"]

  /// The breathing group as a table: these stand first, whether they were noted or not.
  var breathing: [TextBlock] {
    let watched = facts.watched.count
    let group = ids(.breathing)
    let noted = group.compactMap { facts.tallies[$0] }.filter { $0.times > 0 }
    let rows = noted.prefix(room.breathing).map { row($0, of: watched) }
    let more = noted.dropFirst(room.breathing).map { "\(label($0.id).lowercased()) (\(NightWords.nights($0.nights)))" }
    let beside = more.isEmpty ? [] : [TextBlock.paragraph("Noted too: \(more.joined(separator: ", ")).")]
    let offered = group.filter { facts.catalogue.symptom($0)?.isOffered == true }
    let absent = offered.filter { id in !noted.contains { $0.id == id } }.map { label($0).lowercased() }
    let table = TextBlock.Table(
      caption: "Signs that can point to weak breathing at night", head: Self.head, rows: [headacheRow] + rows)
    guard !absent.isEmpty else { return [.table(table)] + beside }
    return [.table(table)] + beside + [
      .paragraph(
        watched == 0
          ? "Nothing that happened at night is recorded, so nothing can be said of other signs."
          : "Not noted in the \(NightWords.nights(watched)) with entries: \(absent.joined(separator: ", ")).")
    ] + askedText(group)
  }

  /// What of some symptoms was asked about and never there, in a sentence; nothing if nothing was.
  private func askedText(_ ids: [String]) -> [TextBlock] {
    let asked = ids.compactMap { facts.tallies[$0] }.filter { $0.times == 0 }
    let names = asked.map { "\(label($0.id).lowercased()) (\(NightWords.nights($0.askedNights)))" }
    return names.isEmpty ? [] : [.paragraph("Asked, and none: \(Self.first(names, most: room.names)).")]
  }

  /// Everything else that was noted, by how many nights it was.
  var otherSymptoms: [TextBlock] {
    let rest = facts.tallies.values.filter { facts.catalogue.symptom($0.id)?.reportGroup == nil }
    let asked = askedText(rest.map(\.id).sorted())
    let others = rest.filter { $0.times > 0 }.sorted { ($1.nights, $1.times, $0.id) < ($0.nights, $0.times, $1.id) }
    guard !others.isEmpty else {
      return facts.watched.isEmpty ? [] : [.paragraph("No other symptom was noted in the nights recorded.")] + asked
    }
    let cut = ClinicPage.Room.cut(others, to: room.symptoms)
    let table = TextBlock.Table(
      caption: "Other symptoms noted, the most frequent first", head: Self.head,
      rows: cut.shown.map { row($0, of: facts.watched.count) })
    let names = Self.first(others.dropFirst(room.symptoms).map { label($0.id) }, most: room.names)
    if cut.shown.isEmpty { return [.paragraph("Noted, the most frequent first: \(names).")] + asked }
    return [.table(table)] + (cut.more == 0 ? [] : [.paragraph("Noted less often: \(names).")]) + asked
  }

  /// A headache on waking is what the diary says, or a symptom of the night: mornings of which either is known count.
  private var headacheRow: [String] {
    let id = ids(.headache).first ?? ""
    let known = facts.figures.filter { ($0.headache ?? $0.had(id)) != nil }
    let had = known.filter { $0.headache == true || $0.had(id) == true }
    let tally = facts.tallies[id]
    return [
      "Headache on waking", known.isEmpty ? "not recorded" : "\(had.count) of \(known.count) mornings", "-",
      tally?.highest.map { "\($0)" } ?? "-", "-",
    ]
  }

  private func row(_ tally: SymptomTally, of watched: Int) -> [String] {
    [
      label(tally.id), watched == 0 ? "not recorded" : "\(tally.nights) of \(watched)",
      watched == 0 ? "-" : "\(tally.times)", tally.highest.map { "\($0)" } ?? "-",
      tally.times == 0 ? "-" : tally.wokeKnown == 0 ? "not said" : "\(tally.woke) of \(tally.wokeKnown)",
    ]
  }

  private func label(_ id: String) -> String { facts.catalogue.symptom(id)?.label ?? id.forDisplay }
}

/// One symptom over the span.
struct SymptomTally: Sendable {
  let id: String
  /// In how many nights it was there.
  var nights = 0
  var times = 0
  /// In how many nights it was asked about and was not there.
  var askedNights = 0
  var highest: Int?
  /// How often it woke the person, of how often anybody said whether it did.
  var woke = 0
  var wokeKnown = 0

  init(id: String) { self.id = id }

  /// What was noted of each symptom, by its id.
  static func all(_ nights: [Night]) -> [String: SymptomTally] {
    var tallies: [String: SymptomTally] = [:]
    for night in nights {
      let noted = night.items.compactMap { item -> (id: String, item: Item)? in
        if case .symptom(let id) = item.subject { (id, item) } else { nil }
      }
      for (id, ofNight) in Dictionary(grouping: noted, by: \.id) {
        tallies[id, default: SymptomTally(id: id)].take(night: ofNight.map(\.item))
      }
    }
    return tallies
  }

  /// Takes in what was noted of it in one night.
  private mutating func take(night items: [Item]) {
    let occurrences = items.filter(\.isOccurrence)
    if occurrences.isEmpty { askedNights += 1 } else { nights += 1 }
    times += occurrences.count
    highest = (occurrences.compactMap { $0.details.number(.value) } + [highest].compactMap(\.self)).max()
    let answers = occurrences.compactMap { $0.details.flag(.woke) }
    wokeKnown += answers.count
    woke += answers.count(where: \.self)
  }
}
