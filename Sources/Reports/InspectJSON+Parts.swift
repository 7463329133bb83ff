import DocumentModel
import Findings

extension InspectJSON {
  func figure(_ figure: Figure, to writer: inout JSONWriter) {
    writer.object { json in
      json.member("kind", figure.kind.rawValue)
      json.member("paragraph", figure.paragraph)
      json.member("width", figure.width?.points)
      json.member("height", figure.height?.points)
      json.member("anchor", figure.anchor.rawValue)
      json.optional("behindText", figure.isBehindText)
      json.optional("horizontalOffset", figure.horizontalOffset?.points)
      json.optional("horizontalOrigin", figure.horizontalOrigin)
      json.optional("verticalOffset", figure.verticalOffset?.points)
      json.optional("verticalOrigin", figure.verticalOrigin)
      json.optional("media", figure.mediaPart)
      json.optional("externalTarget", figure.externalTarget)
      json.optional("name", figure.name)
      json.optional("alternativeText", figure.alternativeText)
      json.optional("geometry", figure.geometry)
      json.optional("fillColor", figure.fillColor?.description)
      json.optional("lineColor", figure.lineColor?.description)
      json.optional("textWarp", figure.textWarp)
      json.optional("programID", figure.programID)
      json.optional("classID", figure.classID)
      json.optional("page", figure.page)
      if let box = figure.box {
        json.key("box")
        json.box(box)
      }
    }
  }

  func page(_ page: Page, to writer: inout JSONWriter) {
    writer.object { json in
      json.member("width", page.width.points)
      json.member("height", page.height.points)
      json.member("characters", page.characters)
      json.member("hanCharacters", page.hanCharacters)
      json.member("unmappedCharacters", page.unmappedCharacters)
      json.member("invisibleCharacters", page.invisibleCharacters)
      json.member("pictureShare", page.pictureShare)
    }
  }

  func bookmark(_ bookmark: Bookmark, to writer: inout JSONWriter) {
    writer.object { json in
      json.member("title", bookmark.title)
      json.member("level", bookmark.level)
      json.optional("page", bookmark.page)
    }
  }

  func signature(_ signature: SignatureField, to writer: inout JSONWriter) {
    writer.object { json in
      json.member("name", signature.name)
      json.optional("method", signature.method)
      json.member("signed", signature.isSigned)
      json.member("visible", signature.isVisible)
      json.optional("page", signature.page)
      if let box = signature.box {
        json.key("box")
        json.box(box)
      }
    }
  }

  func table(_ table: Table, to writer: inout JSONWriter) {
    writer.object { json in
      json.member("rows", table.rows)
      json.member("columns", table.columns)
      json.optional("parent", table.parent)
      json.optional("style", table.styleName)
      json.key("paragraphs")
      json.range(table.paragraphs)
    }
  }

  func section(_ section: Section, to writer: inout JSONWriter) {
    writer.object { json in
      json.member("pageWidth", section.pageWidth.points)
      json.member("pageHeight", section.pageHeight.points)
      json.member("landscape", section.isLandscape)
      json.member("margins") { margins in
        margins.member("top", section.margins.top.points)
        margins.member("bottom", section.margins.bottom.points)
        margins.member("left", section.margins.left.points)
        margins.member("right", section.margins.right.points)
        margins.member("header", section.margins.header.points)
        margins.member("footer", section.margins.footer.points)
        margins.member("gutter", section.margins.gutter.points)
      }
      json.member("columns", section.columns)
      if let grid = section.grid {
        json.member("grid") { json in
          json.member("kind", grid.kind.rawValue)
          json.member("linePitch", grid.linePitch?.points)
          json.optional("characterSpace", grid.characterSpace?.points)
        }
      }
      json.optional("titlePage", section.titlePage)
      json.optional("firstPageNumber", section.firstPageNumber)
      json.optional("pageNumberFormat", section.pageNumberFormat)
    }
  }

  func residue(_ residue: Residue, to writer: inout JSONWriter) {
    writer.object { json in
      json.member("insertions", residue.insertions)
      json.member("deletions", residue.deletions)
      json.member("moves", residue.moves)
      json.member("formatChanges", residue.formatChanges)
      json.member("comments", residue.comments)
      json.member("authors", strings: residue.authors)
      json.member("hiddenRuns", residue.hiddenRuns)
      json.member("hiddenText", strings: residue.hiddenText)
      json.member("placeholders", residue.placeholders)
      json.member("attachedTemplate", residue.attachedTemplate)
      json.member("externalTargets", strings: residue.externalTargets)
      json.member("embeddedParts", strings: residue.embeddedParts)
      json.member("macros", residue.hasMacros)
      json.member("activeXControls", residue.activeXControls)
      json.member("signatureParts", strings: residue.signatureParts)
      json.member("unreadInclusions", residue.unreadInclusions)
      if residue.scripts > 0 { json.member("scripts", residue.scripts) }
      if residue.launchActions > 0 { json.member("launchActions", residue.launchActions) }
    }
  }

  func metadata(_ metadata: Metadata, to writer: inout JSONWriter) {
    writer.object { json in
      json.optional("title", metadata.title)
      json.optional("subject", metadata.subject)
      json.optional("creator", metadata.creator)
      json.optional("lastModifiedBy", metadata.lastModifiedBy)
      json.optional("keywords", metadata.keywords)
      json.optional("created", metadata.created)
      json.optional("modified", metadata.modified)
      json.optional("company", metadata.company)
      json.optional("manager", metadata.manager)
      json.optional("application", metadata.application)
      json.optional("applicationVersion", metadata.applicationVersion)
      json.optional("template", metadata.template)
      if !metadata.custom.isEmpty {
        json.member("custom") { json in
          for (name, value) in metadata.custom.sorted(by: { $0.key < $1.key }) { json.member(name, value) }
        }
      }
    }
  }
}
