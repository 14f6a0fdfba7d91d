internal import CareLibrary
internal import Text

/// One file of the guide: `05-cramps-and-stiffness.md`.
public struct GuideFile: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]

  /// A file with its bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The files that are compiled in, in order.
  public static var embedded: [GuideFile] {
    (0..<care_page_count()).map { index in
      let page = care_page_at(index)
      return GuideFile(
        name: String(cString: page.name),
        bytes: Array(UnsafeBufferPointer(start: page.file.bytes, count: page.file.count)))
    }
  }
}

/// A page of the guide that cannot be read.
public struct GuideError: Error, Hashable, Sendable {
  /// The file's name.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong there.
  public let problem: Problem

  /// What can be wrong with a page.
  public enum Problem: Hashable, Sendable {
    /// The bytes are no UTF-8.
    case notUTF8
    /// The file's name is not `NN-id.md`.
    case fileName
    /// The first line is no `# Title`.
    case title
    /// The second line is no `Used in: ids`.
    case usedIn
    /// The third line is not empty.
    case notBlank
    /// A text has no keys of sources behind it.
    case noSources(String)
    /// A text before its sources is not one whole sentence.
    case notOneSentence(String)
    /// What stands in square brackets are no keys of sources.
    case sourceKeys(String)
  }
}

/// Reads a page: `# Title`, `Used in: ids`, an empty line, then headings (`## `), points (`- `) and paragraphs. Every
/// sentence is followed by the keys of its sources in square brackets.
enum GuideParser {
  static func page(_ file: GuideFile) throws(GuideError) -> GuidePage {
    var reader = Reader(file: file.name)
    guard let text = String(validating: file.bytes, as: UTF8.self) else { throw reader.error(.notUTF8) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let name = file.name.split(separator: "-", maxSplits: 1)
    guard name.count == 2, Int(name[0]) != nil, name[1].hasSuffix(".md") else {
      throw reader.error(.fileName)
    }
    guard let title = lines.first?.dropping("# ") else { throw reader.error(.title) }
    reader.line = 2
    guard lines.count > 2, let used = lines[1].dropping("Used in: ") else {
      throw reader.error(.usedIn)
    }
    reader.line = 3
    guard lines[2].isEmpty else { throw reader.error(.notBlank) }
    for (index, line) in lines.enumerated().dropFirst(3) {
      reader.line = index + 1
      try reader.take(line)
    }
    reader.endParagraph()
    return GuidePage(
      id: String(name[1].dropLast(3)), title: title, usedIn: used.split(separator: ",").map { $0.trimmingSpaces() },
      blocks: reader.blocks)
  }

  private struct Reader {
    let file: String
    var line = 1
    var blocks: [GuideBlock] = []
    var paragraph: [GuideSentence] = []

    init(file: String) { self.file = file }

    func error(_ problem: GuideError.Problem) -> GuideError { GuideError(file: file, line: line, problem: problem) }

    mutating func endParagraph() {
      if !paragraph.isEmpty { blocks.append(.paragraph(paragraph)) }
      paragraph = []
    }

    mutating func take(_ line: Substring) throws(GuideError) {
      if let heading = line.dropping("## ") {
        endParagraph()
        blocks.append(.heading(heading))
      } else if let point = line.dropping("- ") {
        endParagraph()
        blocks.append(.bullet(try sentences(point)))
      } else if line.isEmpty {
        endParagraph()
      } else {
        paragraph += try sentences(String(line))
      }
    }

    /// The sentences of a line, each with its keys.
    private func sentences(_ line: String) throws(GuideError) -> [GuideSentence] {
      var sentences: [GuideSentence] = []
      var rest = line[...]
      while !rest.isEmpty {
        guard let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") else {
          throw error(.noSources(rest.trimmingSpaces()))
        }
        let text = rest[..<open].trimmingSpaces()
        guard let end = text.last, ".?!".contains(end), !text.holdsTwoSentences else {
          throw error(.notOneSentence(text))
        }
        let keys = rest[rest.index(after: open)..<close].split(separator: ",", omittingEmptySubsequences: false)
          .map { $0.trimmingSpaces() }
        guard keys.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) } }) else {
          throw error(.sourceKeys(String(rest[open...close])))
        }
        sentences.append(GuideSentence(text: text, sources: keys))
        rest = rest[rest.index(after: close)...].drop { $0 == " " }
      }
      return sentences
    }
  }
}

extension Substring {
  /// What follows a beginning; nil if the line begins otherwise, or nothing follows.
  fileprivate func dropping(_ beginning: String) -> String? {
    guard hasPrefix(beginning) else { return nil }
    let rest = dropFirst(beginning.count).trimmingSpaces()
    return rest.isEmpty ? nil : rest
  }
}

extension String {
  /// True if a sentence ends before the end, so that it would stand without sources of its own.
  fileprivate var holdsTwoSentences: Bool {
    let characters = Array(self)
    return characters.indices.dropLast(2).contains { index in
      ".?!".contains(characters[index]) && characters[index + 1] == " " && characters[index + 2].isUppercase
    }
  }
}
