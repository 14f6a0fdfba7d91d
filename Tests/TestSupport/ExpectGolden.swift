import Glibc
import Testing

/// Compares a text with the one on record below the tests of its module. A missing one is written and fails, so that
/// somebody looks at it; `RECORD=1` writes it anew.
package func expectGolden(
  _ text: String, _ name: String, in tests: String = "NightReportsTests",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let path = Checkout.root + "/Tests/\(tests)/Goldens/\(name)"
  let known = Spawn.read(path)
  guard known != text else { return }
  if known.isEmpty || getenv("RECORD") != nil {
    Spawn.write(text, to: path)
    Issue.record("\(name) was written anew: look at it, then run again", sourceLocation: sourceLocation)
  } else {
    Issue.record(
      "\(name) looks otherwise; if it should: RECORD=1 swift test --filter \(tests)\nis\n\(text)",
      sourceLocation: sourceLocation)
  }
}
