public import NightModel
internal import Text

/// The text fields of an entry.
extension EntryFeature {
  /// What is typed of an entry.
  public enum Text: FeatureText, Hashable, Sendable {
    /// One of its fields.
    case field(EntryAddress, NightModel.Field)
    /// The time at which it happened.
    case time(EntryAddress)

    /// The entry.
    private var target: EntryAddress {
      switch self {
      case .field(let target, _), .time(let target): target
      }
    }

    func form(_ c: Context) -> TextForm {
      let item = c.record.item(target)
      let words = item.map { "\(c.clock.words($0.at)) \($0.words(c.catalogue))" }
      var form: TextForm
      switch self {
      case .time:
        // A date, a time and an offset.
        form = TextForm(
          title: words ?? "When", label: "Time, as \(c.clock.example)",
          help: "Also 10 min ago. To another night: date and time, as yesterday \(c.clock.example).",
          limit: TextForm.momentLimit, spelled: .time)
        form.preview = { text in time(text, c).fact { c.words(of: $0.moment) } }
      case .field(_, let field):
        let label = field.label(for: item?.subject ?? .note)
        form = TextForm(title: words ?? label, label: label, help: field.example, limit: 4)
        switch field.rule {
        case .text(let limit):
          (form.limit, form.spelled) = (limit, field == .by ? .initials : field == .who ? .name : .text)
        case .number(let range):
          form.label += " (\(range.lowerBound)-\(range.upperBound))"
          form.spelled = .number(range, of: field)
        case .moment, .flag, .choice: break
        }
        form.standing = item.map { Self.standing(field, $0) } ?? ""
        if field == .note { form.unfinished = .note(on: target) }
      }
      form.nights = [target.night]
      return form
    }

    private static func standing(_ field: NightModel.Field, _ item: Item) -> String {
      if field == .by { return item.by ?? "" }
      switch item.details[field] {
      case .text(let text): return text
      case .number(let number): return "\(number)"
      case .moment, .flag, nil: return ""
      }
    }

    /// A time as typed: near the one that stands, where it can be.
    private func time(_ text: String, _ c: Context) -> TypedReading<TimeReader.Moment> {
      c.times.moment(text, in: target.night, near: c.record.item(target)?.at)
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      let item = c.record.standing(target)
      switch self {
      case .time:
        return .asking(time(text, c)) { .feature(.entry(.move($0.moment, remark: $0.remark))) }
      case .field(let target, let field):
        return .reading { () throws(Refusal) in
          let value = try FieldText.value(text, of: field) { text throws(Refusal) in
            throw .usage("\"\(text.forDisplay)\" cannot be typed here")
          }
          guard let item else {
            guard field == .note, let value else { throw .refused("that entry was taken back, so nothing was changed") }
            // A note whose entry was taken back meanwhile is a note of its own: what was typed is not lost with it.
            let note = Entry.Body.record(.note, Details([.note: value]))
            return .act(
              .save(
                [Draft(partition: .night(target.night), at: c.typing?.began ?? c.now, by: c.by, body: note)],
                .log(Log(.note))))
          }
          try EditRequest.check([field: value], of: item, in: .night(target.night), clock: c.clock)
          return .act(.amend(target, [field: value]))
        }
      }
    }
  }
}
