public import NightModel
internal import Text

/// What one quick entry lacks, completed at dawn: one key was enough at night.
public struct CompletingFeature: PagedFeature {
  /// The entry.
  let target: EntryAddress
  var pages: [Page] = []

  /// A page above what it lacks.
  public enum Page: Hashable, Sendable {
    /// The grades beyond eight, that there was none, and what else can be done with the entry.
    case highGrades
  }

  /// A quick entry to complete.
  init(target: EntryAddress) { self.target = target }

  /// What a person can want of it.
  public enum Intent: Hashable, Sendable {
    /// Says what a marked moment was.
    case become(Log)
    /// Writes the end of what an entry began, at a moment, with a remark if the clock showed it twice.
    case end(EntryAddress, Instant, remark: String?)
    /// Goes on to the grades beyond eight.
    case openHighGrades
    /// Leaves the grade open, from whichever page of grades.
    case leaveBlank
    /// Leaves the entry as it was written with one key: it is not asked about again.
    case accept
  }

  /// What the entry lacks; nil for nothing, or if it was left as it is.
  private func gap(_ c: Context) -> ToComplete? {
    c.record.toComplete(target.night).first { $0.id == target.id }
  }

  func isOver(_ c: Context) -> Bool { gap(c) == nil }

  func needs(_ c: Context) -> Needs {
    Needs(nights: [target.night, target.night.adding(days: 1)], figures: target.night)
  }

  static func isOpening(_ intent: Intent) -> Bool { intent == .openHighGrades }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .openHighGrades:
      open(.highGrades)
      return []
    case .leaveBlank:
      pages = []
      return [.back]
    case .become(let log): return c.unlessClosed { become(log, c) }
    case .end(let target, let moment, let remark):
      return c.unlessClosed { end(target, at: moment, remark: remark, c) }
    case .accept: return c.unlessClosed { c.accepting([target]) }
    }
  }

  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    pages = []
    return switch saved.origin {
    case .fields(target), .retraction(target), .accepted([target]), .end: [.back]
    // Its page goes on to what the new entry lacks.
    case .became(let log):
      [.back] + (log.question(c.catalogue) == nil ? [] : saved.entries.prefix(1).map { .open(.completing($0)) })
    case .log, .symptom, .fields, .shifted, .retraction, .check, .rest, .answers, .setting, .accepted, .moved, .anew,
      .broughtBack,
      .paper, .signed, .handover, .retry:
      []
    }
  }

  /// Says what a marked moment was: a new entry of that time and author, in place of the mark, as one action.
  private func become(_ log: Log, _ c: Context) -> [Act] {
    guard let night = c.record.nights[target.night] else { return [] }
    guard let item = c.record.standing(target) else { return [.say(Context.takenBackWords)] }
    var details = Details(log.details)
    for field in item.details.fields where log.subject.fields.contains(field) && details[field] == nil {
      details[field] = item.details[field]
    }
    let partition = Partition.night(target.night)
    return [
      .save(
        [
          Draft(partition: partition, at: item.at, by: item.by ?? c.by, body: .record(log.subject, details)),
          Draft(partition: partition, at: c.now, by: c.by, body: night.timeline.retraction(of: item)),
        ], .became(log))
    ]
  }

  /// Writes the end of what an entry began, in the night it belongs to.
  private func end(_ target: EntryAddress, at moment: Instant, remark: String?, _ c: Context) -> [Act] {
    guard let item = c.record.standing(target) else { return [.say(Context.takenBackWords)] }
    guard case .event(let event) = item.subject, let kind = Interval.Kind(openedBy: event) else { return [] }
    let night = c.plan.nightRule.night(of: moment)
    let spoken = NightWords.moment(moment, c.clock)
    guard night <= target.night.adding(days: kind.nights) else {
      let late = kind.nights == 0 ? "in another night" : "more than \(NightWords.nights(kind.nights)) later"
      return [.say("\(spoken) is \(late), so nothing was written; check the date.")]
    }
    let nights = target.night...max(night, target.night)
    let between: [IntervalEdge]
    do throws(RecordView.NotAtHand) {
      between = try c.record.facts(of: nights.nights).flatMap(\.edges)
    } catch {
      let again = AppCore.Intent.feature(.completing(.end(target, moment, remark: remark)))
      return [.after(rows: error.night...nights.upperBound, again)]
    }
    let later = between.filter { $0.kind == event && $0.at > item.at && $0.at.milliseconds <= moment.milliseconds }
    if let again = later.min(by: { $0.at < $1.at }) {
      return [
        .say(
          "\(c.clock.words(again.at)) \(event.words) is written again before \(c.clock.words(moment)), so nothing was "
            + "written; the end lies before that.")
      ]
    }
    let draft = Draft(
      partition: .night(night), at: moment, by: c.by, body: .record(.event(kind.closing), Details()))
    return [.save([draft], .end(target, remark: remark))]
  }

  // MARK: The scene

  func scene(_ c: Context) -> Scene {
    guard let item = c.record.standing(target) else {
      return Scene("completing", "This entry is not there any more")
    }
    var scene = Scene("completing", "\(c.clock.words(item.at)) \(item.words(c.catalogue))")
    let gap = gap(c)
    scene.facts = [.init("", gap.map { question($0, c) } ?? "Nothing is to complete here any more.")]
    if let by = item.by { scene.facts.append(.init("written by:", by.forDisplay)) }
    if let gap, case .field(.value) = gap.lacks { return grades(scene, c) }
    var items = gap.map { answers($0, c) } ?? []
    let asIs = if case .end? = gap?.lacks { "Leave it open" } else { "Leave it as it is" }
    items += others(gap?.lacks.isLength == false ? asIs : nil)
    if items.contains(where: { $0.heading != nil }), let index = items.firstIndex(where: { $0.id == "as-is" }) {
      items[index].heading = "Or"
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// What else can be done with the entry. `asIs` is what leaving it says; nil where it cannot be left.
  private func others(_ asIs: String?) -> [SceneItem] {
    (asIs.map { [SceneItem("as-is", $0, .feature(.completing(.accept)))] } ?? []) + [
      SceneItem("retract", "Take this entry back", .retract(target)),
      SceneItem("fields", "All its fields", .open(.entry(target))),
    ]
  }

  /// How bad it was. What else can be done with the entry has digits behind the ninth alone.
  private func grades(_ scene: Scene, _ c: Context) -> Scene {
    var scene = scene
    func grade(_ value: Int) -> AppCore.Intent { .act(.amend(target, [.value: .number(value)])) }
    var others = others("Leave it as it is")
    if pages.last == .highGrades {
      scene.name = "completing-high-grades"
      for index in others.indices { others[index].digit = index + 3 }
    }
    let grades =
      pages.last == .highGrades
      ? GradeItems.high(grade) : GradeItems.low(c, more: .feature(.completing(.openHighGrades)), grade)
    let blank = SceneItem("blank", "Leave it blank", digit: 0, .feature(.completing(.leaveBlank)))
    scene.list = SceneList([blank] + grades + others, numbering: .own)
    return scene
  }

  private func question(_ entry: ToComplete, _ c: Context) -> String {
    switch entry.lacks {
    case .whatItWas: "What was it?"
    case .length(let interval): "\(interval.words(c.clock).capitalizedFirst). \(interval.question.capitalizedFirst)"
    case .end(let kind):
      "\(kind.beginning(c.clock.words(entry.item.at)).capitalizedFirst), no end written. \(kind.question)"
    case .field(.side): "To which side?"
    case .field(.value): "How bad was it?"
    case .field: c.catalogue.question(about: entry.item.subject)?.words ?? ""
    }
  }

  private func answers(_ entry: ToComplete, _ c: Context) -> [SceneItem] {
    switch entry.lacks {
    case .whatItWas: return whatItWas(c)
    case .end: return [SceneItem("typed", "Type the time", .type(.completing(.end(target))))]
    case .length(let interval):
      let start = EntryAddress(night: interval.start.night, id: interval.start.id)
      return [
        SceneItem("as-is", "Yes, it is right", .feature(.completing(.accept))),
        SceneItem("typed", "No, type when it ended first", .type(.completing(.end(start)))),
        SceneItem("unsure", "Nobody knows: let it count nothing", .amend(target, [.asIs: .flag(false)])),
      ]
    case .field(let field):
      let items = field.choices(for: entry.item.subject, c.catalogue).map { choice in
        SceneItem("value-\(choice.value.words)", choice.label, .amend(target, [field: choice.value]))
      }
      guard field == .what else { return items }
      let isSymptom = if case .symptom = entry.item.subject { true } else { false }
      let none = isSymptom ? [SceneItem("none", "Asked: none", .amend(target, [.value: .number(0)]))] : []
      return items + none + [SceneItem("typed", "Something else: type it", .type(.entry(.field(target, field))))]
    }
  }

  /// All that a marked moment can have been: what Tonight writes, list by list, then every other symptom.
  private func whatItWas(_ c: Context) -> [SceneItem] {
    var items: [SceneItem] = []
    func add(_ heading: String, _ things: [(id: String, label: String, log: Log)]) {
      for (index, thing) in things.enumerated() {
        let heading = index == 0 ? heading : nil
        items.append(SceneItem(thing.id, thing.label, heading: heading, .feature(.completing(.become(thing.log)))))
      }
    }
    var symptoms: Set<String> = []
    for menu in c.catalogue.menus {
      let logs = c.logs(menu.id) + (menu.id == .turn ? [.event(.adjust)] : [])
      for log in logs { if case .symptom(let id) = log.subject { symptoms.insert(id) } }
      add(menu.label, logs.map { ($0.id, $0.words(c.catalogue), $0) })
    }
    add(
      "Medicine",
      c.plan.values(of: .medicine).map { medicine in
        let log = Log(.event(.medicine), [.what: .text(medicine.name)])
        let name = log.details[.what].map(\.words) ?? ""
        return ("medicine-\(name)", name, log)
      })
    let others = c.offeredSymptoms.filter { !symptoms.contains($0.id) }
    add("Other symptoms", others.map { ($0.id, $0.label, .symptom($0.id)) })
    return items + [
      SceneItem("typed", "Something else: type it", heading: "In words", .type(.entry(.field(target, .what))))
    ]
  }
}

extension CompletingFeature {
  /// What is typed to complete an entry.
  public enum Text: FeatureText, Hashable, Sendable {
    /// The time at which ended what an entry began.
    case end(EntryAddress)

    func form(_ c: Context) -> TextForm {
      switch self {
      case .end(let target):
        var form = TextForm(
          title: c.record.item(target).map { "\(c.clock.words($0.at)) \($0.words(c.catalogue))" } ?? "When",
          label: "Its end, as \(c.clock.example)", help: "Also 10 min ago, or with its date, as yesterday 23:10.",
          limit: TextForm.momentLimit, spelled: .time, nights: [target.night])
        form.preview = { text in end(text, c).fact { c.words(of: $0.moment) } }
        return form
      }
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      switch self {
      case .end(let target):
        .asking(end(text, c)) { end throws(Refusal) in
          // Refused while it stands in the field, so that it can be mended there.
          let spoken = NightWords.moment(end.moment, c.clock)
          if let began = c.record.item(target)?.at, end.moment.milliseconds <= began.milliseconds {
            throw .refused("\(spoken) is before it began", so: "nothing was written", "mend the time")
          }
          if end.moment.milliseconds > c.now.milliseconds {
            throw .refused(
              "\(spoken) is still to come", so: "nothing was written", "write the end when it has come")
          }
          return .feature(.completing(.end(target, end.moment, remark: end.remark)))
        }
      }
    }

    /// When it ended, as typed: behind its beginning, if that can be.
    private func end(_ text: String, _ c: Context) -> TypedReading<TimeReader.Moment> {
      switch self {
      case .end(let target): c.times.moment(text, in: target.night, after: c.record.item(target)?.at)
      }
    }
  }
}
