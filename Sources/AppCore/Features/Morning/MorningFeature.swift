internal import NightModel
internal import Text

/// The morning of a night: what to complete, the diary with its proposals, and the ways from it.
public struct MorningFeature: PagedFeature {
  /// The night.
  let date: CivilDate
  var pages: [Page] = []

  /// A page above the diary.
  public enum Page: Hashable, Sendable {
    /// Who says so, for what is answered next.
    case whoSays
    /// What is asked only of a night in parts.
    case inParts
  }

  /// What a person can want of a morning.
  public enum Intent: Hashable, Sendable {
    /// Goes through questions of the diary one by one.
    case walk(PageQuestion.Walk)
    /// Shows what is asked only of a night in parts.
    case openParts
    /// Confirms all that is proposed.
    case confirmProposals
    /// Asks who says so.
    case pickSource
    /// Sets on whose word what is answered next is; nil for not said.
    case setSource(String?)
  }

  /// The morning after a night.
  init(_ date: CivilDate) { self.date = date }

  static func isOpening(_ intent: Intent) -> Bool { [.pickSource, .openParts].contains(intent) }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .walk(let walk): return c.walking(date, .diary, walk)
    case .openParts:
      pages = [.inParts]
      return []
    case .confirmProposals: return c.confirmingProposals(date)
    case .pickSource:
      pages = [.whoSays]
      return []
    case .setSource(let source):
      pages = []
      return [.setSource(source)]
    }
  }

  func needs(_ c: Context) -> Needs { Needs(nights: c.morningNights(date), figures: date) }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: diary(c)
    case .whoSays: whoSays(c)
    case .inParts: inParts(c)
    }
  }

  private func diary(_ c: Context) -> Scene {
    var scene = Scene("morning", "Morning after the \(NightWords.night(date))")
    scene.shortTitle = "Morning, \(NightWords.short(date))"
    scene.facts = c.maskFacts(date) + c.versionFacts(date, .diary)
    let proposed = c.proposals(date, .diary).count
    let open = c.record.toCompleteCount(date)
    var items = open == 0 ? [] : [SceneItem("to-complete", "To complete: \(open)", .open(.toComplete(date)))]
    if !c.plan.isClosed {
      items.append(
        SceneItem(
          "fill-in", "Fill in, question by question", state: c.progress(date, .diary), .feature(.morning(.walk(.usual)))
        ))
    }
    if proposed > 0 {
      items.append(
        SceneItem(
          "confirm", "Confirm all that is proposed", state: "\(proposed)", .feature(.morning(.confirmProposals))))
    }
    items += c.answerItems(date, .diary)
    items.append(SceneItem("in-parts", "The night was in parts", .feature(.morning(.openParts))))
    let word = c.source.map { WhoSays.words(ofSource: $0) } ?? "not said"
    items.append(
      SceneItem(
        "who-says-so", "Who says so, from here on", state: word, heading: "More", .feature(.morning(.pickSource))))
    if date == c.tonight, !c.plan.isClosed {
      let progress = Routine(.gettingUp, c.plan, c.night, c.catalogue).progress
      items.append(SceneItem("getting-up", "Getting up", state: progress, .open(.checklist(.gettingUp))))
    }
    items += [
      SceneItem("carer", "Caregiver's own night", state: c.progress(date, .carer), .open(.carerNight(date))),
      SceneItem("figures", "Figures", .open(.figures(date))),
    ]
    scene.list = SceneList(items + c.entryItems(date, .diary) + [.back])
    return scene
  }

  private func inParts(_ c: Context) -> Scene {
    var scene = Scene("night-in-parts", "The night was in parts")
    scene.facts = [.init("", "Up between two sleeps, or asleep elsewhere than in bed. Most nights need none of it.")]
    let walk = SceneItem("fill-in-parts", "Fill in, question by question", .feature(.morning(.walk(.rare))))
    let items = c.answerItems(date, .diary, Subject.diary.rareQuestions)
    scene.list = SceneList((c.plan.isClosed ? [] : [walk]) + items + [.back])
    return scene
  }

  private func whoSays(_ c: Context) -> Scene {
    var scene = Scene("who-says", "Who says so")
    scene.facts = [.init("", "It goes with every answer you give from here on, until you change it.")]
    let words = NightModel.Field.source.choices(for: .diary, c.catalogue).map { label, value in
      let source = value.words
      return SceneItem(
        source, label, state: c.saysSo == source ? "chosen" : "", .feature(.morning(.setSource(source))))
    }
    let none = SceneItem(
      "not-said", "Not said", state: c.saysSo == nil ? "chosen" : "", .feature(.morning(.setSource(nil))))
    scene.list = SceneList(words + [none, .back])
    return scene
  }
}

/// What a page of a night tells besides its answers.
extension Context {
  /// The ways to the entries a page is made of, one for each who began it apart: who wrote it, its versions, and the way
  /// to take it back.
  func entryItems(_ date: CivilDate, _ subject: Subject) -> [SceneItem] {
    (answers(date, subject)?.items ?? []).map { item in
      SceneItem(
        "versions-\(item.id)", "Versions, who wrote it", state: item.by?.forDisplay ?? "",
        .open(.entry(EntryAddress(night: date, id: item.id))))
    }
  }

  /// What two people said differently; both are kept, and answering the question settles it.
  func versionFacts(_ date: CivilDate, _ subject: Subject) -> [Fact] {
    guard let page = answers(date, subject) else { return [] }
    return subject.questions.compactMap { field in
      page.versions[field].map { versions in
        Fact(
          "\(field.question(of: subject).lowercasedFirst), two versions:",
          versions.map { words(of: $0, field) }.joined(separator: "; "))
      }
    }
  }
}
