internal import NightModel
internal import Text

/// What a press said, for who hears the screen or feels it: the cursor stands on that until the next press, and words that
/// come twice in a row differ, because a row that stays as it was is not said again.
struct Heard: Hashable, Sendable {
  /// Where what the last press said stands; nil if it said nothing.
  var place: Scene.Said?
  /// True once scanning went on: the cursor is on what is lit again.
  var isPast = false
  /// What was done last, and what could not be saved, as they stood when the key was pressed.
  private var status = Standing()
  private var notice = Standing()
  /// False for what is said without a press, such as that the clock was set: it takes the cursor from nobody.
  private(set) var isAnswering = false

  /// Words that stood somewhere, and how often in a row they were said by then.
  private struct Standing: Hashable, Sendable {
    var words = ""
    var times = 0

    /// How often some words were said by now; `isNew` is true if they were by the last press. However many keys moved
    /// between, a row that would stay as it is would not be said.
    func times(_ said: String, isNew: Bool) -> Int {
      guard !said.isEmpty, said == words else { return 1 }
      return isNew ? times + 1 : times
    }

    mutating func keep(_ said: String, isNew: Bool) { (times, words) = (times(said, isNew: isNew), said) }
  }

  /// What is said, as often as it was: `Saved 02:15 suction, again.`
  func withTimes(_ said: String) -> String {
    guard let again = again(said) else { return said }
    guard said.hasSuffix(".") else { return "\(said), \(again)" }
    // Behind several sentences it would belong to the last of them alone.
    return said.dropLast().contains(". ") ? "\(said) \(again.capitalizedFirst)." : "\(said.dropLast()), \(again)."
  }

  /// What tells that words are said again; nil the first time.
  func again(_ said: String) -> String? { Self.again(status.times(said, isNew: place != nil)) }

  /// The same of what could not be saved: `NOT IN THE RECORD YET, again: 02:15 suction`.
  func withTimes(notice said: String) -> String {
    guard let again = Self.again(notice.times(said, isNew: place == .notice)), let colon = said.firstIndex(of: ":")
    else { return said }
    return "\(said[..<colon]), \(again)\(said[colon...])"
  }

  private static func again(_ times: Int) -> String? { times == 1 ? nil : times == 2 ? "again" : "again (\(times))" }

  /// There is a new press, and what stands there of those before it.
  mutating func press(status said: String, notice lost: String) {
    status.keep(said, isNew: place != nil)
    notice.keep(lost, isNew: place == .notice)
    (place, isPast, isAnswering) = (nil, false, true)
  }

  /// Something happened that nobody pressed.
  mutating func noteNoPress() { isAnswering = false }
}

extension App {
  /// True where a screen reader or a braille line follows the cursor.
  var isRead: Bool { ways.value(.reader) == "on" }

  /// What is asked on Tonight; nil for nothing.
  var questionOnTonight: TonightFeature.Page? { places.first?.screen.feature(TonightFeature.self)?.question }

  /// Takes in what happens, before it is answered.
  mutating func heed(_ event: Event) {
    switch event {
    case .key:
      heardBefore = heard
      noteHeard()
    case .clock, .minute, .rest, .rested, .filesChanged, .work, .start: heard.noteNoPress()
    case .scan, .surface, .chosen, .typed, .ended: break
    }
  }

  private mutating func noteHeard() { heard.press(status: saidWords, notice: failureWords ?? "") }

  /// The key that is being answered does not count, because it is held or came too soon: the cursor stays on what was said.
  mutating func heedNoPress() { heard = heardBefore }

  /// Takes in what time did while scanning: what it chose counts as a press, and when it goes on so does the cursor.
  mutating func heed(_ outcome: Scanning.Outcome) {
    switch outcome {
    case .nothing, .notCounted: break
    case .moved: heard.isPast = true
    case .chose, .changedStep: noteHeard()
    }
  }

  /// Takes in that something is said.
  mutating func heedStatus() {
    if status == .sentence("") {
      if heard.place == .status { heard.place = nil }
    } else if heard.isAnswering {
      (heard.place, heard.isPast) = (.status, false)
    }
  }

  /// Takes in that something could not be saved: nothing else is said as long as that.
  mutating func heedNotice() {
    if heard.isAnswering { (heard.place, heard.isPast) = (.notice, false) }
  }

  /// Takes in that something is asked which was not asked before; its words name what was saved.
  mutating func heedQuestion(after before: TonightFeature.Page?) {
    guard heard.isAnswering, heard.place != .notice, let question = questionOnTonight, question != before else {
      return
    }
    (heard.place, heard.isPast) = (.question, false)
  }

  /// Tells a scene where the cursor goes first.
  func tell(in scene: inout Scene) {
    if let again = heard.again(saidWords), let question = scene.tonight?.question {
      scene.tonight?.question = "\(question), \(again)"
    }
    if failure != nil { scene.notice = scene.notice.map(heard.withTimes(notice:)) }
    switch heard.place {
    case nil: return
    case .notice where scene.notice != nil: scene.said = .notice
    case .question where scene.tonight?.question != nil: scene.said = .question
    case .status, .notice, .question: scene.said = scene.status.isEmpty ? nil : .status
    }
    if heard.isPast { scene.said = nil }
  }
}
