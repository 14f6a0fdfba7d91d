import Glibc
import NightModel
import Text

/// Somebody in front of the built program on a real terminal, who waits for each key to be answered and looks where the
/// cursor is after it.
package final class Person {
  /// The terminal.
  package let terminal: RealTerminal
  private let focusLog: String
  private var frames = 0
  private static let clock = ContinuousClock()
  /// The last key and when it was pressed.
  private var last = (key: "", time: clock.now)
  /// Places where the cursor was not on what has the focus.
  package private(set) var strayed: [String] = []

  /// Where the focus was after a key.
  package struct Focus: Equatable {
    /// The screen.
    package let screen: String
    /// The item's label.
    package let label: String
    /// Where its first cell is.
    package let position: Position

    /// A row and a column.
    package struct Position: Equatable {
      package let row: Int
      package let column: Int
    }
  }

  private init(_ terminal: RealTerminal, focusLog: String) {
    self.terminal = terminal
    self.focusLog = focusLog
  }

  /// Starts the program for somebody.
  package static func sits<Result>(
    at program: Program, columns: Int = 80, rows: Int = 24, term: String = "tmux-256color",
    environment: [String: String] = [:], time: String = "2026-11-23T02:15",
    asksFirst: Bool = false, under wrapper: [String] = [], _ arguments: [String] = [],
    _ body: (Person) throws -> Result
  ) throws -> Result {
    let log = program.folder + "/focus-\(Int.random(in: 0...999_999))"
    let words = ["--focus-log", log, "--at", time] + arguments
    return try program.runInTerminal(
      columns: columns, rows: rows, term: term, environment: environment, asksFirst: asksFirst, under: wrapper,
      words
    ) { terminal in
      let person = Person(terminal, focusLog: log)
      try person.waitForFrame()
      return try body(person)
    }
  }

  /// The last place of the focus.
  package var focus: Focus {
    guard let line = Spawn.readBytes(focusLog).split(separator: UInt8(ascii: "\n")).last, let json = JSON(line) else {
      return Focus(screen: "", label: "", position: .init(row: -1, column: -1))
    }
    return Focus(
      screen: json["screen"]?.text ?? "", label: json["label"]?.text ?? "",
      position: .init(row: json["row"]?.integer ?? -1, column: json["column"]?.integer ?? -1))
  }

  /// Presses keys, each when the one before was answered. Letters so fast after each other are a text to Tonight, so a key
  /// that changes nothing there comes between two.
  package func press(_ keys: String...) throws {
    for key in keys {
      if Self.isLetter(key), Self.isLetter(last.key), ["tonight", "question"].contains(focus.screen) {
        try terminal.send("PageUp")
        try waitForFrame()
      }
      // Nobody lets a key go and presses it again sooner, and the program would take it for a bounce.
      while key == last.key, Self.clock.now - last.time < .milliseconds(160) { usleep(5_000) }
      frames = framesWritten
      try terminal.send(key)
      try waitForFrame()
      // Counted from the answer: a slow machine reads a key later than it was sent.
      last = (key, Self.clock.now)
    }
  }

  private static func isLetter(_ key: String) -> Bool { key.count == 1 && key.first?.isLetter == true }

  /// Goes back to Tonight.
  package func goHome() throws {
    for _ in 0..<12 where focus.screen != "tonight" { try press("Esc") }
  }

  /// Goes to the line after. Two keys take turns, because one pressed so fast would count as held.
  private func goDown(_ step: Int) throws { try press(step % 2 == 0 ? "Down" : "Tab") }

  /// Types text, and waits for each character.
  package func type(_ text: String) throws {
    // Whoever opened a field by a letter sees it before they type; sooner it would all be a text to Tonight.
    while Self.isLetter(last.key), Self.clock.now - last.time < .milliseconds(450) { usleep(5_000) }
    for character in text {
      frames = framesWritten
      try terminal.type(String(character))
      try waitForFrame()
    }
  }

  /// Moves down to a line and chooses it.
  package func choose(_ label: String) throws {
    // Another key in between, or the second Enter would count as the first one held.
    if focus.label == label { try press("Down", "Up") }
    let (start, isTonight) = (focus.label, focus.screen == "tonight")
    for step in 0..<100 where focus.label != label {
      if step > 0, isTonight, focus.screen == "tonight", focus.label == start { try press("9") }
      try goDown(step)
    }
    guard focus.label == label else {
      throw RealTerminal.Failure(description: "no line is called \(label)\n\(try terminal.screen)")
    }
    try press("Enter")
  }

  /// Moves down through the whole list.
  /// - Returns: the labels of all lines.
  package func walk() throws -> [String] {
    var labels: [String] = []
    while labels.first != focus.label || labels.count < 2, labels.count < 200 {
      labels.append(focus.label)
      try goDown(labels.count)
    }
    return labels
  }

  private var framesWritten: Int { Spawn.readBytes(focusLog).count { $0 == UInt8(ascii: "\n") } }

  private func waitForFrame() throws {
    let known = frames
    try terminal.wait(
      for: "an answer to the key",
      untilTrue: {
        frames = framesWritten
        return frames > known
      })
    let wanted = focus
    do {
      try terminal.wait(
        for: "the cursor on \(wanted)",
        untilTrue: {
          let cursor = try terminal.cursor
          return cursor.row == wanted.position.row && cursor.column == wanted.position.column
        })
    } catch {
      strayed.append("\(wanted), but the cursor is at \(try terminal.cursor)")
    }
  }
}
