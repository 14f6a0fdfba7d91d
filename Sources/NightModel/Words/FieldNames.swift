/// What each field is called, in every form that is shown: one row a field.
extension Field {
  private struct Names {
    let question: String
    let label: String
    let inText: String
    let labels: [Subject: String]

    /// `labels` is what else it is called for some subjects.
    init(_ question: String, label: String? = nil, of labels: [Subject: String] = [:], inText: String = "") {
      (self.question, self.label, self.labels, self.inText) = (question, label ?? question, labels, inText)
    }
  }

  /// What is asked, in words of our own.
  public func question(of subject: Subject) -> String { names.question }

  /// What the field is called in a list.
  public func label(for subject: Subject) -> String {
    if self == .value, subject.isWithoutGrade { return "Was it there" }
    return names.labels[subject] ?? names.label
  }

  /// What the answer to a question of a page is called in a night as text, before its value.
  public var nameInText: String { names.inText }

  private var names: Names {
    switch self {
    case .intoBed: Names("Into bed", inText: "into bed")
    case .tried: Names("Began trying to sleep", inText: "tried to sleep")
    case .sol: Names("Minutes to fall asleep", inText: "min to fall asleep")
    case .wakings: Names("Times woken, final waking aside", label: "Times woken", inText: "times woken")
    case .waso: Names("Minutes awake in those", label: "Minutes awake", inText: "min awake")
    case .finalWake: Names("Final waking", inText: "final waking")
    case .tryAfter:
      Names("Minutes trying to sleep after it", label: "Minutes trying after it", inText: "min trying after it")
    case .outOfBed: Names("Out of bed for the day", inText: "out of bed")
    case .upBetween: Names("Minutes out of bed between sleeps", inText: "min out of bed between sleeps")
    case .place: Names("Where slept", label: "Where on the body", inText: "slept in")
    case .elsewhere: Names("Minutes slept elsewhere", inText: "min slept elsewhere")
    case .quality: Names("How well slept", label: "Quality, 1 to 5", inText: "quality 1-5")
    case .rested: Names("How rested on waking", label: "Rested, 1 to 5", inText: "rested 1-5")
    case .headache: Names("Headache on waking", label: "Headache", inText: "headache")
    case .naps: Names("Minutes of naps yesterday", label: "Minutes of naps", inText: "min of naps")
    case .slept: Names("Minutes slept", inText: "min slept")
    case .up: Names("Times up", inText: "times up")
    case .stretch:
      Names("Longest stretch of sleep", label: "Minutes of longest stretch", inText: "min longest stretch")
    case .wornOut: Names("How worn out, 0 to 10", label: "Worn out, 0 to 10", inText: "worn out 0-10")
    case .relief: Names("Relief needed this week", label: "Relief needed", inText: "relief needed")
    case .note:
      Names("In your own words", label: "Note", of: [.handover(.line): "For whoever comes"], inText: "note")
    case .source: Names("Who says so")
    case .at: Names(optionName, label: "When")
    case .by: Names(optionName, label: "Who wrote it")
    case .value: Names(optionName, label: "How bad, 0 to 10")
    case .minutes: Names(optionName, label: "How many minutes")
    case .times: Names(optionName, label: "How many times")
    case .side: Names(optionName, label: "Which side")
    case .what:
      Names(
        optionName, label: "What",
        of: [.event(.medicine): "Which medicine", .symptom("breathless-flat"): "What was needed"])
    case .helped: Names(optionName, label: "What helped")
    case .woke: Names(optionName, label: "Did it wake the person")
    case .state: Names(optionName, label: "How it stands")
    case .who: Names(optionName, label: "Who is expected, and when")
    case .asIs, .to: Names(optionName)
    }
  }
}
