internal import NightModel

/// The view that comes when nobody has pressed a key for some minutes.
extension App {
  /// Takes the screen when nobody has pressed a key for as long as the plan says.
  mutating func rest(uptime: Int64) -> [Effect] {
    // A large clock says nothing to who hears the screen, and changes every minute.
    if surface.isRead { return [] }
    let since = lastPress ?? uptime
    lastPress = since
    guard let minutes = record.plan.value(.glance).flatMap({ Int64($0) }), uptime - since >= minutes * 60_000,
      mayRest
    else { return [] }
    // Nothing of it would be seen.
    hand.scanning?.rest(at: uptime)
    return open(.glance)
  }

  /// When something is due on the screen without a key, in milliseconds of uptime; nil for nothing.
  var restDue: Int64? { [focusRestDue, screen.due(context)].compactMap(\.self).min() }

  /// When the focus has rested for a moment; nil where nothing is wanted then.
  private var focusRestDue: Int64? {
    needs.whenRested == nil || scanWay != nil ? nil : lastPress.map { $0 + Beside.rest }
  }

  /// Does what is due on the screen.
  mutating func rested(uptime: Int64) -> [Effect] {
    if let due = screen.due(context), uptime >= due { return change { $0.pass(uptime, $1) } }
    return needs.whenRested.map { act($0) } ?? []
  }

  /// False where something is asked, typed, not saved, or read in an emergency: that stays in sight.
  private var mayRest: Bool {
    guard notice == nil, unsaved.isEmpty, !record.plan.isClosed else { return false }
    if places.contains(where: { if case .text = $0.screen { true } else { false } }) { return false }
    return needs.mayRest
  }
}
