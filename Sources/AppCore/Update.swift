internal import CellUI
internal import NightModel

/// The answers of the program: what each action changes, and what the world has to do for it.
extension App {
  /// Answers an action: changes the program, and says what the world has to do. The only place where either happens.
  public mutating func update(_ action: Action) -> [Effect] {
    let effects = answer(action)
    watchForSigns()
    workOutDigest()
    return effects
  }

  private mutating func answer(_ action: Action) -> [Effect] {
    switch action {
    case .start: return [.load([.plan])]
    case .press(let key, let uptime):
      watching.isAwake = true
      let effects = pressed(key, uptime: uptime)
      return isAskingForRecord ? effects + [reload] : effects
    case .clock(let moment, let uptime): return setClock(moment, uptime: uptime)
    case .tick:
      clockNews?.wasShown = true
      // A grade that a 0 would change is not left waiting for hours.
      tenPossible = nil
      nextUndo = .unknown
      watching.isAwake = true
      record.wantsWholeFindings = true
      record.forgetUnreadRows()
      return [reload]
    case .rest(let uptime): return rest(uptime: uptime)
    case .stirred:
      clockNews?.wasShown = true
      dosing.isStale = true
      record.wantsWholeFindings = true
      return [reload]
    case .showing(let room):
      show(room)
      return missing()
    case .ended: return leave()
    case .over:
      isOver = true
      return []
    case .loaded(let loaded): return take(loaded)
    case .loadedRows(let figures, let unread):
      record.take(rows: figures, unread: unread)
      tally()
      return []
    case .reported(let outcome): return take(outcome)
    case .prepared(let progress): return take(progress)
    case .work: return goOnWithWork()
    case .found(let query, let outcome): return take(query, outcome)
    case .foundClockChange(let change):
      clockChange = change
      return []
    case .foundFindings(let findings):
      record.take(findings: findings)
      return []
    case .foundDoses(let question, let known):
      dosing.take(known, question)
      return []
    case .foundOldest(let date):
      record.oldest = date ?? tonight
      return missing()
    case .timesRead(let times, let readings): return take(times, readings)
    case .saved(let entries, let partitions, let origin): return saved(entries, partitions, origin)
    case .notSaved(let outcome): return notSaved(outcome)
    case .stepped(let command, let words): return stepped(command, words)
    case .nextUndo(let preview):
      nextUndo = .known(preview)
      return []
    case .asksBeforeUndo(let preview): return open(.undoing(preview))
    case .paperRead(let sheet, let night, let use): return take(sheet, of: night, use)
    default: return act(action)
    }
  }

  /// Answers what a person wants done.
  mutating func act(_ action: Action) -> [Effect] {
    switch action {
    case .log(let log): return write(log)
    case .medicine(let name): return write(Log(.event(.medicine), [.what: .text(name)]))
    case .check(let item, let state): return check(item, state)
    case .amend(let target, let changes): return amend(target, changes)
    case .answer(let question, let values): return answer(question, values)
    case .leaveOpen: return leaveOpen()
    case .retract(let target): return retract(target)
    case .shift(let minutes):
      guard let lastEntry else { return say("Nothing was written yet tonight that could be moved.") }
      return shift(lastEntry, minutes, asks: false)
    case .shiftEntry(let target, let minutes): return shift(target, minutes)
    case .moveEntry(let target, let moment, let remark): return move(target, to: moment, remark: remark)
    case .moveAnyway(let target, let moment): return moveAnyway(target, to: moment)
    case .become(let target, let log): return become(target, log)
    case .endInterval(let target, let moment, let remark): return end(target, at: moment, remark: remark)
    case .acceptAsIs(let target): return accept([target])
    case .acceptAll(let date): return accept(acceptable(date))
    case .bringBack(let target): return bringBack(target)
    case .undoAnyway:
      if case .undoing = screen { places.removeLast() }
      return [.undoAnyway]
    case .say(let sentence): return say(sentence)
    case .note: return beginNote()
    case .open(let screen): return open(screen)
    case .turnTo(let date):
      place = Place(.night(date), focus: place.focus)
      record.keepNights(shownNights)
      return missing()
    case .find(let screen, let focus): return find(focus, on: screen)
    case .readPage(let id, let block): return readPage(id, block: block)
    case .readOn: return readOn()
    case .lookFor(let words): return looked(for: words)
    case .narrow(let query): return narrow(to: query)
    case .type(let purpose): return beginTyping(purpose)
    case .resumeTyping:
      setTyping(true)
      return []
    case .typed(let text): return finish(text)
    case .finishText: return finishText()
    case .focus(let id):
      place.focus = id
      return missing()
    case .ask(let question): return ask(question)
    case .walk(let night, let subject): return walk(night, subject)
    case .stepQuestion(let question, let steps): return step(from: question, by: steps)
    case .answerPage(let question, let values, let isSure): return answer(question, values, isSure: isSure)
    case .readTimes(let times): return [.readTimes(times)]
    case .confirmProposals(let date): return confirmProposals(date)
    case .setSource(let source):
      saysSo = source
      return goBack()
    case .writeAs(let initials):
      becomeWriter(initials)
      places = backAtTonight()
      return say("From now on \(initials) writes.")
    case .set(let key, let value): return set(key, value)
    case .chooseVersions(let imported): return choose(imported: imported)
    case .restNotNeeded(let list): return answerRest(list)
    case .moveItem(let item, let steps): return moveItem(item, by: steps)
    case .removeMember(let page, let name): return removeMember(page, name)
    case .endWelcome: return endWelcome()
    case .beginNew: return beginNew()
    case .mend(let night, let number): return mend(number, of: night)
    case .keepAsNote(let night, let number): return keepAsNote(number, of: night)
    case .handOver(let kind, let initials): return handOver(kind, by: initials)
    case .look(let span): return look(at: span)
    case .zoom:
      trending.showsHoursInBed.toggle()
      return []
    case .report(let change): return self.change(change)
    case .makeReport(let job): return [.report(job)]
    case .command(let command):
      let effects = screen == .help ? goBack() : []
      return effects + perform(command)
    case .back: return goBack()
    case .undo: return undo()
    case .redo: return [.redo]
    case .quit: return leave()
    default: return []
    }
  }

  private mutating func take(_ loaded: [Loaded]) -> [Effect] {
    record.take(loaded, now: now)
    if hasBegun, isAskingForRecord, !record.isMissing { return goOnWithRecord() }
    if loaded.contains(where: { $0.partition == .plan }), record.nights[tonight] == nil || !hasBegun {
      begin()
      return [
        .load([.night(tonight.adding(days: -1)), .night(tonight)]), .findClockChange(tonight, record.plan.nightRule),
      ]
    }
    // What was said of an entry stays said, also when its night is no longer at hand.
    switch status {
    case .entry(let target, let lead, let tail) where record.item(target) != nil:
      status = .sentence(words(target, doneLead(lead), tail))
    case .saved(let target, let tail) where record.item(target) != nil:
      status = .told(String(words(target, "", tail).dropFirst()))
    case .sentence, .written, .saved, .told, .entry: break
    }
    if case .found = screen { record.keepNights(shownNights) }
    if let date = shownFigures { record.makeRow(of: date) }
    return []
  }

  /// The night whose figures the screen shows.
  private var shownFigures: CivilDate? {
    switch screen {
    case .night(let date), .morning(let date), .figures(let date), .figure(let date, _): date
    default: nil
    }
  }

  /// What the screen shows and was not read yet.
  mutating func missing() -> [Effect] {
    switch screen {
    case .pastNights:
      guard record.oldest != nil else { return [.findOldest] }
      if let narrowing {
        let effects = missing(for: narrowing)
        if !effects.isEmpty { return effects }
      }
      return loadRows(rowsInSight)
    case .morning(let date), .carerNight(let date), .figures(let date), .figure(let date, _):
      let wanted = morningNights(date).filter { record.nights[$0] == nil }
      return load(Set(wanted)) + (wanted.isEmpty ? rowOf(date) : [])
    case .found(let query): return missing(for: query)
    case .night(let date):
      let wanted = (-1...1).map { date.adding(days: $0) }.filter { record.nights[$0] == nil }
      return load(Set(wanted)) + (wanted.isEmpty ? rowOf(date) : [])
    case .toComplete(let date), .takenBack(let date):
      return load(unread([date, date.adding(days: 1)])) + rowOf(date)
    case .entry(let target), .completing(let target), .history(let target):
      return load(unread([target.night, target.night.adding(days: 1)])) + rowOf(target.night)
    case .tonight where isOnUndo && nextUndo == .unknown: return [.previewUndo]
    case .trends, .chart, .changes, .compare, .nextDay:
      return record.oldest == nil ? [.findOldest] : []
    case .signs, .foundSign: return missingForSigns()
    case .reportPage: return reporting.page == nil ? [.report(.read(reportRequest))] : []
    case .text(let entry): return load(unread(entry.purpose.nights))
    case .paper(let night): return record.nights[night] == nil ? load([night]) : []
    case .checkItem:
      return load(Set(historyNights.filter { record.nights[$0] == nil }))
    default: return []
    }
  }

  /// Makes the row of a night that is at hand; asks for it if it needs nights that are not.
  private mutating func rowOf(_ date: CivilDate) -> [Effect] {
    record.makeRow(of: date)
    return record.nights[date] == nil ? [] : loadRows([date])
  }

  /// Asks for the rows of nights that have none yet.
  func loadRows(_ dates: [CivilDate]) -> [Effect] { missingRows(dates).map { [.loadRows($0)] } ?? [] }

  /// Asks for the newest of them, as many as there is time for between two keys.
  func loadNewestRows(_ dates: [CivilDate]) -> [Effect] { missingRows(dates).map { [.loadNewestRows($0)] } ?? [] }

  private func missingRows(_ dates: [CivilDate]) -> ClosedRange<CivilDate>? {
    let wanted = dates.filter { record.rows[$0] == nil }
    guard let first = wanted.min(), let last = wanted.max() else { return nil }
    return first...last
  }

  private func unread(_ dates: [CivilDate]) -> Set<CivilDate> { Set(dates.filter { record.nights[$0] == nil }) }

  func load(_ dates: Set<CivilDate>) -> [Effect] {
    dates.isEmpty ? [] : [.load(dates.sorted().map { .night($0) })]
  }

  /// Says something in the status line, and nothing else.
  mutating func say(_ sentence: String) -> [Effect] {
    status = .sentence(sentence)
    return []
  }
}
