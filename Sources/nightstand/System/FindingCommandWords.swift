import NightModel
import NightStore

/// What a command says of findings: the libraries know no command line, so the names of commands are added here.
extension RecordFinding {
  /// The sentence, without a full stop.
  var commandWords: String {
    switch remedy {
    case .listPlaces where kind == .unreadable: "\(words), and 'nightstand verify' lists all"
    case .listPlaces: "\(words); 'nightstand verify' lists them"
    case .erase(let night): "\(words); \(Self.erasing(night))"
    case nil: words
    }
  }

  fileprivate static func erasing(_ night: CivilDate) -> String {
    "'nightstand purge \(night)' ends this line, and erases all else that is written for that night"
  }
}

extension PartitionReading.FoundInFile {
  /// What is wrong, in words.
  var commandWords: String {
    if case .erase(let night) = remedy { "\(words); \(RecordFinding.erasing(night))" } else { words }
  }
}
