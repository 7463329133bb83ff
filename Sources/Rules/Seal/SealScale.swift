import DocumentModel
import Grammars

/// What a candidate for a seal shows, each worth something of its own (rules.md §6.4).
enum SealEvidence: String, CaseIterable {
  // For a seal.
  case size, ring, undecodable, centre, near, keyword, signature, floating, cleared
  // Against it.
  case aspect, top, dark, header, table
}

/// The numbers by which a candidate is weighed: those of the spec, and where it gives none, those of rules.md
/// §6.3 and §6.4.
struct SealScale {
  var weights: [SealEvidence: Double]
  var fail: Double
  var review: Double
  /// In millimetres.
  var sizes: ClosedRange<Double>
  var chopSizes: ClosedRange<Double>
  var nearDistance: Double
  var wideSize: Double
  var aspects: ClosedRange<Double>
  var topShare: Double
  /// Of 72.
  var ringSectors: Int
  var glyphRuns: Int
  var coverage: ClosedRange<Double>
  var centreShare: Double
  var keywords: [String]
  var documentPrograms: [String]

  func score(_ evidence: Set<SealEvidence>) -> Double {
    // In the order of declaration: sums of fractions depend on it.
    SealEvidence.allCases.reduce(0) { $0 + (evidence.contains($1) ? weights[$1] ?? 0 : 0) }
  }

  /// Whether a text names a seal or a maker of seals. Latin words must begin where a word begins, so that
  /// Chelsea is no seal, and short ones must end with it.
  func isNamed(_ texts: [String?]) -> Bool {
    texts.contains { text in
      guard let text = text?.lowercased() else { return false }
      return keywords.contains { Self.holds(text, $0.lowercased()) }
    }
  }

  private static func holds(_ text: String, _ word: String) -> Bool {
    let text = Array(text.unicodeScalars.prefix(2_048))
    let word = [Unicode.Scalar](of: word)
    guard let first = word.first, text.count >= word.count else { return false }
    func isLetter(_ index: Int) -> Bool { text.indices.contains(index) && ("a"..."z").contains(text[index]) }
    return (0...text.count - word.count).contains { start in
      guard text[start] == first, text[start..<start + word.count].elementsEqual(word) else { return false }
      guard first.isASCII else { return true }
      return !isLetter(start - 1) && (word.count > 5 || !isLetter(start + word.count))
    }
  }
}
