internal import CareLibrary
internal import Text

/// The guide: short pages about nights with ALS, in plain words. Every sentence names its sources.
public struct Guide: Hashable, Sendable {
  /// The pages, in the order they are read.
  public let pages: [GuidePage]
  /// The sentences as they are searched.
  let index: [Row]

  /// The guide that is compiled in. It would be empty if a page could not be read; a test reads every page.
  public static let standard = (try? Guide(files: GuideFile.embedded)) ?? Guide(pages: [])

  /// Reads the pages from their files.
  /// - Throws: `GuideError` naming the first file and line that cannot be read.
  public init(files: [GuideFile]) throws(GuideError) {
    var pages: [GuidePage] = []
    for file in files { pages.append(try GuideParser.page(file)) }
    self.init(pages: pages)
  }

  private init(pages: [GuidePage]) {
    self.pages = pages
    index = Self.index(of: pages)
  }

  /// The page of that id.
  public func page(_ id: String) -> GuidePage? { pages.first { $0.id == id } }

  /// The number of a page, from 1.
  public func number(of id: String) -> Int? { pages.firstIndex { $0.id == id }.map { $0 + 1 } }

  /// The page some pages after this one, going round at the ends.
  public func page(_ steps: Int, after id: String) -> GuidePage? {
    guard let index = pages.firstIndex(where: { $0.id == id }) else { return nil }
    let count = pages.count
    return pages[((index + steps) % count + count) % count]
  }

  /// The pages that explain a checklist item or a symptom.
  public func pages(usedIn id: String) -> [GuidePage] { pages.filter { $0.usedIn.contains(id) } }

  /// The page that somebody means by its id, its number, or the beginning of its id.
  /// - Throws: `Refusal` if no page is meant by it, or more than one.
  public func page(named name: String) throws(Refusal) -> GuidePage {
    let word = name.lowercased()
    if let number = Int(word), pages.indices.contains(number - 1) { return pages[number - 1] }
    if let page = page(word) { return page }
    let meant = word.isEmpty ? [] : pages.filter { $0.id.hasPrefix(word) }
    guard let page = meant.first else {
      throw .noGuidePage(name, among: pages)
    }
    guard meant.count == 1 else { throw .severalGuidePages(name, meant) }
    return page
  }
}

/// One page of the guide.
public struct GuidePage: Hashable, Sendable, Identifiable {
  /// Its id, for ever: the file's name without number and ending.
  public let id: String
  /// Its title.
  public let title: String
  /// The checklist items, symptoms and events it explains.
  public let usedIn: [String]
  /// Its text.
  public let blocks: [GuideBlock]

  /// Its sentences, in order.
  public var sentences: [GuideSentence] { blocks.flatMap(\.sentences) }

  /// The keys of its sources, each once, in the order they are met.
  public var sources: [String] { sentences.flatMap(\.sources).eachOnce }
}

/// A part of a page.
public enum GuideBlock: Hashable, Sendable {
  /// A heading.
  case heading(String)
  /// Sentences that belong together.
  case paragraph([GuideSentence])
  /// One point of a list.
  case bullet([GuideSentence])

  /// Its sentences; none in a heading.
  public var sentences: [GuideSentence] {
    switch self {
    case .heading: []
    case .paragraph(let sentences), .bullet(let sentences): sentences
    }
  }

  /// True if an empty line stands between it and what comes before it; never at the top of a page.
  public func needsSpace(after other: GuideBlock?) -> Bool {
    switch (other, self) {
    case (nil, .heading), (nil, .paragraph), (nil, .bullet): false
    case (.heading, .paragraph), (.heading, .bullet), (.bullet, .bullet), (.paragraph, .bullet): false
    case (.heading, .heading), (.paragraph, .heading), (.bullet, .heading): true
    case (.paragraph, .paragraph), (.bullet, .paragraph): true
    }
  }
}

/// One sentence, and the keys of what it rests on.
public struct GuideSentence: Hashable, Sendable {
  /// The sentence.
  public let text: String
  /// The keys of its sources, at least one.
  public let sources: [String]

  /// True for what no page that was read says: it is marked "to confirm with your team".
  public var isToConfirm: Bool { sources.contains("TEAM") || sources.contains("REVIEW") }

  /// The sentence with the light mark of what is to be confirmed.
  public var marked: String { isToConfirm ? text + Self.mark : text }
}
