/// The operators that change what is seen or where it stands (ISO 32000-1, annex A), by their characters.
enum ContentOperator: UInt32 {
  /// `q`
  case save = 0x71
  /// `Q`
  case restore = 0x51
  /// `cm`
  case concatenate = 0x636D
  /// `w`
  case lineWidth = 0x77
  /// `gs`
  case extendedState = 0x6773
  /// `Do`
  case paintXObject = 0x446F
  /// `BI`
  case inlineImage = 0x4249
  /// `BMC`
  case beginMarked = 0x424D43
  /// `BDC`
  case beginMarkedWithProperties = 0x424443
  /// `EMC`
  case endMarked = 0x454D43
  /// `BT`
  case beginText = 0x4254
  /// `ET`
  case endText = 0x4554
  /// `Td`
  case moveText = 0x5464
  /// `TD`
  case moveTextSetLeading = 0x5444
  /// `Tm`
  case textMatrix = 0x546D
  /// `T*`
  case nextLine = 0x542A
  /// `Tj`
  case show = 0x546A
  /// `TJ`
  case showAdjusted = 0x544A
  /// `'`
  case showNextLine = 0x27
  /// `"`
  case showNextLineSpaced = 0x22
  /// `Tf`
  case font = 0x5466
  /// `Tc`
  case characterSpacing = 0x5463
  /// `Tw`
  case wordSpacing = 0x5477
  /// `Tz`
  case horizontalScale = 0x547A
  /// `TL`
  case leading = 0x544C
  /// `Tr`
  case renderingMode = 0x5472
  /// `Ts`
  case rise = 0x5473
  /// `m`
  case moveTo = 0x6D
  /// `l`
  case lineTo = 0x6C
  /// `c`
  case curveTo = 0x63
  /// `v`
  case curveToInitial = 0x76
  /// `y`
  case curveToFinal = 0x79
  /// `h`
  case closePath = 0x68
  /// `re`
  case rectangle = 0x7265
  /// `S`
  case stroke = 0x53
  /// `s`
  case closeStroke = 0x73
  /// `f`
  case fill = 0x66
  /// `F`
  case fillOld = 0x46
  /// `f*`
  case fillEvenOdd = 0x662A
  /// `B`
  case fillStroke = 0x42
  /// `B*`
  case fillStrokeEvenOdd = 0x422A
  /// `b`
  case closeFillStroke = 0x62
  /// `b*`
  case closeFillStrokeEvenOdd = 0x622A
  /// `n`
  case endPath = 0x6E
  /// `W`
  case clip = 0x57
  /// `W*`
  case clipEvenOdd = 0x572A
  /// `g`
  case fillGray = 0x67
  /// `G`
  case strokeGray = 0x47
  /// `rg`
  case fillRGB = 0x7267
  /// `RG`
  case strokeRGB = 0x5247
  /// `k`
  case fillCMYK = 0x6B
  /// `K`
  case strokeCMYK = 0x4B
  /// `cs`
  case fillSpace = 0x6373
  /// `CS`
  case strokeSpace = 0x4353
  /// `sc`
  case fillColor = 0x7363
  /// `SC`
  case strokeColor = 0x5343
  /// `scn`
  case fillColorSpecial = 0x73636E
  /// `SCN`
  case strokeColorSpecial = 0x53434E
  /// `sh`
  case shading = 0x7368
}
