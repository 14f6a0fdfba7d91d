public import NightModel
internal import Text

/// A family of settings that new members are typed for: initials, medicines, phone numbers, nights away, changes.
public enum PlanFamily: Hashable, Sendable {
  case people, medicine, number, away, mark

  var key: PlanKey {
    switch self {
    case .people: .people
    case .medicine: .medicine
    case .number: .number
    case .away: .away
    case .mark: .mark
    }
  }
}

/// What is typed for the plan: settings, new members of its pages, and items of one's own.
extension PlanFeature {
  /// What a text of the plan is for.
  public enum Text: FeatureText, Hashable, Sendable {
    /// A setting.
    case setting(Setting)
    /// A new member of a family of settings.
    case member(PlanFamily)
    /// An item of one's own, for a group.
    case ownItem(String)

    func form(_ c: Context) -> TextForm {
      switch self {
      case .setting(let setting): form(of: setting, c)
      case .member(let family): memberForm(family, c)
      case .ownItem(let group):
        TextForm(
          title: c.catalogue.groups.first { $0.id == group }?.label ?? group,
          label: "An item of your own, in a few words", help: "As it stands in the list, as: radio on low.", limit: 60,
          unfinished: .labelled("an item of your own"))
      }
    }

    private func form(of setting: Setting, _ c: Context) -> TextForm {
      let title = setting.title(c.catalogue)
      var form = TextForm(
        title: title, label: setting.kind.label, help: setting.kind.typingHelp, limit: setting.kind.rule.limit)
      switch setting.kind.rule {
      case .text: form.unfinished = .labelled(title)
      case .date:
        (form.spelled, form.label) = (.digits, "Date, as \(NightWords.dayAndYear(c.now.date))")
        form.limit = TextForm.dateLimit
        form.preview = { text in c.times.day(text, .either).fact(NightWords.fullDay) }
      case .birth:
        (form.spelled, form.limit) = (.digits, TextForm.dateLimit)
        form.preview = { text in c.times.birth(text).fact(NightWords.fullDay) }
      case .number, .milliseconds: form.spelled = .number(often: [])
      case .phone: form.spelled = .digits
      case .initials: form.spelled = .initials
      case .line, .choice, .list, .items, .step: break
      }
      if let value = c.plan.value(setting) {
        form.standing = value
        form.blank = SceneItem("blank", "Leave it blank", digit: 2, .set(setting, ""))
      }
      return form
    }

    private func memberForm(_ family: PlanFamily, _ c: Context) -> TextForm {
      switch family {
      case .people:
        TextForm(
          title: "Who helps at night", label: "Initials", help: "The letters they sign with, as MK.", limit: 12,
          spelled: .initials)
      case .away:
        TextForm(
          title: "A night away", label: "Date of its evening, as \(NightWords.dayAndMonth(c.tonight))",
          help: "Also tomorrow, or last Tuesday.", limit: 60, spelled: .digits,
          preview: { text in c.times.night(text, .either).fact(NightWords.night) })
      case .mark:
        TextForm(
          title: "Mark a change", label: "First night with it, as \(NightWords.dayAndMonth(c.tonight))",
          help: "Also yesterday, or last Tuesday. What changed is asked next.", limit: 60, spelled: .digits,
          doing: TextForm.goOn,
          preview: { text in c.times.night(text).fact(NightWords.night) })
      case .number:
        TextForm(
          title: "A phone number", label: "Whose it is", help: "A name, as: night nurse. The number is asked next.",
          limit: 60, doing: TextForm.goOn)
      case .medicine:
        TextForm(
          title: "A medicine", label: "Its name", help: "As on the label, as: Baclofen.", limit: 60, spelled: .name)
      }
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      do throws(Refusal) {
        switch self {
        case .setting(let setting):
          guard let form = PlanRequest.withUnit(text, for: setting) else { return try set(setting, text, c) }
          return .refused(PlanRequest.unitQuestion(text, nearest: form), onceMore: try set(setting, form, c))
        case .member(.mark):
          return .asking(c.times.night(text)) { .act(.type(.setting(.mark, "\($0)"))) }
        case .member(.away):
          return .asking(c.times.night(text, .either)) { night throws(Refusal) in
            let setting = Setting(.away, "\(night)")
            let value = c.plan.value(setting) ?? "away"
            _ = try c.set(setting, value)
            return .act(.set(setting, value))
          }
        case .member(let family): return try member(of: family, text, c)
        case .ownItem(let group): return try set(c.plan.settingForOwn(text, in: group), text, c)
        }
      } catch {
        return .refused(error.wholeSentence)
      }
    }

    /// Sets a setting, and then does something more; what is refused stays in the field.
    private func set(
      _ setting: Setting, _ value: String, then acts: [Act] = [], _ c: Context
    ) throws(Refusal) -> TextReading {
      _ = try c.set(setting, value)
      return .intent(.act(.all([.set(setting, value)] + acts)))
    }

    private func member(of family: PlanFamily, _ text: String, _ c: Context) throws(Refusal) -> TextReading {
      guard let (setting, name, value) = c.member(of: family.key, named: text) else {
        return .refused(Context.nothingTyped)
      }
      switch family {
      case .mark, .away, .number: return .intent(.act(.type(.setting(family.key, name))))
      case .people: return try set(setting, value, then: [.open(.planMember(.people, name))], c)
      case .medicine: return try set(setting, value, then: [.open(.planMember(.medicines, name))], c)
      }
    }
  }
}
