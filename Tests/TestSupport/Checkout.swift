import Glibc

/// The sources this test was built from.
package enum Checkout {
  /// The folder with Package.swift.
  package static var root: String {
    var path = #filePath
    while !path.isEmpty, access(path + "/Package.swift", F_OK) != 0 {
      guard let slash = path.lastIndex(of: "/") else { break }
      path = String(path[..<slash])
    }
    return path
  }

  /// Every file git would keep below a folder of the checkout, by its path from the root.
  package static func files(below folder: String, ending suffix: String = "") throws -> [String] {
    try Spawn.run("find", [root + "/" + folder, "-type", "f", "-not", "-path", "*/.build/*"]).output
      .split(separator: "\n").map { String($0.dropFirst(root.utf8.count + 1)) }
      .filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// The content of a file of the checkout.
  package static func text(_ path: String) -> String { Spawn.read(root + "/" + path) }
}
