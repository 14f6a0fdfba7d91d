internal import Text

/// A sign that the family put aside: until when, and why. It stays visible, and comes back by itself.
public struct SignAside: Hashable, Sendable {
  /// The last day it is put aside for.
  public let until: CivilDate
  /// Why, in the family's words.
  public let reason: String

  private static let gap = " · "

  /// A sign put aside.
  public init(until: CivilDate, reason: String) {
    (self.until, self.reason) = (until, reason)
  }

  /// Reads `2026-12-05 · told the clinic`, also with nothing but a space between; nil without a date or a reason.
  public init?(_ text: String) {
    guard let until = CivilDate(text.prefix(10)) else { return nil }
    var rest = text.dropFirst(10)
    guard rest.first == " " else { return nil }
    if rest.hasPrefix(Self.gap) { rest = rest.dropFirst(Self.gap.count) }
    let reason = rest.trimmingSpaces()
    guard !reason.isEmpty else { return nil }
    self.init(until: until, reason: reason)
  }

  /// As it is kept in the plan.
  public var text: String { "\(until)\(Self.gap)\(reason)" }
}

extension Plan {
  /// Why and until when a sign is put aside on a day; nil if it is not, or not any more.
  public func aside(_ sign: String, on day: CivilDate) -> SignAside? {
    value(.aside, sign).flatMap(SignAside.init).flatMap { $0.until >= day ? $0 : nil }
  }
}
