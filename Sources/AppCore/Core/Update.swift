internal import CellUI
internal import NightModel
internal import Text

/// The answers of the program: what each event, intent and reply changes, and what the world has to do for it.
extension App {
  /// Answers what happened: changes the program, and says what the world has to do.
  public mutating func update(_ event: Event) -> [Effect] {
    let asked = questionOnTonight
    heed(event)
    let effects = answer(event)
    if openField(), case .key(let key, _, _, _) = event { openingKey = key }
    askWhoWrites()
    heedQuestion(after: asked)
    compute()
    return effects
  }

  /// Takes in what came of an effect.
  public mutating func update(_ reply: Reply) -> [Effect] {
    if let step = reply.takenBackBy { noteTakenBack(by: step) }
    let asked = questionOnTonight
    let effects = take(reply)
    openField()
    // What was just taken back stands here until it was read anew.
    if !reply.isStep { askWhoWrites() }
    if case .save = reply { heedQuestion(after: asked) }
    compute()
    return effects
  }

  private mutating func answer(_ event: Event) -> [Effect] {
    switch event {
    case .start: return [.load([.plan])]
    case .key(let key, var shown, let uptime, let clock):
      isAwake = true
      guard let key = meaning(of: key, &shown) else {
        heedNoPress()
        return setClock(clock)
      }
      let effects = setClock(clock) + pressed(key, shown, uptime: uptime)
      return isAskingForRecord ? effects + [reload] : effects
    case .clock(let clock): return setClock(clock)
    case .minute:
      clockNews?.wasShown = true
      // A grade that a 0 would change is not left waiting for hours.
      tenPossible = nil
      nextUndo = .unknown
      isAwake = true
      record.wantsWholeFindings = true
      record.forgetUnreadRows()
      return [reload]
    case .rest(let uptime): return rest(uptime: uptime)
    case .scan(let shown, let uptime, let clock): return setClock(clock) + scanned(shown, uptime: uptime)
    case .rested(let uptime): return rested(uptime: uptime)
    case .filesChanged:
      clockNews?.wasShown = true
      nextUndo = .unknown
      record.forgetDoses()
      record.wantsWholeFindings = true
      return [reload]
    case .surface(let surface):
      self.surface = surface
      return []
    case .work: return goOnWithWork()
    case .chosen(let intent): return act(intent)
    case .typed(let text): return finish(text)
    case .ended: return leave()
    }
  }

  private mutating func take(_ reply: Reply) -> [Effect] {
    switch reply {
    case .loaded(let loaded): return take(loaded)
    case .rows(let run):
      record.add(rows: record.figures(of: run), unread: run.unread)
      // What few nights come to is there at once.
      switch work {
      case .needed(.trends(let request)), .ahead(.trends(let request)): _ = record.goOn(with: .trends(request))
      case .needed, .ahead, .recordFindings, nil: break
      }
      return []
    case .progress(let progress):
      record.progress = progress
      return []
    case .report(.read(let request), .page(let page)):
      record.keep(report: (request, page))
      return []
    case .report(.read(let request), .refused(let sentence)):
      record.keep(report: (request, [.paragraph(sentence)]))
      return say(sentence)
    case .report(_, let outcome): return act(.feature(FeatureIntent(outcome)))
    case .found(let query, let outcome):
      record.found = FoundEntries(query, outcome)
      if place.focus == nil { place.focus = screen.firstFocus(context) }
      return []
    case .extent(let extent):
      record.extent = extent ?? RecordExtent(tonight)
      return []
    case .findings(let findings):
      record.keep(findings: findings)
      return []
    case .doses(let question, let known):
      record.add(doses: known, for: question)
      return []
    case .save(.saved(let entries, let partitions), let origin, let read):
      hand.noteSave()
      return saved(entries, partitions, origin, read)
    case .save(.notSaved(let outcome), let origin, _): return notSaved(outcome, origin)
    case .undo(.done(let words), _):
      answeredBeforeUndo = statusToKeep.isEmpty ? answered : []
      return stepped(words, nothing: "There is nothing to take back; nothing was changed.")
    case .redo(.done(let words)): return stepped(words, nothing: "There is nothing to bring back; nothing was changed.")
    case .undo(.notSaved(let outcome), _), .redo(.notSaved(let outcome)):
      _ = statusToKeep.popLast()
      return notSaved(outcome, nil)
    case .nextUndo(let preview):
      nextUndo = .known(preview)
      return []
    case .keptSwitches(let isKept):
      return isKept ? [] : say("The switch could not be kept on this machine; it holds until you leave.")
    case .asksBeforeUndo(let preview):
      _ = statusToKeep.popLast()
      return open(.undoing(preview))
    case .goOn(let intent): return act(intent)
    case .over:
      isOver = true
      return []
    }
  }

  /// Answers what a person wants. `shown` is what was seen when it was asked for; nil where that is told in lines.
  mutating func act(_ intent: Intent, _ shown: Shown? = nil) -> [Effect] {
    switch intent {
    case .act(let act): self.act(act, shown)
    case .feature(let intent): change { screen, context in screen.update(intent, context) ?? [] }
    }
  }

  /// Answers what can be asked for anywhere.
  mutating func act(_ act: Act, _ shown: Shown? = nil) -> [Effect] {
    switch act {
    case .open(let route): return open(route)
    case .find(let route, let focus):
      let effects = open(route)
      place.focus = focus
      return effects
    case .after(let rows, let intent): return [.loadRows(rows), .goOn(intent)]
    case .report(let job): return [.report(job)]
    case .save(let drafts, let origin): return drafts.isEmpty ? [] : [.save(drafts, origin)]
    case .turn(let route):
      let focus = place.focus
      leaveLevel()
      places.append(Place(kept[route] ?? Screen(route, context), focus: focus, route: route))
      record.keepNights(shownNights)
      return []
    case .back: return goBack()
    case .home:
      goHome()
      return []
    case .focus(let id):
      place.focus = id
      return []
    case .readOn: return readOn(shown)
    case .read(let fact):
      place.reading = ReadingPosition(fact: fact)
      return []
    case .zoom:
      showsHoursInBed.toggle()
      return []
    case .command(let command): return perform(command)
    case .scan: return []
    case .leave: return leave()
    case .type(let purpose): return beginTyping(purpose)
    case .typeAnew(let key, let text):
      begin(key, text)
      return beginTyping(key)
    case .begin(let key, let text):
      begin(key, text)
      begun[key]?.isDraft = true
      return []
    case .finishWith(let intent):
      return take(intent)
    case .resumeTyping:
      setTyping(true)
      return []
    case .spell(let step): return spell(step)
    case .emptyText: return emptyText()
    case .finishText: return finishText()
    case .log(let log): return write(log)
    case .note: return beginNote()
    case .check(let item, let state): return check(item, state)
    case .amend(let target, let changes): return amend(target, changes)
    case .retract(let target): return retract(target)
    case .set(let setting, let value): return set(setting, value)
    case .offerTen(let target):
      tenPossible = target
      return []
    case .tell(let target, let tail):
      status = .saved(target, tail: tail)
      return record.nights[target.night] == nil ? [.load([.night(target.night)])] : []
    case .all(let acts): return acts.flatMap { self.act($0, shown) }
    case .closeText(let key): return closeText(key)
    case .setSource(let source):
      saysSo = source
      return []
    case .beginNew: return beginNew()
    case .undo: return undo()
    case .undoAnyway: return [.undoAnyway]
    case .redo: return [.redo]
    case .goBackTo(let before): return goBack(to: before)
    case .press(let keys): return press(keys)
    case .say(let sentence): return say(sentence)
    case .bind(let which, let key):
      switchKeys[which] = key
      return [.keepSwitches(switchKeys)]
    }
  }

  mutating func take(_ loaded: [LoadedPartition]) -> [Effect] {
    let writer = by
    record.load(loaded)
    heedHandovers()
    // On whose word was said by whoever wrote before.
    if by != writer { saysSo = nil }
    askAgain()
    if hasBegun, isAskingForRecord, !record.isMissing { return goOnWithRecord() }
    if loaded.contains(where: { $0.partition == .plan }), record.nights[tonight] == nil || !hasBegun {
      begin()
      return [.load([.night(tonight.adding(days: -1)), .night(tonight)])]
    }
    // That is no news: the cursor stays where it is.
    let heard = heard
    defer { self.heard = heard }
    // What was said of an entry stays said, also when its night is no longer at hand.
    switch status {
    case .entry(let target, let lead, let tail) where record.item(target) != nil:
      status = .sentence(words(target, doneLead(lead), tail))
    case .saved(let target, let tail) where record.item(target) != nil:
      status = .told(String(words(target, "", tail).dropFirst()))
    case .sentence, .written, .saved, .told, .entry: break
    }
    return []
  }

  /// Says something in the status line, and nothing else.
  mutating func say(_ sentence: String) -> [Effect] {
    status = .sentence(sentence)
    return []
  }
}
