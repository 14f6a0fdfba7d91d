internal import NightModel
internal import Text

/// What is told on the page for the clinic: the signs found, what was changed, what the family asks, and who wrote.
extension ClinicMaking {
  /// The signs that stood anywhere in the span, those to call about first, with all their nights. The section stands also
  /// where no rule applied, because nothing there would read as "nothing is wrong".
  var signs: [TextBlock] {
    let found = facts.found
    let nights = "nights recorded \(facts.recorded.count) of \(facts.figures.count), looked at \(facts.lookedAt.count)."
    let lead = found.isEmpty ? "No rule applied" : "Thresholds are our own"
    let remarks =
      ["\(lead); \(nights)", "No sign found is not the same as no sign."] + facts.signs.comparing.map(\.words)
    let cut = ClinicRoom.cut(found, to: room.signs)
    let more = found.dropFirst(room.signs).map(\.rule.label)
    return cut.shown.map(point)
      + (more.isEmpty ? [] : [.paragraph("Also: \(Self.first(more, most: room.names, separator: "; ")).")])
      + [.paragraph(remarks.joined(separator: " "))]
  }

  private func point(_ found: ClinicFacts.Found) -> TextBlock {
    let level = facts.catalogue.levels.first { $0.id == found.rule.level }?.label.lowercasedFirst ?? ""
    let dates = Self.newest(found.nights.map(facts.day), most: room.dates)
    let told =
      facts.plan.value(.told, found.rule.id).flatMap(CivilDate.init).map { " Team told \(facts.day($0))." } ?? ""
    let lead =
      "\(title(found)) (\(level)), \(NightWords.nights(found.nights.count)): \(dates)\(stood(found))"
      + (found.finding?.usualWords.map { "; \($0)" } ?? "")
    let sources = found.rule.sources.compactMap { facts.catalogue.source($0)?.brief }.joined(separator: "; ")
    guard room.rules else { return .point("\(lead) (\(sources))\(told)") }
    return .point(lead, more: "\(found.rule.words) Source: \(sources).\(told)")
  }

  /// From when to when it stood; left out where there is hardly room for a date.
  private func stood(_ found: ClinicFacts.Found) -> String {
    guard room.dates > 1 else { return "" }
    let spans = found.spans.map { span in
      let began = span.began < facts.request.from ? "before" : facts.day(span.began)
      return began + (span.ended.map { " to \(facts.day($0))" } ?? " on")
    }
    return "; stood \(Self.newest(spans, most: room.dates))"
  }

  /// What was found, in the words of what was written as far as it stands by now and there is room.
  private func title(_ found: ClinicFacts.Found) -> String {
    room.dates > 1 ? found.finding?.title(facts.catalogue) ?? found.rule.label : found.rule.label
  }

  /// One thing that was changed.
  struct Change {
    let letter: String
    let night: CivilDate
    let words: String
  }

  /// Equipment, medicines and marks of change that were set in the span, oldest first. Marks have letters in the charts.
  var changes: [Change] {
    let families: [PlanKey] = [
      .equipment, .equipmentStep, .medicine, .medicineWhen, .medicineGap, .medicineMost, .mark,
    ]
    var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[...]
    let dated = facts.plan.timeline.items.compactMap { item -> (CivilDate, Item, Setting)? in
      guard let setting = item.subject.setting, families.contains(setting.key) else { return nil }
      let marked = setting.key == .mark ? setting.member.flatMap { CivilDate($0.prefix(10)) } : nil
      // As in the trends: the evening of the day it was set is the first whole night with it.
      return (marked ?? item.at.date, item, setting)
    }
    let span = facts.request.from...max(facts.request.from, facts.request.to)
    return dated.filter { span.contains($0.0) }.sorted { $0.0 < $1.0 }.compactMap { night, item, setting in
      guard setting.key == .mark else {
        let words = setting.sentence(item.details.text(.to), facts.catalogue)
        return Change(letter: "", night: night, words: Self.clipped(words, to: room.letters))
      }
      guard facts.plan.value(setting) != nil, facts.plan.item(setting)?.id == item.id else { return nil }
      let words = item.details.text(.to)?.forDisplay ?? ""
      return Change(
        letter: letters.popFirst().map { "\($0)" } ?? "", night: night, words: Self.clipped(words, to: room.letters))
    }
  }

  /// The changes as a list.
  var changeBlocks: [TextBlock] {
    let all = Array(changes.enumerated())
    guard !all.isEmpty else { return [] }
    // The letters of the charts must be told; after them the newest.
    let ranked = all.filter { !$0.element.letter.isEmpty }.reversed() + all.filter(\.element.letter.isEmpty).reversed()
    let cut = ClinicRoom.cut(ranked, to: room[.changes])
    let points = cut.shown.sorted { $0.offset < $1.offset }.map { _, change in
      TextBlock.point(
        (change.letter.isEmpty ? "" : "\(change.letter)  ") + "\(facts.day(change.night)): \(change.words)")
    }
    return points + ClinicRoom.rest(cut)
  }

  /// What the family wants to ask, whole and in their order: by number, then what has a name of its own.
  var questions: [TextBlock] {
    let all = facts.plan.values(of: .question).sorted {
      (Int($0.name) ?? .max, $0.name) < (Int($1.name) ?? .max, $1.name)
    }
    guard !all.isEmpty else { return [] }
    let cut = ClinicRoom.cut(all, to: room[.questions])
    return cut.shown.map { .point($0.value.forDisplay) }
      + ClinicRoom.rest(cut)
  }

  /// Who wrote how much, and who the graded symptoms are said by.
  var whoWrote: [TextBlock] {
    let items = facts.nights.flatMap(\.items)
    guard !items.isEmpty else { return [] }
    var writers: [String: Int] = [:]
    var sources: [String: Int] = [:]
    for item in items {
      writers[item.by ?? "", default: 0] += 1
      if case .symptom = item.subject, item.isOccurrence { sources[item.details.text(.source) ?? "", default: 0] += 1 }
    }
    let ranked = writers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let named = ranked.filter { !$0.key.isEmpty }
    let who =
      facts.request.withNames
      ? Self.first(named.map { "\($0.key.forDisplay) \($0.value)" }, most: room.names)
      : "\(named.count) \(named.count == 1 ? "person" : "people")"
    let nobody = writers[""].map { ", nobody named \($0)" } ?? ""
    var sentence = NightWords.entries(items.count)
    sentence += named.isEmpty ? ", nobody named." : ", by \(who)\(nobody)."
    let kinds = WhoSays.sources.map { ($0, WhoSays.words(ofSource: $0)) } + [("", "not said by whom")]
    let said = kinds.compactMap { key, words in sources[key].map { "\($0) \(words)" } }
    if !said.isEmpty { sentence += " Symptoms: \(said.joined(separator: ", "))." }
    return [.paragraph(sentence)]
  }
}

extension Source {
  /// Who says it and when, in a few words.
  var brief: String {
    let name = by.map { $0.contains(".") ? title : $0 } ?? title
    return year.map { "\(name) \($0)" } ?? read.map { "\(name), read \($0)" } ?? name
  }
}
