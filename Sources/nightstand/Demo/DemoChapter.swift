import NightModel

/// How far the made-up story has come on a night. It is counted back from the last night, so that a longer history ends
/// with the same nights: nights get harder over two years and faster over the last sixty, headaches come, a mask is begun.
struct DemoChapter {
  /// Nights until the last one, which has 0.
  let age: Int

  /// The ages on which something begins.
  static let helperFrom = 47
  static let medicineFrom = 40
  static let maskFrom = 29
  static let suctionFrom = 22
  /// Nights of which nobody wrote anything.
  static let gaps: Set<Int> = [44, 33, 12]
  /// The night whose mask nobody noted as taken off.
  static let openMask = 9
  /// The night on which the person choked, once.
  static let choking = 5
  /// The night of a power cut.
  static let powerCut = 16

  /// How hard the nights are, 0 to 8.
  var strain: Int { age > 60 ? max(0, 4 - (age - 60) / 160) : 4 + (60 - age) / 15 }

  /// How hard breathing is at night, 0 to 6: more and more until the mask, and easier once it is worn all night.
  var breathing: Int {
    guard hasMask else { return min(6, max(0, strain - 1 + (age < Self.helperFrom ? 2 : 0))) }
    return max(0, 5 - (Self.maskFrom - age) / 3)
  }

  /// On how many of a hundred nights lying flat is too hard: on more and more until the mask, on few once it is worn.
  var breathlessFlat: Int {
    guard hasMask else { return age > Self.helperFrom ? 0 : 30 + (Self.helperFrom - age) * 3 }
    return max(4, 75 - (Self.maskFrom - age) * 6)
  }

  /// True from the night the mask was begun.
  var hasMask: Bool { age <= Self.maskFrom }

  /// True once the mask is worn all night.
  var isUsedToMask: Bool { age <= Self.maskFrom - 6 }

  /// True from the night the suction machine came.
  var hasSuction: Bool { age <= Self.suctionFrom }

  /// True from the night the evening medicine was begun.
  var hasMedicine: Bool { age <= Self.medicineFrom }

  /// What stands from the beginning.
  static let settings = [
    (Setting(.person), DemoHistory.person), (Setting(.equipment, "cough-assist"), "in-use"),
    (Setting(.equipment, "adjustable-bed"), "in-use"),
    (Setting(.equipment, "overlay"), "in-use"), (Setting(.turnInterval), "180"),
    (Setting(.turnPositions), "left,back,right"),
    (Setting(.people, "AA"), "first made-up helper"), (Setting(.people, "BB"), "second made-up helper"),
    (Setting(.number, "clinic"), "555 0100"),
    (Setting(.number, "on-call"), "555 0101"), (Setting(.number, "emergency"), "555 0112"),
    (Setting(.cardDiagnosis), "ALS (made up)"), (Setting(.cardBirth), "1951-05-03"),
    (Setting(.cardAddress), "12 Example Lane, which does not exist"),
    (Setting(.cardAllergies), "none (made up)"), (Setting(.cardOxygen), "as on the clinic's sheet (made up)"),
    (Setting(.cardSwallowing), "soft food by mouth, no tube (made up)"),
    (Setting(.starterRoutine), "yes"), (Setting(.cardYes), "looks up"), (Setting(.cardNo), "shuts both eyes"),
    (Setting(.cardMaskOff), "cannot"),
    (Setting(.cardPaper), "in the red folder (made up)"),
    (Setting(.nightsPositions), "left side first, pillow between the knees"),
    (Setting(.nightsYesNo), "one question at a time; wait for the eyes"),
  ]

  /// What is set on the way: a change and, so that trends can show it, its mark.
  static let changes: [(age: Int, settings: [(setting: Setting, value: String)], mark: String?)] = [
    (helperFrom, [(Setting(.people, "CC"), "made-up night helper, writes on paper")], nil),
    (
      medicineFrom,
      [(Setting(.medicine, "Baclofen"), "as on its label (made up)"), (Setting(.medicineWhen, "Baclofen"), "evening")],
      "evening medicine begun"
    ),
    (maskFrom + 8, [(Setting(.equipmentStep, "mask"), "delivered")], nil),
    (maskFrom, [(Setting(.equipmentStep, "mask"), "in-use"), (Setting(.equipment, "mask"), "in-use")], "mask begun"),
    (suctionFrom, [(Setting(.equipment, "suction"), "in-use")], "suction machine"),
    (suctionFrom - 10, [(Setting(.turnInterval), "150")], nil),
  ]
}
