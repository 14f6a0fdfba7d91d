internal import Text

/// A record that was here and is not: its disk is not mounted, or its folder was moved or removed.
public struct MissingRecord: Hashable, Sendable {
  /// Where it was.
  public let place: String
  /// Its id.
  public let store: String
  /// Where a record of that id is instead, if it was written to there from this machine.
  public let movedTo: String?
  /// Why its place cannot be reached; nil if the place is there to be looked at and the record is not in it.
  public internal(set) var reason: SystemError?

  /// Which record it is and that it is not there, in words that go on.
  public var words: String {
    "the record that was in \(place.forDisplay) "
      + (reason.map { "cannot be reached because \($0.words)" } ?? "is not there")
      + (movedTo.map { ", and one of the same id lies in \($0.forDisplay)" } ?? "")
  }

  /// What can be done about it, in words that go on.
  public var advice: String {
    movedTo == nil ? "mount its disk or put its folder back" : "open that folder or put it back"
  }
}
