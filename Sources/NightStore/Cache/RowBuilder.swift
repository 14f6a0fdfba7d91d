public import NightModel

/// Making rows of all nights a little at a time, between the keys somebody presses.
extension Store {
  /// Goes on making the rows of all nights, newest first; begins anew after it was complete. `goesOn` is asked after
  /// every step, each well under two milliseconds; false to stop for now.
  public func prepareRows(while goesOn: () -> Bool) -> RowProgress {
    rows.build(while: goesOn)
  }
}

/// Makes the rows of all nights, newest first, a step at a time.
final class RowBuilder {
  private let scan: NightScan
  /// The years still to be counted.
  private var years: [String]
  private var nights: [CivilDate] = []
  private var done = 0
  private var isWritten = false

  init(_ store: Store) {
    scan = NightScan(store)
    years = Array(scan.years().reversed())
  }

  var progress: RowProgress { .init(done: done, total: nights.count, isComplete: isWritten) }

  /// One step: a year is counted, some nights are looked at, or a year of what was made is written.
  func step() {
    if let year = years.popLast() {
      nights += scan.nights(of: year)
      return
    }
    guard done < nights.count else {
      isWritten = !scan.keepOne()
      return
    }
    // A night that is known costs a look at its files, one that is not is read.
    var missing: [CivilDate] = []
    for night in nights[done...].prefix(16) {
      if scan.kept(night) == nil { missing.append(night) }
      done += 1
      if missing.count == 4 { break }
    }
    if !missing.isEmpty { _ = scan.read(missing) { _ in } }
  }
}
