import CLibZip
import Glibc

/// The functions of libzip that are used, looked up when they are first needed.
///
/// Debian's libzip brings OpenSSL with it, and loading the two takes a third of the time in which the
/// program starts; asked are they only about directories that can be read in two ways, which hardly any
/// honest file has. So the program is not linked with them.
struct LibZip: Sendable {
  // The types are those that <zip.h> declares.
  typealias ErrorCall = @convention(c) (UnsafeMutablePointer<zip_error_t>?) -> Void
  typealias DescribeError = @convention(c) (UnsafeMutablePointer<zip_error_t>?) -> UnsafePointer<CChar>?
  typealias CreateSource =
    @convention(c) (UnsafeRawPointer?, zip_uint64_t, CInt, UnsafeMutablePointer<zip_error_t>?)
    -> OpaquePointer?
  typealias Open =
    @convention(c) (OpaquePointer?, CInt, UnsafeMutablePointer<zip_error_t>?) -> OpaquePointer?
  typealias Release = @convention(c) (OpaquePointer?) -> Void
  typealias Count = @convention(c) (OpaquePointer?, zip_flags_t) -> zip_int64_t
  typealias DescribeEntry =
    @convention(c) (OpaquePointer?, zip_uint64_t, zip_flags_t, UnsafeMutablePointer<zip_stat_t>?) -> CInt

  let initError: ErrorCall
  let finishError: ErrorCall
  let describeError: DescribeError
  let createSource: CreateSource
  let freeSource: Release
  let open: Open
  let discard: Release
  let count: Count
  let describeEntry: DescribeEntry

  /// The library; `nil` where it is not installed. A process that gives up its right to open files must
  /// touch this first.
  static let shared = LibZip()

  /// The names of the library in Debian 12 and 13, and the one that its headers come with.
  private static let names = ["libzip.so.5", "libzip.so.4", "libzip.so"]

  private init?() {
    guard let handle = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else {
      return nil
    }
    guard let initError = dlsym(handle, "zip_error_init"), let finishError = dlsym(handle, "zip_error_fini"),
      let describeError = dlsym(handle, "zip_error_strerror"),
      let createSource = dlsym(handle, "zip_source_buffer_create"),
      let freeSource = dlsym(handle, "zip_source_free"), let open = dlsym(handle, "zip_open_from_source"),
      let discard = dlsym(handle, "zip_discard"), let count = dlsym(handle, "zip_get_num_entries"),
      let describeEntry = dlsym(handle, "zip_stat_index")
    else { return nil }
    self.initError = unsafeBitCast(initError, to: ErrorCall.self)
    self.finishError = unsafeBitCast(finishError, to: ErrorCall.self)
    self.describeError = unsafeBitCast(describeError, to: DescribeError.self)
    self.createSource = unsafeBitCast(createSource, to: CreateSource.self)
    self.freeSource = unsafeBitCast(freeSource, to: Release.self)
    self.open = unsafeBitCast(open, to: Open.self)
    self.discard = unsafeBitCast(discard, to: Release.self)
    self.count = unsafeBitCast(count, to: Count.self)
    self.describeEntry = unsafeBitCast(describeEntry, to: DescribeEntry.self)
  }
}
