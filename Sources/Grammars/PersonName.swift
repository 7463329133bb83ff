/// Whether a short text looks like a Chinese name: a common surname and one or two characters more.
public enum PersonName {
  public static func isLikely(_ text: String) -> Bool {
    let scalars = [Unicode.Scalar](of: text).filter { !$0.isBlank && !$0.isInvisible }
    guard (2...4).contains(scalars.count), scalars.allSatisfy(\.isHan), let first = scalars.first else {
      return false
    }
    if noNames.contains(String(scalars: scalars[...])) { return false }
    if scalars.contains(where: institutional.contains) { return false }
    let isCompound = compounds.contains(String(scalars: scalars.prefix(2)))
    if scalars.count == 4 { return isCompound }
    return isCompound || surnames.contains(first)
  }

  private static let surnames = Set(
    ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
      + "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳"
      + "甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑"
      + "景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官").unicodeScalars)
  private static let compounds: Set<String> = [
    "欧阳", "上官", "司马", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "慕容", "司徒", "令狐",
  ]
  /// Characters of offices, schools and places, which names hardly ever have.
  private static let institutional = ScalarSet("局校院厅处科股室委办镇乡村县市区省部队组社园所站店厂街路号年月日合计数")
  private static let noNames: Set<String> = [
    "文件", "文员", "明细", "时间", "金额", "全部", "全体", "常规", "管理", "单位", "成员", "官方", "任务", "方案", "方法", "方式", "应急",
    "和谐", "路线",
    "高中", "高级", "安全", "安徽", "江苏", "关于", "项目", "向上", "成绩", "申请", "解释", "连接", "简介", "包括", "文化", "文明", "党员",
    "明确",
    "温馨", "师生", "季度", "易燃", "盛大", "边防", "管理员", "用户", "单价", "查询", "游客", "应用", "万元", "麻醉", "农业", "农村", "教师",
  ]
}
