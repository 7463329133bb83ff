import Grammars

extension Unicode.Scalar {
  /// A Chinese character, where a file sees the properties of two targets.
  var isChineseCharacter: Bool { isHan }
}
