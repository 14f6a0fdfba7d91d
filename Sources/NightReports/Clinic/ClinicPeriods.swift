internal import NightModel

/// The stretches of the span between one change and the next. What was before a mask and after it is never told as one.
struct ClinicPeriods: Sendable {
  /// The stretches, oldest first: one if nothing changed.
  let all: [Period]
  /// The last nights, told beside all of them; nil where a change lies among them, or where they are all.
  let recent: ClosedRange<CivilDate>?
  /// True if more changed than the span is cut at.
  let isCutShort: Bool

  /// One stretch.
  struct Period: Sendable {
    let nights: ClosedRange<CivilDate>
    /// What stands above its column, such as `from 24 Oct`; empty for the whole span.
    let name: String
  }

  /// Where the span is cut at the most: more columns fit on no sheet.
  private static let most = 2
  private static let machines: Set<String> = ["mask", "tracheostomy"]
  /// What the family picks for a mark that is about the mask.
  private static let ofMask: Set<String> = ["new mask", "machine settings"]

  /// The stretches of a span. Masks go before what else was marked, marks before other equipment, the newest first.
  init(_ request: ReportRequest, plan: Plan, catalogue: Catalogue) {
    let span = request.from...max(request.from, request.to)
    let marks = ChangeMark.all(in: plan, nights: span, catalogue: catalogue)
      .filter { $0.isTyped || $0.equipment != nil }
    var rank: [CivilDate: Int] = [:]
    for mark in marks {
      let isMask = mark.equipment.map(Self.machines.contains) ?? Self.ofMask.contains(mark.words)
      rank[mark.night] = min(rank[mark.night] ?? 2, isMask ? 0 : mark.isTyped ? 1 : 2)
    }
    let ranked = rank.sorted { ($0.value, $1.key) < ($1.value, $0.key) }
    let cuts = ranked.prefix(Self.most).map(\.key).sorted()
    // With still more masks the oldest nights are left out rather than told together with others.
    let start = ranked.dropFirst(Self.most).first { $0.value == 0 }?.key ?? span.lowerBound
    isCutShort = ranked.count > Self.most
    let starts = [start] + cuts
    let named = start == span.lowerBound ? cuts : starts
    // Two that begin in the same month are told by their days.
    let isByMonth = Set(named.map { NightWords.shortDay($0, among: request.nightCount) }).count == named.count
    func day(_ night: CivilDate) -> String {
      if isByMonth { return NightWords.shortDay(night, among: request.nightCount) }
      let isOneYear = named.first?.components.year == named.last?.components.year
      return isOneYear ? NightWords.dayAndMonth(night) : NightWords.dayAndYear(night)
    }
    all = starts.enumerated().map { index, night in
      let end = index + 1 < starts.count ? starts[index + 1].adding(days: -1) : span.upperBound
      let isFirst = index == 0 && start == span.lowerBound
      let name = cuts.isEmpty ? "" : isFirst ? "before" : "from \(day(night))"
      return Period(nights: night...max(night, end), name: name)
    }
    recent = request.recent.flatMap { recent in
      cuts.contains { $0 > recent.lowerBound } ? nil : recent
    }
  }

  /// True if anything changed.
  var isSplit: Bool { all.count > 1 }
  /// Where one stretch ends and the next begins.
  var cuts: [CivilDate] { all.dropFirst().map(\.nights.lowerBound) }
}
