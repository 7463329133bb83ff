// swift-tools-version: 6.2
import PackageDescription

// Floors, lowest first. A target imports only lower floors; the build refuses an import that is not
// declared here (`--explicit-target-dependency-import-check error`, see bin/test).

/// In a strict build (bin/test) a warning is an error; a stranger's newer compiler must not stop theirs.
let settings: [SwiftSetting] =
  Context.environment["HEGUI_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// The readers check exclusive access in debug builds and tests, which read the same corpus; in a release
/// the bookkeeping of it would cost a tenth of the reading time.
let readerSettings: [SwiftSetting] =
  settings + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

let package = Package(
  name: "hegui",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 0: C libraries, nothing but a module map and a shim header.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // Not linked: see `LibZip` in Archives.
    .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CLibPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(
      name: "CLibJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),

    // Floor 1: values and containers.
    .target(name: "Messages", swiftSettings: settings, plugins: ["EmbedPlugin"]),
    .target(name: "DocumentModel", swiftSettings: settings),
    .target(name: "Fonts", swiftSettings: settings, plugins: ["EmbedPlugin"]),
    .target(name: "Charsets", swiftSettings: settings, plugins: ["EmbedPlugin"]),
    .target(
      name: "Archives", dependencies: ["CLibZip", "CLibDeflate", "CNettle", "DocumentModel"],
      swiftSettings: settings),
    .target(name: "Markup", dependencies: ["CLibXML2", "DocumentModel"], swiftSettings: readerSettings),
    .target(name: "Numbering", swiftSettings: readerSettings),
    .target(name: "CompoundFiles", dependencies: ["DocumentModel"], swiftSettings: readerSettings),

    .target(
      name: "Rasters", dependencies: ["CLibPNG", "CLibJPEG", "DocumentModel"], swiftSettings: settings),

    // Floor 2: what is found, how it is written, and the readers, which never import each other.
    .target(name: "Grammars", swiftSettings: settings),
    .target(name: "Findings", dependencies: ["DocumentModel", "Messages"], swiftSettings: settings),
    .target(
      name: "DOCXReader", dependencies: ["DocumentModel", "Archives", "Markup", "Numbering"],
      swiftSettings: readerSettings),
    .target(
      name: "DOCReader",
      dependencies: ["DocumentModel", "Archives", "Charsets", "CompoundFiles", "Numbering"],
      swiftSettings: readerSettings),

    // Pages drawn, and words of broken files read, by programs in processes of their own.
    .target(name: "PagePictures", dependencies: ["DocumentModel"], swiftSettings: settings),
    .target(
      name: "PDFReader", dependencies: ["DocumentModel", "Archives", "Charsets", "Fonts"],
      swiftSettings: readerSettings, plugins: ["EmbedPlugin"]),
    .target(name: "RTFReader", dependencies: ["DocumentModel", "Charsets"], swiftSettings: readerSettings),

    // Floor 3: what a rule is; how a report is printed.
    .target(
      name: "Conformance", dependencies: ["DocumentModel", "Messages", "Findings"],
      swiftSettings: settings),
    .target(
      name: "Reports", dependencies: ["DocumentModel", "Findings", "Messages"], swiftSettings: settings,
      plugins: ["EmbedPlugin"]),

    // Floor 4: the rules, the roles of paragraphs, the specs.
    .target(
      name: "Rules",
      dependencies: ["Conformance", "DocumentModel", "Messages", "Findings", "Fonts", "Grammars"],
      swiftSettings: settings, plugins: ["RuleListPlugin", "EmbedPlugin"]),
    .target(
      name: "Structure", dependencies: ["Conformance", "DocumentModel", "Messages", "Fonts", "Grammars"],
      swiftSettings: settings),
    .target(
      name: "Specifications",
      dependencies: [
        "Conformance", "DocumentModel", "Messages", "Findings", "Archives",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings, plugins: ["EmbedPlugin"]),

    // Floor 5: one publication, start to end.
    .target(
      name: "Checking",
      dependencies: [
        "DocumentModel", "Messages", "Fonts", "Archives", "CompoundFiles", "Rasters", "Findings",
        "DOCXReader", "DOCReader", "PDFReader", "RTFReader", "Conformance", "Rules", "Structure",
        "Specifications", "Grammars", "PagePictures",
      ],
      swiftSettings: settings),

    // Floor 7: arguments only.
    .executableTarget(
      name: "hegui",
      dependencies: [
        "Checking", "Reports", "Findings", "Messages", "Specifications", "Conformance", "Rules",
        "DocumentModel", "Structure",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Beside the floors: tools of the build, the samples, the benchmark.
    .executableTarget(name: "embed-text", swiftSettings: settings),
    .executableTarget(name: "list-rules", swiftSettings: settings),
    .plugin(
      name: "EmbedPlugin", capability: .buildTool(), dependencies: ["embed-text"],
      path: "Sources/EmbedPlugin"),
    .plugin(
      name: "RuleListPlugin", capability: .buildTool(), dependencies: ["list-rules"],
      path: "Sources/RuleListPlugin"),
    .executableTarget(name: "make-samples", swiftSettings: settings),
    .executableTarget(
      name: "bench",
      dependencies: [
        "DOCReader", "DOCXReader", "PDFReader", "Archives", "Markup", "DocumentModel", "Structure",
        "Conformance", "Rules", "Rasters", "Findings", "Specifications",
      ],
      swiftSettings: settings),

    .testTarget(name: "MessagesTests", dependencies: ["Messages"]),
    .testTarget(name: "DocumentModelTests", dependencies: ["DocumentModel"]),
    .testTarget(name: "FontsTests", dependencies: ["Fonts"]),
    .testTarget(name: "CharsetsTests", dependencies: ["Charsets"]),
    .testTarget(name: "ArchivesTests", dependencies: ["Archives", "DocumentModel"]),
    .testTarget(name: "RastersTests", dependencies: ["Rasters", "DocumentModel"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup", "DocumentModel"]),
    .testTarget(name: "PagePicturesTests", dependencies: ["PagePictures", "DocumentModel"]),
    .target(name: "CompoundFixtures", path: "Tests/CompoundFixtures"),
    .testTarget(
      name: "CompoundFilesTests", dependencies: ["CompoundFiles", "CompoundFixtures", "DocumentModel"]),
    .testTarget(name: "GrammarsTests", dependencies: ["Grammars"]),
    .testTarget(name: "NumberingTests", dependencies: ["Numbering"]),
    .testTarget(
      name: "DOCReaderTests",
      dependencies: ["DOCReader", "DocumentModel", "CompoundFiles", "CompoundFixtures"]),
    .testTarget(
      name: "DOCXReaderTests", dependencies: ["DOCXReader", "DocumentModel", "Archives"]),
    .testTarget(
      name: "PDFReaderTests", dependencies: ["PDFReader", "DocumentModel", "Archives", "Fonts"]),
    .testTarget(name: "RTFReaderTests", dependencies: ["RTFReader", "DocumentModel"]),
    .testTarget(
      name: "RulesTests",
      dependencies: [
        "Rules", "Conformance", "Specifications", "DocumentModel", "Findings", "Messages", "Fonts",
      ]),
    .testTarget(
      name: "StructureTests",
      dependencies: [
        "Structure", "Conformance", "DocumentModel", "DOCReader", "DOCXReader", "PDFReader", "Grammars",
        "Messages",
      ]),
    .testTarget(
      name: "SpecificationsTests",
      dependencies: ["Specifications", "Conformance", "Rules", "Messages", "Findings", "DocumentModel"]),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "DocumentModel", "Findings", "Messages"]),
    .testTarget(
      name: "CheckingTests",
      dependencies: [
        "Checking", "Reports", "Findings", "Messages", "DocumentModel", "DOCXReader", "Conformance", "Rules",
        "Specifications", "CompoundFixtures",
      ]),
    .testTarget(name: "heguiTests", dependencies: ["hegui"]),
  ]
)

// The fuzzer needs a sanitizer's runtime, so it is there only when bin/fuzz asks for it.
if Context.environment["HEGUI_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: ["PDFReader", "DOCReader", "RTFReader", "CompoundFiles", "DocumentModel"],
      swiftSettings: settings))
}
