import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `What Tonight asks` {
  private let robot = Robot(by: "MK")

  @Test func `the digit after a symptom is its grade`() {
    robot.press("g", "6")
    #expect(robot.written == ["Cramp 6"])
    robot.press("6")
    #expect(robot.screen.contains("Mask"), "digits pick again")
  }

  @Test func `no grade is asked where a scale means nothing, and the card is pointed to`() {
    robot.press("7", "3")
    #expect(robot.written == ["Choked"] && robot.scene.name == "tonight")
    #expect(robot.screen.contains("e: emergency card."))
  }

  @Test func `breathless lying flat is asked what was needed, and none is an answer`() {
    robot.press("7", "8")
    #expect(robot.scene.name == "question" && robot.screen.contains("What was needed?"))
    robot.press("2")
    #expect(robot.written == ["Breathless lying flat, sat up"] && robot.scene.name == "tonight")
    robot.press("7", "8", "4")
    #expect(robot.written.last == "Breathless lying flat: asked, none")
  }

  @Test func `hard to wake and confused take two digits, and handing over still three`() {
    robot.press("9")
    let items = robot.scene.list.items
    #expect(
      items.prefix(8).map(\.id) == [
        "medicine", "woke", "asleep", "drink", "toilet", "handover", "hard-to-wake", "confused",
      ])
    robot.press("7")
    #expect(robot.written == ["Hard to wake"] && robot.screen.contains("e: emergency card."))
    robot.press("9", "8")
    #expect(robot.written.last == "Confused" && robot.screen.contains("e: emergency card."))
  }

  @Test func `what has no grade can be said to have been asked about, on the page of its entry`() {
    robot.press("7", "3")
    robot.choose("Tonight's entries")
    robot.press("Enter")
    #expect(!robot.screen.contains("How bad"))
    robot.choose("Was it there")
    robot.choose("Asked: none")
    #expect(robot.written == ["Choked: asked, none"])
  }

  @Test func `what was there so many times is not said to have been asked about, nor the other way round`() {
    robot.press("7", "3")
    robot.choose("Tonight's entries")
    robot.press("Enter")
    func spoken() -> String { robot.screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }
    robot.choose("How many times")
    robot.choose("3 times")
    robot.choose("Was it there")
    robot.choose("Asked: none")
    #expect(robot.written == ["Choked, 3 times"])
    #expect(
      spoken().contains("cannot have been 3 times, so nothing was changed; make the one that is wrong blank first."))
    robot.choose("How many times")
    robot.choose("Leave it blank")
    robot.choose("Was it there")
    robot.choose("Asked: none")
    #expect(robot.written == ["Choked: asked, none"])
    robot.choose("How many times")
    robot.choose("2 times")
    #expect(robot.written == ["Choked: asked, none"] && spoken().contains("cannot have been 2 times"))
  }

  @Test func `1 then 0 asks whether it was ten, and 0 alone leaves it blank`() {
    robot.press("p", "1", "0")
    #expect(robot.written == ["Pain 1"] && robot.screen.contains("1 or 10?"))
    #expect(robot.focus == "Ten, worst imaginable", "who types 10 and Enter means ten")
    robot.press("Enter")
    #expect(robot.written == ["Pain 10"] && robot.scene.name == "tonight")
    robot.press("p", "1", "0", "2")
    #expect(robot.written == ["Pain 10", "Pain 10"] && robot.scene.name == "tonight")
    robot.press("p", "1", "0", "0")
    #expect(robot.written == ["Pain 10", "Pain 10", "Pain 1"] && robot.scene.name == "tonight")
    robot.press("p", "1", "0", "1", "0")
    #expect(robot.written.last == "Pain 1" && robot.scene.name == "leaving", "asked once")
    robot.press("Esc")
    robot.press("h", "0")
    let words = robot.screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("Left blank. Asked and none is 9, then 2."))
    #expect(robot.written.last == "Hard to breathe")
    #expect(robot.scene.name == "tonight")
  }

  @Test func `a 0 that does not follow at once goes back and changes no grade`() {
    robot.press("g", "1", "9", "0")
    #expect(robot.written == ["Cramp 1"])
    #expect(robot.scene.name == "tonight")
  }

  @Test func `9 goes on to nine, ten and none, with the same digits every time, and back to the first eight`() {
    for (digit, words) in [("9", "Cramp 9"), ("1", "Cramp 10"), ("2", "Cramp: asked, none")] {
      robot.press("g", "9", digit)
      #expect(robot.written.last == words && robot.scene.name == "tonight")
    }
    robot.press("g", "9")
    #expect(robot.screen.contains("How bad? 02:15 Cramp ──"), "it says of what it asks, on its second page too")
    robot.press("Esc", "8")
    #expect(robot.written.last == "Cramp 8")
    robot.press("g", "9", "0")
    #expect(robot.written.last == "Cramp" && robot.scene.name == "tonight" && robot.screen.contains("Left blank."))
  }

  @Test func `wherever a grade is given the same digits give it`() {
    for (digits, words) in [
      (["8"], "Cramp 8"), (["9", "9"], "Cramp 9"), (["9", "1"], "Cramp 10"), (["9", "2"], "Cramp: asked, none"),
      (["0"], "Cramp"), (["9", "0"], "Cramp"),
    ] {
      for way in ["question", "entry", "completing"] {
        let robot = Robot(by: "MK")
        robot.press("g")
        if way != "question" {
          robot.press("0")
          robot.choose("Tonight's entries")
          robot.choose(way == "entry" ? "02:15  Cramp · MK" : "To complete: 1")
          robot.choose(way == "entry" ? "How bad, 0 to 10" : "02:15  Cramp")
        }
        #expect(robot.scene.focusIndex == 0 && robot.scene.list[0].label == "Leave it blank", "\(way)")
        for digit in digits { robot.press(.character(Character(digit))) }
        #expect(robot.written == [words], "\(way) \(digits): \(robot.screen)")
      }
    }
  }

  @Test func `a grade that stands is left as it is first, and made blank behind the ninth`() {
    robot.press("g", "6")
    robot.choose("Tonight's entries")
    robot.press("Enter")
    robot.choose("How bad, 0 to 10")
    #expect(robot.focus == "Leave it as it is")
    robot.press("Enter")
    #expect(robot.written == ["Cramp 6"] && robot.scene.name == "entry")
    robot.choose("How bad, 0 to 10")
    robot.press("9", "3")
    #expect(robot.written == ["Cramp"] && robot.scene.name == "entry")
  }

  @Test func `a grade taken back is asked about again, and the next undo takes the entry`() {
    robot.press("g", "6", "u")
    #expect(robot.written == ["Cramp"] && robot.scene.name == "question", "\(robot.screen)")
    #expect(robot.screen.contains("How bad? 02:15 Cramp"))
    robot.press("9", "1")
    #expect(robot.written == ["Cramp 10"])
    robot.press("u", "u")
    #expect(robot.written.isEmpty && robot.scene.name == "tonight", "\(robot.screen)")
    robot.press("y", "y")
    #expect(robot.written == ["Cramp 10"] && robot.scene.name == "tonight", "a redo asks nothing")
    // Whatever else is taken back asks nothing.
    robot.press("t", "l", "u", "u")
    #expect(robot.scene.name == "tonight")
  }

  @Test func `a side or a kind taken back is asked for again, so that the right key corrects it`() {
    robot.press("t", "r", "u", "l")
    #expect(robot.written == ["turned left"], "\(robot.screen)")
    robot.press("s", "1", "u", "2")
    #expect(robot.written == ["turned left", "suction, thick"], "\(robot.screen)")
  }

  @Test func `a question can be passed over by writing the next thing`() {
    robot.press("g", "k")
    #expect(robot.written == ["Cramp", "let sleep"])
    #expect(robot.scene.name == "tonight")
  }

  @Test func `t writes the turn at once and its side when it is known`() {
    robot.press("t")
    #expect(robot.written == ["turned"])
    robot.press("l")
    #expect(robot.written == ["turned left"])
  }

  @Test func `after suction and a mask fix one more key says what it was`() {
    robot.press("s", "2", "f", "1")
    #expect(robot.written == ["suction, thick", "mask fixed, nudged"])
  }

  @Test func `a doubled Enter does not answer the question it opened`() {
    robot.press("8")
    robot.pace = 100
    robot.press("Enter", "Enter", "Enter")
    #expect(robot.written.isEmpty || robot.written == ["Cramp"])
    #expect(robot.items.allSatisfy { $0.details.number(.value) == nil })
  }

  @Test func `a digit that is held or doubled neither grades nor undoes what it opened`() {
    robot.press("8", "1")
    robot.pace = 40
    robot.press("1", "1", "1")
    #expect(robot.written == ["Cramp"])
  }
}
