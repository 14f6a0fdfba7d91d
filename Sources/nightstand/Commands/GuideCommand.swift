import ArgumentParser
import NightModel
import NightReports
import Text

/// `nightstand guide`: the guide as plain text. It opens no record, so it can be read whatever state that is in.
struct GuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide",
    abstract: "Read the guide: short pages on nights with ALS, each with its sources.",
    discussion: """
      Without PAGE its contents. PAGE is a number, an id, or the beginning of an id. The numbers in brackets name the \
      sources at the foot of the page.
      """)

  @Argument(help: "The page.")
  var page: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("List the sentences that hold all of these words.", valueName: "words"))
  var search: [String] = []

  @Flag(help: "Show which part of Nightstand speaks of each topic of the article it grew from.")
  var coverage = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if [page != nil, !search.isEmpty, coverage].count(where: { $0 }) > 1 {
      throw ValidationError("Give a page, or --search and words, or --coverage.")
    }
  }

  func run() throws {
    try Failure.handled {
      if coverage { return print(try CoverageText.text()) }
      let guide = Guide.standard
      if !search.isEmpty {
        let words = search.joined(separator: " ")
        let found = guide.search(words)
        guard !found.isEmpty else {
          throw Refusal.refused(
            "no sentence of the guide holds \"\(words.forDisplay)\"; try fewer words, or part of one")
        }
        return print(GuideText.found(found))
      }
      guard let page else { return print(GuideText.contents(guide)) }
      print(GuideText.text(try guide.page(named: page), of: guide, catalogue: .standard))
    }
  }
}
