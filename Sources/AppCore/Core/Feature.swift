internal import CellUI
internal import NightModel
internal import Text

/// The shape of a feature, checked by the compiler and never used as a type: `Screen` holds the features there are.
///
/// A feature is its own state. It sees the `Context`, asks for changes in acts, and opens other features by their `Route`;
/// it knows no other feature's insides.
protocol Feature: Hashable, Sendable {
  /// What a person can want of it; `Never` where it only shows something and leads elsewhere.
  associatedtype Intent: Hashable, Sendable = Never

  /// How many of its pages lie one above the other; at least 1.
  var depth: Int { get }

  /// Leaves the page on top, where there is more than one.
  mutating func closePage(_ c: Context) -> [Act]

  /// Something is opened above it, or done from elsewhere: a question that is open is left blank.
  mutating func cover()

  /// What has to be read and computed for what is shown.
  func needs(_ c: Context) -> Needs

  /// What is shown.
  func scene(_ c: Context) -> Scene

  /// What has the focus when the page on top is opened; nil for its first item.
  func firstFocus(_ c: Context) -> String?

  /// True for values of which one is chosen or typed: it is left with that.
  var isChoice: Bool { get }

  /// What can be typed instead of choosing one of the proposals shown; nil where nothing can.
  func proposes(_ c: Context) -> FieldKey?

  /// Does what a person wants.
  mutating func update(_ intent: Intent, _ c: Context) -> [Act]

  /// True for what only goes to another page: looking at an item may do it.
  static func isOpening(_ intent: Intent) -> Bool

  /// True once there is nothing left to do: it is passed over on the way back to it.
  func isOver(_ c: Context) -> Bool

  /// Something was saved while this was on top: a question may open, a page may close.
  mutating func saved(_ saved: Saved, _ c: Context) -> [Act]

  /// True while every key is taken by it, instead of what keys do: it asks which key a switch sends.
  func takesKeys(_ c: Context) -> Bool

  /// Takes a key that was pressed while it takes them, in milliseconds of uptime.
  mutating func take(_ key: Key, at uptime: Int64, _ c: Context) -> [Act]

  /// When something happens in it by itself, in milliseconds of uptime; nil for never.
  func due(_ c: Context) -> Int64?

  /// Does what is due by then, in milliseconds of uptime.
  mutating func pass(_ uptime: Int64, _ c: Context) -> [Act]

  /// What is still to be done when one goes back from it, or leaves the program while it is shown.
  func goingBack(_ c: Context) -> [Act]

  /// What stays for the rest of the session once its level is left, to be found when it is opened by the same route; nil
  /// for nothing.
  var left: Self? { get }

  /// What was typed into it and lies in no record yet; nil for nothing.
  var unread: UnreadLines? { get }
}

extension Feature {
  var depth: Int { 1 }
  mutating func closePage(_ c: Context) -> [Act] { [] }
  mutating func cover() {}
  func needs(_ c: Context) -> Needs { Needs() }
  func firstFocus(_ c: Context) -> String? { nil }
  var isChoice: Bool { false }
  func proposes(_ c: Context) -> FieldKey? { nil }
  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] { [] }
  static func isOpening(_ intent: Intent) -> Bool { false }
  func isOver(_ c: Context) -> Bool { false }
  func takesKeys(_ c: Context) -> Bool { false }
  mutating func take(_ key: Key, at uptime: Int64, _ c: Context) -> [Act] { [] }
  func due(_ c: Context) -> Int64? { nil }
  mutating func pass(_ uptime: Int64, _ c: Context) -> [Act] { [] }
  func goingBack(_ c: Context) -> [Act] { [] }
  var left: Self? { nil }
  var unread: UnreadLines? { nil }
}

extension Feature where Intent == Never {
  mutating func update(_ intent: Never, _ c: Context) -> [Act] {}
}

/// A feature with pages of its own above its first one.
protocol PagedFeature: Feature {
  /// What a page above the first is about.
  associatedtype Page: Hashable, Sendable
  /// The pages above the first, the one shown last.
  var pages: [Page] { get set }
}

extension PagedFeature {
  var depth: Int { pages.count + 1 }

  /// Goes to a page; where it is open already, back to it: the same page twice would make Back a riddle.
  mutating func open(_ page: Page) {
    if let known = pages.firstIndex(of: page) { pages.removeSubrange((known + 1)...) } else { pages.append(page) }
  }

  mutating func closePage(_ c: Context) -> [Act] {
    pages.removeLast()
    return []
  }
}

/// Lines that were typed and lie in no record yet: leaving keeps them as notes of tonight.
struct UnreadLines: Hashable, Sendable {
  /// The night they are about.
  let night: CivilDate
  /// What each is kept as.
  let notes: [String]
}

/// What was saved, and what it came from.
struct Saved {
  /// What it came from.
  let origin: Origin
  /// The entries, in the order in which they were asked for; of those that are kept beside the record and lie in several
  /// nights, the first.
  let entries: [EntryAddress]
}

/// What the text fields of a feature are.
protocol FeatureText {
  /// What the field shows and takes.
  func form(_ c: Context) -> TextForm

  /// What a typed text comes to.
  func read(_ text: String, _ c: Context) -> TextReading
}

/// What a typed text comes to.
indirect enum TextReading: Hashable, Sendable {
  /// It is done with, and this is wanted. What cannot be saved as things stand is refused instead, or the text would be gone.
  case intent(Intent)
  /// It is done with, and the field waits for the next; this is wanted of the feature it was opened from, which keeps what
  /// it cannot save.
  case takes(Intent)
  /// It is done with, and nothing is wanted.
  case over
  /// It stays in the field while this is asked about it.
  case asks(Act)
  /// Why it cannot be taken, in a sentence; it stays in the field. Enter once more comes to what is given, if
  /// anything is.
  case refused(String, onceMore: TextReading? = nil)

  /// What a typed time or date comes to: what is wanted of it. What can mean several things is asked about, and Enter once
  /// more takes the likeliest.
  static func asking<Value>(
    _ reading: TypedReading<Value>, _ want: (Value) throws(Refusal) -> Intent
  ) -> TextReading {
    switch reading {
    case .one(let value): return self.reading { () throws(Refusal) in try want(value) }
    case .refused(let refusal, _): return .refused(refusal.wholeSentence)
    case .several(let meanings, _):
      let likeliest = self.reading { () throws(Refusal) in try want(meanings[0].value) }
      return .refused(reading.question ?? "", onceMore: likeliest)
    }
  }

  /// What reading comes to: what is wanted, or the sentence of why not.
  static func reading(_ read: () throws(Refusal) -> Intent) -> TextReading {
    do throws(Refusal) {
      return .intent(try read())
    } catch {
      return .refused(error.wholeSentence)
    }
  }
}
