/// 字号, the traditional names of font sizes.
public enum FontSizeName {}
