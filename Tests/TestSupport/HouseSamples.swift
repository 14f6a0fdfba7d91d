/// A house in which all that its page tells of is written.
package enum HouseSamples {
  /// The settings of its plan.
  package static let settings = [
    ("card.mask-off", "cannot"), ("nights.mask-off", "MK, TR"), ("nights.never", "never flat without the mask"),
    ("card.machine", "bi-level, settings sheet on the machine"), ("card.yes", "eyes up"), ("card.no", "eyes shut"),
    ("turn-line", "Say it first. Bell in his hand?"), ("nights.positions", "on the left to fall asleep; heels free"),
    ("medicine-when.Baclofen", "night"), ("medicine-gap.Baclofen", "8 hours"),
    ("nights.power", "battery 6 hours; torch in the drawer"), ("number.on-call", "555 0101"),
    ("number-order", "on-call,clinic"), ("nights.more", "The cat stays out."),
  ]
}
