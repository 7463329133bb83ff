/// What one filter made of its input.
struct Filtered {
  enum Status {
    case complete
    /// The data breaks off or does not fit the filter; what came before is there.
    case damaged
    /// More than the limit; nothing is there.
    case tooLarge
  }

  var bytes: [UInt8]
  var status: Status

  init(_ bytes: [UInt8], _ status: Status = .complete) {
    self.bytes = bytes
    self.status = status
  }

  static let tooLarge = Filtered([], .tooLarge)
}
