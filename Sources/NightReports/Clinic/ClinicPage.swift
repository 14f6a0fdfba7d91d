internal import Text

/// The content of the page for the clinic, before it is laid out as text or HTML.
struct ClinicPage {
  /// Whose nights, if names are wanted.
  var title: String
  /// Who the person is to a clinic, a line each: diagnosis, clinic, machines.
  var identity: [String] = []
  /// The span and how much of it is recorded.
  var span: String
  /// Remarks about the whole record, to be read first.
  var remarks: [String] = []
  /// Everything else, in the order it is read.
  var parts: [Part] = []
  /// How the figures came about, and what they are not.
  var method: [String] = []

  /// A heading with what stands under it.
  struct Part {
    var heading: String
    var blocks: [TextBlock] = []
    /// Figures by night, of a part that has nothing else.
    var charts: [NightChart] = []
    /// True if it needs the whole width of a sheet.
    var isWide = false
  }
}
