internal import Glibc

/// What the operating system answered instead of doing it.
public struct SystemError: Error, Hashable, Sendable {
  /// The error number (`errno`).
  public let code: Int32

  /// `code` is an `errno`, such as `ENOSPC`.
  public init(code: Int32) {
    self.code = code
  }

  /// Nothing is at that path.
  public static let missing = SystemError(code: ENOENT)
  /// Something is at that path already.
  public static let exists = SystemError(code: EEXIST)
  /// The disk is full.
  public static let diskFull = SystemError(code: ENOSPC)
  /// Something other than an ordinary file stands there.
  public static let notAFile = SystemError(code: EINVAL)
  /// The file is larger than any of ours can be.
  static let tooLarge = SystemError(code: EOVERFLOW)
  /// A line is longer than any may be.
  static let lineTooLong = SystemError(code: EMSGSIZE)
  /// What is there makes no sense.
  static let damaged = SystemError(code: EBADMSG)
  /// The call was cut short by a signal and can be made again.
  public static let interrupted = SystemError(code: EINTR)

  /// True if a folder was to be removed that still holds something.
  var isNotEmpty: Bool { code == ENOTEMPTY || code == EEXIST }

  /// True if something other than a folder stands there.
  var isNoFolder: Bool { code == ENOTDIR }

  /// True if the disk or the quota has no room left.
  public var isNoSpace: Bool { code == ENOSPC || code == EDQUOT }

  /// True if the system cannot do that at all to this kind of file or on this kind of disk.
  var isUnsupported: Bool { [EINVAL, EOPNOTSUPP, ENOSYS].contains(code) }

  /// True if this account may not do it.
  public var isForbidden: Bool { code == EACCES || code == EPERM }

  /// The reason in words that end a sentence "… because …".
  public var words: String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "this account has used up its disk quota"
    case EROFS: "the disk can only be read"
    case EACCES, EPERM: "this account may not do that there"
    case EIO: "the disk reported an error"
    case ENOENT: "the folder is not there"
    case ENOTDIR, EEXIST: "a file stands where a folder is needed"
    case EISDIR: "a folder stands where a file is needed"
    case EINVAL, ENXIO, ENODEV: "something that is no ordinary file stands there"
    case ELOOP: "a link stands where a file is needed"
    case EFBIG: "the file may not grow any further"
    case EMFILE, ENFILE: "too many files are open"
    case EOVERFLOW: "it is larger than any file of the record can be"
    case EBADMSG: "it is damaged"
    case ENAMETOOLONG: "its name is too long"
    default: "the system answered with error \(code)"
    }
  }
}
