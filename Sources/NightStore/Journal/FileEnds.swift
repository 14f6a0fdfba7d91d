/// Where files ended when this run last read them, and which folders it has compared with the high-water marks since.
final class FileEnds {
  private var lines: [String: Int] = [:]
  private var compared: [String: [UInt64]] = [:]

  /// How many lines a file had when it was last read; nil if it was not.
  func lines(of path: String) -> Int? { lines[path] }

  /// Notes how many lines a file has.
  func note(_ count: Int, of path: String) { lines[path] = count }

  /// True if the names in a folder are as they were when its files were compared with their marks. `stamp` is the folder's
  /// stamp now; nil if its names may change without showing.
  func wasCompared(_ folder: String, _ stamp: [UInt64]?) -> Bool { stamp != nil && compared[folder] == stamp }

  /// Notes that the files of these folders were compared with their marks, and the stamps of the folders then.
  func noteCompared(_ folders: [String: [UInt64]]) { compared = folders }

  /// Starts from nothing.
  func forget() { (lines, compared) = ([:], [:]) }
}
