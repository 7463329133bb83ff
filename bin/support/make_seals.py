#!/usr/bin/env python3
"""Writes pictures of seals, and of what looks like them, for `bin/bench seals`.

Usage: make_seals.py FOLDER [SEED]

300 seals: five carriers (PNG with transparency, PNG on white, JPEG, BMP or GIF, EMF around a bitmap) in
many sizes, turned, faded, worn, of low quality, and scanned with the page they are on. 300 decoys: red
letterheads and rules, emblems, logos, codes, charts, signs, photographs. Beside them `manifest.csv`:
name, kind, variant, place on the page, width and height in millimetres. Every name in them is made up.
The same seed gives the same pictures with the same Pillow and fonts.
"""
import csv
import glob
import math
import os
import random
import struct
import sys

from PIL import Image, ImageDraw, ImageFilter, ImageFont

REDS = [(255, 0, 0), (230, 0, 18), (237, 28, 36), (215, 0, 15), (192, 0, 0), (220, 30, 40), (208, 20, 50)]
NAMES = ["云岭县人民政府", "云岭县教育体育局", "云岭县石桥镇人民政府", "云岭县实验小学", "云岭县财政局",
         "云岭县自然资源和规划局", "云岭县卫生健康委员会", "云岭县人民政府办公室"]
FONTS = sorted(glob.glob("/usr/share/fonts/truetype/wqy/*.ttc") + glob.glob("/usr/share/fonts/**/*CJK*.ttc", recursive=True)
               + glob.glob("/usr/share/fonts/truetype/arphic/*.ttc"))


def font(size):
    return ImageFont.truetype(FONTS[0], size) if FONTS else None


def glyph(text, size, colour, rng):
    """One character; without a font, strokes that cover as much."""
    tile = Image.new("RGBA", (size * 2, size * 2), (0, 0, 0, 0))
    draw = ImageDraw.Draw(tile)
    if FONTS:
        draw.text((size, size), text, font=font(size), fill=colour, anchor="mm")
        return tile
    width = max(1, size // 9)
    left, top = size // 2, size // 2
    for _ in range(4):
        y = top + rng.randrange(size)
        draw.line((left, y, left + size, y), fill=colour, width=width)
        x = left + rng.randrange(size)
        draw.line((x, top, x, top + size), fill=colour, width=width)
    return tile


def star(draw, x, y, radius, colour):
    points = []
    for k in range(10):
        r = radius if k % 2 == 0 else radius * 0.382
        a = -math.pi / 2 + k * math.pi / 5
        points.append((x + r * math.cos(a), y + r * math.sin(a)))
    draw.polygon(points, fill=colour)


def emblem(draw, x, y, r, colour, width):
    """The shape of a state emblem at the size of a stamp: a wheel of ears, a gate, five stars."""
    draw.arc((x - r, y - r, x + r, y + r), 150, 390, fill=colour, width=width)
    draw.rectangle((x - r * .5, y - r * .05, x + r * .5, y + r * .25), outline=colour, width=width)
    star(draw, x, y - r * .45, r * .3, colour)
    for k in range(4):
        a = math.radians(210 + 40 * k)
        star(draw, x + r * .7 * math.cos(a), y + r * .5 * math.sin(a), r * .12, colour)
    draw.pieslice((x - r * .5, y + r * .45, x + r * .5, y + r * 1.05), 180, 360, fill=colour)


def seal(px, rng, colour=None, centre=None, ellipse=False):
    """A seal of so many pixels across, transparent around, drawn four times as large."""
    colour = (colour or rng.choice(REDS)) + (255,)
    big = max(px, 60) * 4
    image = Image.new("RGBA", (big, big), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    middle = big / 2
    radius = big / 2 * 0.985
    ring = big / 42 * rng.uniform(0.9, 1.4)
    draw.ellipse((middle - radius, middle - radius, middle + radius, middle + radius), outline=colour, width=int(ring))
    if rng.random() < 0.25:
        inner = radius - ring * 2.2
        draw.ellipse((middle - inner, middle - inner, middle + inner, middle + inner), outline=colour, width=int(ring / 2.5))
    name = rng.choice(NAMES)
    size = int(big * rng.uniform(0.095, 0.125))
    reach = radius - ring - size * rng.uniform(0.62, 0.8)
    spread = min(300, 26 * len(name) + 40)
    for k, character in enumerate(name):
        angle = -90 - spread / 2 + spread * (k + 0.5) / len(name)
        tile = glyph(character, size, colour, rng).rotate(-angle - 90, resample=Image.BICUBIC)
        x = middle + reach * math.cos(math.radians(angle))
        y = middle + reach * math.sin(math.radians(angle))
        image.alpha_composite(tile, (int(x - size), int(y - size)))
    kind = centre or rng.choice(["star", "star", "star", "emblem"])
    if kind == "star":
        star(draw, middle, middle, radius * rng.uniform(0.26, 0.33), colour)
    elif kind == "emblem":
        emblem(draw, middle, middle - radius * 0.05, radius * 0.32, colour, int(ring / 2))
    if rng.random() < 0.3:
        for k in range(13):
            angle = math.radians(130 - k * 80 / 12)
            tile = glyph(str(k % 10), int(size * 0.35), colour, rng).rotate(math.degrees(angle) * -1 + 90)
            x, y = middle + radius * 0.86 * math.cos(angle), middle + radius * 0.86 * math.sin(angle)
            image.alpha_composite(tile, (int(x - tile.width / 2), int(y - tile.height / 2)))
    return image.resize((px, int(px * (0.65 if ellipse else 1))), Image.LANCZOS)


def fade(image, opacity):
    image = image.copy()
    image.putalpha(image.getchannel("A").point(lambda v: int(v * opacity)))
    return image


def wear(image, rng, amount):
    """Takes spots of ink away, as a dry pad does."""
    noise = Image.effect_noise((max(8, image.width // 6), max(8, image.height // 6)), 100)
    noise = noise.resize(image.size, Image.BICUBIC).point(lambda v: 255 if v > 255 * amount else 40)
    alpha = image.getchannel("A")
    image = image.copy()
    image.putalpha(Image.composite(alpha, alpha.point(lambda v: v // 6), noise))
    return image


def page(rng, px, red_head=False):
    """An A4 page of text, so many pixels wide."""
    height = int(px * 297 / 210)
    tint = rng.choice([(255, 255, 255), (250, 250, 247), (244, 243, 238)])
    image = Image.new("RGB", (px, height), tint)
    draw = ImageDraw.Draw(image)
    mm = px / 210
    y = 40
    if red_head:
        f = font(int(12 * mm))
        if f:
            draw.text((px / 2, 45 * mm), "云岭县教育体育局文件", font=f, fill=(225, 20, 25), anchor="mm")
        draw.rectangle((28 * mm, 70 * mm, 182 * mm, 70.8 * mm), fill=(225, 20, 25))
        y = 80
    small = font(max(6, int(5.2 * mm)))
    while y < 215:
        for k in range(26):
            if rng.random() < 0.93:
                x = (28 + k * 5.9) * mm
                if small:
                    draw.text((x, y * mm), rng.choice("春季学期将于正式开学为做好工作保障师生平安返校教学有序"), font=small, fill=(20, 20, 20))
                else:
                    draw.rectangle((x, y * mm, x + 4 * mm, (y + 4) * mm), outline=(20, 20, 20))
        y += 10
    if small:
        draw.text((120 * mm, 230 * mm), "云岭县教育体育局", font=small, fill=(20, 20, 20))
        draw.text((125 * mm, 240 * mm), "2025年3月3日", font=small, fill=(20, 20, 20))
    return image, mm


def on_white(image, tint=(255, 255, 255)):
    base = Image.new("RGB", image.size, tint)
    base.paste(image, (0, 0), image)
    return base


def emf(image, mm):
    """An enhanced metafile that holds one bitmap (MS-EMF 2.3.1.7)."""
    image = image.convert("RGB")
    w, h = image.size
    stride = (w * 3 + 3) // 4 * 4
    rows = []
    data = image.tobytes("raw", "BGR")
    for y in range(h - 1, -1, -1):
        rows.append(data[y * w * 3:(y + 1) * w * 3].ljust(stride, b"\0"))
    bits = b"".join(rows)
    info = struct.pack("<IiiHHIIiiII", 40, w, h, 1, 24, 0, len(bits), 0, 0, 0, 0)
    body = struct.pack("<iiiiiiiiiiIIIIIIii", 0, 0, w, h, 0, 0, 0, 0, w, h, 80, 40, 120, len(bits), 0, 0xCC0020, w, h)
    size = 8 + len(body) + len(info) + len(bits)
    size = (size + 3) // 4 * 4
    record = (struct.pack("<II", 81, size) + body + info + bits).ljust(size, b"\0")
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    frame = int(mm * 100)
    total = 108 + len(record) + len(end)
    head = struct.pack("<II4i4iIIIIHHIIIiiii", 1, 108, 0, 0, w, h, 0, 0, frame, frame, 0x464D4520, 0x10000, total, 3, 1, 0,
                       0, 0, 0, w, h, int(mm), int(mm)).ljust(108, b"\0")
    return head + record + end


class Set:
    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        self.rows = []

    def add(self, image, kind, variant, encoding, place, mm, quality=85):
        name = f"{kind}-{len(self.rows):03d}-{variant}.{encoding}"
        path = os.path.join(self.folder, name)
        height = mm * image.height / image.width
        if encoding == "png":
            image.save(path)
        elif encoding == "jpg":
            (on_white(image) if image.mode == "RGBA" else image.convert("RGB")).save(path, quality=quality)
        elif encoding in ("bmp", "gif"):
            flat = on_white(image) if image.mode == "RGBA" else image.convert("RGB")
            (flat.convert("P", palette=Image.ADAPTIVE, colors=64) if encoding == "gif" else flat).save(path)
        elif encoding == "emf":
            flat = on_white(image) if image.mode == "RGBA" else image
            with open(path, "wb") as out:
                out.write(emf(flat, mm))
        self.rows.append((name, kind, variant, place, f"{mm:.1f}", f"{height:.1f}"))

    def close(self):
        with open(os.path.join(self.folder, "manifest.csv"), "w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["name", "kind", "variant", "place", "width", "height"])
            writer.writerows(self.rows)


def seals(out, rng):
    carriers = ["png", "white", "jpg", "pixel", "emf"]
    variants = ["plain", "turned", "faded", "worn", "text", "scan"]
    for index in range(300):
        carrier = carriers[index % 5]
        variant = variants[index // 5 % 6]
        px = rng.choice([90, 120, 150, 200, 248, 300, 400, 496, 600, 900])
        mm = rng.choice([38, 40, 42, 42, 42, 45, 45, 50, 60])
        quality = rng.choice([30, 45, 60, 75, 90, 95])
        encoding = {"png": "png", "white": "png", "jpg": "jpg", "pixel": rng.choice(["bmp", "gif"]), "emf": "emf"}[carrier]
        if variant == "scan":
            # 75 to 200 dots an inch, as copiers and phones make them.
            width = rng.choice([620, 827, 1240, 1654])
            sheet, scale = page(rng, width, red_head=rng.random() < 0.5)
            stamp = seal(int(mm * scale), rng).rotate(rng.uniform(-180, 180) if rng.random() < 0.4 else 0, resample=Image.BICUBIC, expand=False)
            stamp = fade(stamp, rng.uniform(0.65, 1))
            x, y = int(rng.uniform(115, 135) * scale), int(rng.uniform(205, 225) * scale)
            black = sheet.crop((x, y, x + stamp.width, y + stamp.height))
            sheet.paste(stamp, (x, y), stamp)
            # Ink of a printer shows through the seal.
            inked = sheet.crop((x, y, x + stamp.width, y + stamp.height))
            dark = black.convert("L").point(lambda v: 255 if v < 110 else 0)
            inked.paste(black, (0, 0), dark)
            sheet.paste(inked, (x, y))
            if rng.random() < 0.5:
                sheet = sheet.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 0.9)))
            out.add(sheet, "seal", variant, encoding, "page", 210, quality)
            continue
        stamp = seal(px, rng)
        if variant == "turned":
            stamp = stamp.rotate(rng.uniform(-180, 180), resample=Image.BICUBIC)
        elif variant == "faded":
            stamp = fade(stamp, rng.uniform(0.42, 0.8))
        elif variant == "worn":
            stamp = wear(stamp, rng, rng.uniform(0.25, 0.5))
        elif variant == "text":
            sheet = Image.new("RGBA", (int(px * 1.25), int(px * 1.1)), (255, 255, 255, 255))
            sheet.alpha_composite(stamp, (px // 8, px // 20))
            draw = ImageDraw.Draw(sheet)
            f = font(max(6, px // 9))
            if f:
                draw.text((px // 6, px // 2), "云岭县教育体育局", font=f, fill=(0, 0, 0))
                draw.text((px // 4, int(px * 0.7)), "2025年3月3日", font=f, fill=(0, 0, 0))
            stamp, mm = sheet, mm * 1.25
        if carrier == "white":
            stamp = on_white(stamp)
        place = rng.choice(["float", "float", "float", "inline"])
        out.add(stamp, "seal", variant, encoding, place, mm, quality)


def module_code(rng, px, modules=29, colour=(0, 0, 0)):
    image = Image.new("RGB", (modules + 8, modules + 8), (255, 255, 255))
    pixels = image.load()
    for y in range(modules):
        for x in range(modules):
            if rng.random() < 0.5:
                pixels[x + 4, y + 4] = colour
    draw = ImageDraw.Draw(image)
    for x, y in ((4, 4), (modules - 3, 4), (4, modules - 3)):
        draw.rectangle((x, y, x + 6, y + 6), fill=colour)
        draw.rectangle((x + 1, y + 1, x + 5, y + 5), fill=(255, 255, 255))
        draw.rectangle((x + 2, y + 2, x + 4, y + 4), fill=colour)
    return image.resize((px, px), Image.NEAREST)


def photograph(rng, w, h):
    image = Image.effect_noise((w // 8, h // 8), 70).resize((w, h), Image.BICUBIC).convert("RGB")
    tint = Image.new("RGB", (w, h), tuple(rng.randrange(60, 200) for _ in range(3)))
    image = Image.blend(image, tint, 0.5)
    draw = ImageDraw.Draw(image)
    for _ in range(rng.randrange(2, 7)):
        x, y, r = rng.randrange(w), rng.randrange(h), rng.randrange(w // 20, w // 5)
        shape = rng.choice([draw.ellipse, draw.rectangle])
        shape((x, y, x + r, y + rng.randrange(r // 2, r * 2)), fill=rng.choice(REDS + [(240, 200, 60), (30, 90, 200), (40, 140, 60)]))
    return image.filter(ImageFilter.GaussianBlur(1))


def decoy(kind, rng):
    """A picture, its place and its width in millimetres."""
    red = rng.choice(REDS)
    if kind == "letterhead":
        w = rng.choice([800, 1200, 1600])
        image = Image.new("RGB", (w, w // 6), (255, 255, 255))
        draw = ImageDraw.Draw(image)
        f = font(w // 13)
        if f:
            draw.text((w / 2, w / 12), "云岭县教育体育局文件", font=f, fill=red, anchor="mm")
        return image, "top", rng.uniform(120, 160)
    if kind == "rule":
        w = rng.choice([800, 1600])
        image = Image.new("RGB", (w, w // 22), (255, 255, 255))
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, w // 46, w, w // 46 + w // 250), fill=red)
        if rng.random() < 0.5:
            star(draw, w / 2, w / 44, w / 50, red)
        return image, rng.choice(["top", "float"]), 156
    if kind == "emblem":
        px = rng.choice([200, 400])
        image = Image.new("RGBA", (px, px), (0, 0, 0, 0))
        draw = ImageDraw.Draw(image)
        draw.ellipse((2, 2, px - 2, px - 2), fill=(240, 190, 40, 255))
        draw.ellipse((px * .1, px * .1, px * .9, px * .9), fill=red + (255,))
        emblem(draw, px / 2, px * .45, px * .3, (240, 200, 60, 255), px // 50)
        return image, rng.choice(["top", "float", "inline"]), rng.uniform(20, 50)
    if kind == "logo":
        w = rng.choice([240, 480])
        image = Image.new("RGB", (w, w // 2), (255, 255, 255))
        draw = ImageDraw.Draw(image)
        draw.ellipse((w * .05, w * .05, w * .42, w * .42), fill=rng.choice([red, (0, 90, 180), (0, 140, 80)]))
        draw.polygon([(w * .1, w * .4), (w * .24, w * .1), (w * .38, w * .4)], fill=(255, 255, 255))
        f = font(w // 9)
        if f:
            draw.text((w * .5, w * .2), "云岭教育", font=f, fill=(30, 30, 30))
        return image, "top", rng.uniform(30, 80)
    if kind == "badge":
        px = rng.choice([200, 400])
        image = seal(px, rng, colour=rng.choice([(0, 70, 160), (0, 110, 60), (10, 30, 90), (120, 80, 0)]))
        return image, rng.choice(["top", "inline", "float"]), rng.uniform(20, 50)
    if kind == "code":
        return module_code(rng, rng.choice([200, 400, 600]), rng.choice([21, 29, 37]), rng.choice([(0, 0, 0)] * 4 + [red])), rng.choice(["float", "inline"]), rng.uniform(20, 50)
    if kind == "sign":
        px = rng.choice([150, 300, 500])
        image = Image.new("RGB", (px, px), (255, 255, 255))
        draw = ImageDraw.Draw(image)
        draw.ellipse((px * .03, px * .03, px * .97, px * .97), outline=red, width=int(px * rng.uniform(.07, .13)))
        what = rng.choice(["bar", "number", "dark"])
        if what == "bar":
            draw.line((px * .2, px * .2, px * .8, px * .8), fill=red, width=int(px * .09))
        elif FONTS:
            draw.text((px / 2, px / 2), "30" if what == "number" else "禁", font=font(px // 2), fill=(0, 0, 0), anchor="mm")
        return image, rng.choice(["annex", "inline"]), rng.uniform(25, 60)
    if kind == "chart":
        px = rng.choice([300, 600])
        image = Image.new("RGB", (px * 4 // 3, px), (255, 255, 255))
        draw = ImageDraw.Draw(image)
        if rng.random() < 0.5:
            start = 0
            for colour in [red, (70, 130, 200), (240, 180, 50), (90, 170, 90)]:
                end = min(360, start + rng.randrange(40, 130))
                draw.pieslice((px * .2, px * .1, px, px * .9), start, end, fill=colour)
                start = end
            if rng.random() < 0.5:
                draw.ellipse((px * .4, px * .3, px * .8, px * .7), fill=(255, 255, 255))
        else:
            for k in range(7):
                draw.rectangle((px * (.1 + k * .16), px * rng.uniform(.2, .8), px * (.2 + k * .16), px * .9), fill=rng.choice([red, (70, 130, 200)]))
            draw.line((px * .05, px * .9, px * 1.3, px * .9), fill=(0, 0, 0), width=2)
        return image, rng.choice(["annex", "inline"]), rng.uniform(60, 140)
    if kind == "marked":
        w = rng.choice([500, 900])
        image = Image.new("RGB", (w, int(w * .7)), (255, 255, 255))
        draw = ImageDraw.Draw(image)
        f = font(w // 30)
        for k in range(12):
            if f:
                draw.text((w * .05, w * (.03 + k * .05)), "打开系统后单击申报按钮填写表格并提交审核" * 2, font=f, fill=(40, 40, 40))
        x, y, r = rng.uniform(.2, .7) * w, rng.uniform(.15, .5) * w, rng.uniform(.06, .13) * w
        draw.ellipse((x - r, y - r * rng.uniform(.4, 1), x + r, y + r * rng.uniform(.4, 1)), outline=red, width=max(2, w // 200))
        return image, rng.choice(["annex", "inline"]), rng.uniform(100, 150)
    if kind == "photo":
        return photograph(rng, rng.choice([400, 800]), rng.choice([300, 600])), rng.choice(["inline", "annex", "float"]), rng.uniform(40, 150)
    if kind == "scan":
        sheet, _ = page(rng, rng.choice([620, 827, 1240]), red_head=True)
        return sheet, "page", 210
    px = rng.choice([64, 128])
    image = Image.new("RGBA", (px, px), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    what = rng.randrange(4)
    if what == 0:
        star(draw, px / 2, px / 2, px / 2, red + (255,))
    elif what == 1:
        draw.line((px * .1, px * .5, px * .4, px * .85, px * .9, px * .1), fill=red + (255,), width=px // 8)
    elif what == 2:
        draw.ellipse((2, 2, px - 2, px - 2), fill=red + (255,))
    else:
        draw.polygon([(px * .1, px * .4), (px * .9, px * .4), (px * .5, px * .95)], fill=red + (255,))
    return image, rng.choice(["inline", "float"]), rng.uniform(5, 40)


def decoys(out, rng):
    kinds = ["letterhead", "rule", "emblem", "logo", "badge", "code", "sign", "chart", "marked", "photo", "scan", "mark"]
    for index in range(300):
        kind = kinds[index % len(kinds)]
        image, place, mm = decoy(kind, rng)
        encoding = rng.choice(["png", "jpg", "bmp", "gif", "emf"])
        out.add(image, "decoy", kind, encoding, place, mm, rng.choice([40, 70, 90]))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 9704)
    out = Set(sys.argv[1])
    seals(out, rng)
    decoys(out, rng)
    out.close()
    print(f"{len(out.rows)} pictures in {sys.argv[1]}; font: {FONTS[0] if FONTS else 'none, strokes instead'}")


main()
