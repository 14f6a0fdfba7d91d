/// Reads the answers of a page that a night has once: the morning diary or the caregiver's own night.
public enum PageRequest {
  /// Makes the body that records answers as typed: a first page, or an amendment of the one that is there.
  /// - Parameters:
  ///   - subject: the page.
  ///   - texts: the answers; an empty one makes the field blank again.
  ///   - night: the night as it stands.
  ///   - times: reads typed times.
  ///   - now: a remark says of a later time that it is still to come.
  /// - Returns: the body, the whole page with the answers in it, and remarks without a full stop.
  /// - Throws: `Refusal` if a value does not fit its field, if nothing was given, or if the diary would not add up.
  public static func body(
    _ subject: Subject, texts: [Field: String], night: Night, times: TimeReader, now: Instant
  ) throws(Refusal) -> (body: Entry.Body, page: Details, remarks: [String]) {
    guard !texts.isEmpty else { throw .emptyPage }
    var page = night.answers(on: subject)?.details ?? Details()
    var changes: Changes = [:]
    var remarks: [String] = []
    for (field, text) in texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      var remark: String?
      let value = try FieldText.value(text, of: field) { text throws(Refusal) in
        let reading = try times.moment(text, answering: field, in: night.date).settled(so: Refusal.nothingSaved)
        remark = reading.remark
        return reading.moment
      }
      if let remark { remarks.append(remark) }
      page[field] = value
      changes.updateValue(value, forKey: field)
    }
    if subject == .diary, let problem = DiaryContradictions.problem(in: page, of: night.date, by: now) {
      throw .contradiction(problem, times.clock, so: Refusal.nothingSaved, hint(problem.slip, times.clock))
    }
    if subject == .diary {
      for field in texts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        if let doubt = DiaryDoubt(about: field, in: page, of: night.date, by: now) {
          remarks.append(doubt.remark(times.clock, hint(doubt.slip, times.clock)))
        }
      }
    }
    return (night.body(setting: changes, on: subject), page, remarks)
  }

  /// What was probably meant, with how to say so: a time alone would be read as before.
  private static func hint(_ slip: DiarySlip?, _ clock: ClockStyle) -> String? {
    slip.map { $0.question(clock, spelled: "--\($0.field.optionName) ") }
  }
}
