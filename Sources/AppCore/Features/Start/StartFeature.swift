public import NightModel
internal import Text

/// Before the first night: the first questions, each of which can be passed over and changed later, and what to do where
/// the record that was here is missing.
public enum StartFeature: Feature {
  /// One of the first questions, from 0.
  case question(Int)
  /// What to do where the record is missing, told in words that end a sentence.
  case recordMissing(String)

  /// What a person can want before the first night.
  public enum Intent: Hashable, Sendable {
    /// Answers the question shown with a value of a setting.
    case answer(Setting, String)
    /// Is done with the first questions.
    case end
  }

  /// The first question that is not answered; the first of all once every one is.
  static func firstOpen(_ c: Context) -> StartFeature {
    .question(StartQuestion.allCases.first { !$0.isAnswered(c) }?.rawValue ?? 0)
  }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .answer(let setting, let value): answer(setting, value, c)
    case .end: end(c)
    }
  }

  /// Is done with the questions.
  private func end(_ c: Context) -> [Act] {
    let routine = starterRoutine(c)
    let done: Act =
      routine.isEmpty
      ? .set(Setting(.welcome), "done")
      : .save([c.draft(of: Setting(.welcome), "done")] + routine, .setting(.welcome))
    return [.home, done, Self.sayWhere]
  }

  private static let sayWhere = Act.say("Everything asked can be changed under Plan and settings.")

  /// A new record begins with the starter routine, however the questions are left; one that has been used keeps its lines,
  /// and so does one whose family wants every line.
  private func starterRoutine(_ c: Context) -> [Draft] {
    let setting = Setting(.starterRoutine)
    let isNew =
      c.isNewRecord && !c.plan.wasWelcomed && c.night.checks.isEmpty
      && !c.plan.timeline.items.contains { $0.subject == setting.subject }
    return isNew ? [c.draft(of: setting, "yes")] : []
  }

  func goingBack(_ c: Context) -> [Act] {
    switch self {
    case .question:
      // From one question to the one before nothing is left.
      if case .question? = c.opener?.feature(StartFeature.self) { return [] }
      let routine = starterRoutine(c)
      return routine.isEmpty ? [] : [.save(routine, .setting(.welcome)), Self.sayWhere]
    case .recordMissing: return []
    }
  }

  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    if case .setting = saved.origin { goOn } else { [] }
  }

  private func answer(_ setting: Setting, _ value: String, _ c: Context) -> [Act] {
    do throws(Refusal) {
      let acts = try c.set(setting, value)
      let isSaved = acts.contains { act in if case .save = act { true } else { false } }
      // What stands so already is answered without being saved.
      return isSaved ? acts : goOn + acts
    } catch {
      return [.say(error.wholeSentence)]
    }
  }

  /// Goes on to the next question, once one is answered of which there is one answer.
  private var goOn: [Act] {
    switch self {
    case .question(let step): StartQuestion(step: step).isList ? [] : [.open(.welcome(step + 1))]
    case .recordMissing: []
    }
  }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    switch self {
    case .question: needs.mayRest = false
    case .recordMissing: break
    }
    return needs
  }

  func scene(_ c: Context) -> Scene {
    switch self {
    case .question(let step): question(step, c)
    case .recordMissing(let words): recordMissing(words)
    }
  }

  private func recordMissing(_ words: String) -> Scene {
    var scene = Scene("record-missing", "The record is not there")
    scene.facts = [
      .init("", "\(words)."),
      .init("", "What is written now can be kept aside on this machine. It goes into that record once it is back."),
    ]
    scene.list = SceneList([
      SceneItem("keep-aside", "Keep entries aside", .back),
      SceneItem("begin-new", "Begin a new record here", .beginNew),
      SceneItem("leave", "Leave Nightstand", .leave), .back,
    ])
    return scene
  }
}

extension StartFeature {
  /// What is typed before the first night.
  public enum Text: FeatureText, Hashable, Sendable {
    /// The initials of who writes.
    case initials
    /// The name of a medicine.
    case medicine

    func form(_ c: Context) -> TextForm {
      switch self {
      case .initials:
        TextForm(
          title: "Your initials", label: "Initials", help: "The letters you sign with, as MK.", limit: 12,
          spelled: .initials)
      case .medicine:
        TextForm(title: "A medicine", label: "Its name", help: "As on the label.", limit: 60, spelled: .name)
      }
    }

    private var family: PlanKey {
      switch self {
      case .initials: .people
      case .medicine: .medicine
      }
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      guard let (setting, _, value) = c.member(of: family, named: text) else {
        return .refused(Context.nothingTyped)
      }
      return .reading { () throws(Refusal) in
        _ = try c.set(setting, value)
        return .feature(.start(.answer(setting, value)))
      }
    }
  }
}
