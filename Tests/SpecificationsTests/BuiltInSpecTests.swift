import Conformance
import Foundation
import Messages
import Rules
import Specifications
import Testing

@Suite struct BuiltInSpecTests {
  private func load(_ id: String) throws -> Specification {
    do {
      return try SpecLibrary.builtIn.load(id, rules: .builtIn)
    } catch {
      for error in error.errors { Issue.record("\(error.text(in: .en))") }
      throw error
    }
  }

  @Test func everyBuiltInSpecLoadsUnderItsName() throws {
    #expect(SpecLibrary.builtIn.entries.map(\.id) == ["sixian-2022"])
    for entry in SpecLibrary.builtIn.entries { #expect(try load(entry.id).id == entry.id) }
  }

  @Test func theDigestIsThatOfTheText() throws {
    let digest = try load("sixian-2022").sha256
    #expect(digest.count == 64)
    let entry = try #require(SpecLibrary.builtIn["sixian-2022"])
    let changed = try SpecLibrary.builtIn.load(text: entry.text + "\n", file: "a.yaml", rules: .builtIn)
    #expect(changed.sha256 != digest)
  }

  @Test func sixianChecksEveryRuleButTheLatinFace() throws {
    let spec = try load("sixian-2022")
    let checked = spec.requirements.filter { if case .rule = $0.check { true } else { false } }.map(\.code)
    let all = RuleList.builtIn.types.map { $0.description.code }.filter { $0 != "FMT-latin-font" }
    #expect(Set(checked) == Set(all))
    #expect(checked.count == all.count)
  }

  /// The table of results is headed by families; letters mean nothing to those who read it.
  @Test func everyFamilyOfCodesHasAName() throws {
    for requirement in try load("sixian-2022").requirements {
      let family = requirement.code.prefix { $0 != "-" }
      #expect(Catalogue.builtIn.entries["family.\(family)"] != nil, "\(family)")
    }
  }

  @Test func sixianNamesWhatItDoesNotCheck() throws {
    let spec = try load("sixian-2022")
    let codes = Set(spec.requirements.map(\.code))
    let families = [
      "FMT", "SEAL", "TXT", "TWIN", "META", "TIME", "INTERP", "CAT", "PRIV", "LINK", "COL", "GUIDE",
    ]
    for family in families { #expect(codes.contains { $0.hasPrefix(family + "-") }, "\(family)") }
    #expect(spec.requirements.count > 100)
    for requirement in spec.requirements {
      guard case .notYet(let code, let title, let reason) = requirement.check else { continue }
      #expect(
        !code.isEmpty && !title.isEmpty && !reason.isEmpty && !requirement.clause.quote.isEmpty
          || code == "FMT-latin-font")
    }
  }

  /// The words that the spec quotes stand in the source document, to the letter.
  @Test(.enabled(if: SharedFolder.url != nil, "needs the source document: set HEGUI_SHARED"))
  func quotesAreTheSourcesOwnWords() throws {
    let url = try #require(SharedFolder.url).appending(path: "rules/source-document.txt")
    let source = try String(contentsOf: url, encoding: .utf8).replacingOccurrences(of: "\n", with: "")
    for requirement in try load("sixian-2022").requirements where !requirement.clause.quote.isEmpty {
      #expect(source.contains(requirement.clause.quote), "\(requirement.id)")
    }
  }
}

/// Material that is not part of the package.
enum SharedFolder {
  static let url: URL? = {
    let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared").path
    let path = ProcessInfo.processInfo.environment["HEGUI_SHARED"] ?? beside
    return FileManager.default.fileExists(atPath: path) ? URL(filePath: path) : nil
  }()
}
