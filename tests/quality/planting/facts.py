"""Errors of consistency and fact (F01 to F26), and of the capitals of places (C24).

Where published copy has few suitable places, a sentence of our own with the error is inserted
behind one of its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from bnews_desk.lexicon.gazetteer import Place, place_key, shipped_gazetteer
from bnews_desk.lexicon.near_names import are_near

from . import Planted, Planter

_REGENCIES = ("Kabupaten Blitar", "Kabupaten Malang", "Kabupaten Kediri", "Kota Blitar")
_THINGS = ("peserta", "warga", "desa", "pelanggan", "pedagang", "siswa", "petani")
_PARTS = ("lurah", "kepala desa", "camat", "guru", "kader", "penyuluh", "bidan")
_LAWS = ("UU", "Undang-Undang", "PP", "Perda", "Perbup", "Perpres", "Peraturan Bupati Blitar")
_ACRONYMS = ("OPD", "BPBD", "RPJMD", "TPID", "DLH", "KDRT", "NIB", "TPPS", "SKPD", "RKPD", "BLK")
_UP = ("naik", "meningkat", "bertambah", "melonjak")
_DOWN = ("turun", "menurun", "berkurang", "merosot")
_LETTERS = "aeioubdgkmnprst"
_SPEECH = ("Kami siap melayani warga di mana pun.", "Semua pihak harus bekerja bersama-sama!",
           "Bantuan ini semoga bermanfaat bagi keluarga.", "Air bersih adalah hak semua warga,"
           " dan itu tanggung jawab kami.")  # fmt: skip
_OFFICES = frozenset(
    "Kepala Ketua Wakil Direktur Kapolres Kapolsek Menteri Bupati Gubernur Jaksa Sekretaris Kasat"
    " Presiden Pelatih Bank Dinas Badan Manager Pengawas Anggota Wali Kasi Humas Camat"
    " Irjen Kombes Said Pihak Setan Real Kementerian Dirjen Timnas Polda".split()
)
_SAYING = re.compile(
    r"[\"“”:]|\b(?:kata|ujar|ucap|tutur|jelas|ungkap|tegas|sebut|me(?:n|ng|ny)\w+kan|menurut|aku"
    r"|bilang|lapor|harap|tambah|imbuh|lanjut|terang|papar|tulis|kutip|minta|menyebut|menilai"
    r"|mengaku|mengajak|tanggap|respons|kesal|yakin"
    r"|menyoroti|menyinggung|mendorong|memaparkan|menjawab|menyambut|menduga|menyarankan|berjanji"
    r"|pernyataan|keterangan|pesan|menulis|dikutip|mengutip|dikatakan|disebut|dilaporkan|bertanya)",
    re.IGNORECASE,
)
_NO_TIME = (
    "Pemerintah Kabupaten Blitar melatih perangkat desa menyusun rencana kerja.\n"
    "Pelatihan itu dibuka oleh Sekretaris Daerah dan diikuti perwakilan dari semua kecamatan.\n",
    "Dinas Pertanian Kota Kediri membagikan bibit kepada kelompok tani.\n"
    "Bibit itu akan ditanam di lahan yang selama ini kosong.\n",
)
_NO_PLACE = (
    "Para kader kesehatan mengikuti pelatihan menimbang balita pada Rabu (13/11/2024).\n"
    "Pelatihan itu dibuka oleh kepala dinas dan berlangsung sampai sore.\n",
    "Sejumlah pedagang pasar menerima timbangan baru, Kamis pagi.\n"
    "Timbangan lama ditarik petugas karena tidak lagi akurat.\n",
)


def _behind_a_sentence(rule: str, make: Callable[[str, Random], tuple[str, str] | None]) -> Planter:
    """A planter that inserts a sentence with an error, the second result of ``make``."""

    def plant(body: str, random: Random) -> Planted | None:
        ends = [m.end() for m in re.finditer(r"[a-z]{3}\.(?=\n)", body)]
        ends = [e for e in ends if not re.search(r"[\"“”]", body[body.rfind("\n", 0, e) + 1 : e])]
        if not ends:
            return None
        at = random.choice(ends[len(ends) // 2 :])
        made = make(body[:at], random)
        if made is None:
            return None
        sentence, error = made
        start = at + 1 + sentence.index(error)
        return Planted(f"{body[:at]} {sentence}{body[at:]}", start, start + len(error))

    return Planter(rule, plant)


def _unexplained(_: str, random: Random) -> tuple[str, str]:
    acronym = random.choice(_ACRONYMS)
    return f"Laporan itu sudah diterima petugas {acronym} setempat.", acronym


def _defined_again(body: str, random: Random) -> tuple[str, str] | None:
    """The long form and its acronym, which are defined together further up."""
    known = [
        m.group()
        for m in re.finditer(r"(?<=[a-z] )((?:[A-Z][a-z]{3,} ){2,4})\(([A-Z]{3,5})\)", body)
        if "".join(word[0] for word in m[1].split()) == m[2]
    ]
    if not known:
        return None
    error = random.choice(known)
    return f"Hal itu juga menjadi perhatian {error} setempat.", error


def _misspelt(body: str, random: Random) -> tuple[str, str] | None:
    """Another spelling of the name of a speaker further up."""
    names = re.findall(
        r"(?:kata|ujar|ucap|jelas|ungkap|tutur) ([A-Z][a-z]{3,} [A-Z][a-z]{4,})(?! [A-Z]|\w)", body
    )
    names += re.findall(
        r"(?<=[a-z,.] )([A-Z][a-z]{3,} [A-Z][a-z]{4,}) (?:mengatakan|menjelaskan|menyampaikan"
        r"|menyebut|menegaskan|menuturkan|mengungkapkan|menambahkan|mengaku|berharap)(?!\w)",
        body,
    )
    names = [name for name in names if name.split()[0] not in _OFFICES]
    if not names:
        return None
    first, last = random.choice(names).split()
    error = f"{first} {_slip(last, random)}"
    frame = random.choice(("{} mengajak semua pihak bekerja.", "Hal itu dibenarkan oleh {} juga."))
    return frame.format(error), error


def _slip(word: str, random: Random) -> str:
    """A word with one letter doubled, dropped, exchanged or wrong."""
    at = random.randrange(1, len(word) - 1)
    forms = (
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + random.choice(_LETTERS) + word[at + 1 :],
    )
    right = [form for form in forms if form != word and len(form) > 4]
    return random.choice(right)


def _address(_: str, random: Random) -> tuple[str, str]:
    """A village in a district of its regency that has no village of that name."""
    places = shipped_gazetteer()
    while True:
        regency = random.choice(_REGENCIES)
        names = random.sample(places.districts_of(regency), 2)
        home, other = (Place("", name, regency, "") for name in names)
        village = random.choice(places.villages_of(home))
        if not any(
            are_near(place_key(v), place_key(village))
            for d in places.districts(other.district)
            for v in places.villages_of(d)
        ):
            break
    kind = "Kelurahan" if regency.startswith("Kota") else "Desa"
    error = f"{kind} {village}, Kecamatan {other.district}, {regency}"
    return f"Acara serupa digelar di {error}, dan berlangsung meriah.", error


def _small_place(_: str, random: Random) -> tuple[str, str]:
    """A place's noun or name without its capital."""
    places, regency = shipped_gazetteer(), random.choice(_REGENCIES)
    district = random.choice(places.districts_of(regency))
    village = random.choice(places.villages_of(Place("", district, regency, "")))
    error = random.choice((
        f"kecamatan {district}", f"desa {village}", f"kelurahan {village}",
        f"kabupaten {random.choice(('Blitar', 'Malang', 'Kediri', 'Jombang'))}",
        f"Kecamatan {random.choice(('talun', 'kademangan', 'srengat', 'wlingi'))}",
        f"desa {random.choice(('plosorejo', 'ngadri', 'sawentar', 'krisik'))}",
    ))  # fmt: skip
    return f"Acara serupa pernah digelar di {error}.", error


def _wrong_office(_: str, random: Random) -> tuple[str, str]:
    town = random.choice(("Blitar", "Kediri", "Malang", "Madiun", "Bandung"))
    error = random.choice(
        ("Wali Kota Kabupaten", "Bupati Kota", "Wakil Bupati Kota", "Pemkab Kota")
    )
    return f"Acara itu dibuka oleh {error} {town} pagi ini.", f"{error} {town}"


def _ill_ordered(_: str, random: Random) -> tuple[str, str]:
    """An address from wide to narrow, or without its commas."""
    places, regency = shipped_gazetteer(), random.choice(("Kabupaten Blitar", "Kabupaten Kediri"))
    district = random.choice(places.districts_of(regency))
    village = random.choice(places.villages_of(Place("", district, regency, "")))
    levels = [f"Desa {village}", f"Kecamatan {district}", regency]
    error = random.choice((" ".join(levels), ", ".join(reversed(levels)), " ".join(levels[:2])))
    return f"Acara serupa pernah digelar di {error} sebelumnya.", error


def _speaker_twice(_: str, random: Random) -> tuple[str, str]:
    verb = random.choice(("ungkap", "ujar", "kata", "tegas", "jelas", "tutur"))
    name = random.choice(("Izul", "Rini Syarifah", "Bupati", "Camat Talun"))
    error = f"{verb}nya {name}"
    return f'"Kami siap membantu semua warga," {error}.', error


def _law(_: str, random: Random) -> tuple[str, str]:
    number, year = random.randint(1, 40), random.randint(1999, 2023)
    name = random.choice(_LAWS)
    error = random.choice((
        f"{name} No {number} tahun {year}", f"{name} No. {number}/{year}",
        f"{name} Nomor {number} tahun {year}", f"{name} nomor {number} Tahun {year}",
        f"{name} {number}/{year}", f"{name} No.{number} Tahun {year}",
        f"Undang-undang Nomor {number} Tahun {year}",
    ))  # fmt: skip
    return f"Ketentuan itu sesuai dengan {error} tentang pelayanan warga.", error


def _direction(_: str, random: Random) -> tuple[str, str]:
    low = random.randint(11, 90)
    high, thing = low + random.randint(2, 60), random.choice(_THINGS)
    rises = random.random() < 0.5
    verb = random.choice(_DOWN if rises else _UP)
    first, second = (low, high) if rises else (high, low)
    when = random.choice(("", " pada 2023", " tahun lalu"))
    error = random.choice((
        f"dari {first} {thing}{when} menjadi {second} {thing}",
        f"dari {first} menjadi {second} {thing}",
        f"dari Rp{first} juta{when} menjadi Rp{second} juta",
        f"dari {first},5 persen{when} menjadi {second},2 persen",
    ))  # fmt: skip
    return f"Angka itu {verb}{random.choice(('', ' tajam'))} {error} saat ini.", error


def _total(_: str, random: Random) -> tuple[str, str]:
    parts = random.sample(_PARTS, random.randint(2, 3))
    counts = [random.randint(11, 60) for _ in parts]
    total = sum(counts) + random.choice((-5, -2, 1, 3, 10))
    listed = [f"{n} {part}" for n, part in zip(counts, parts, strict=True)]
    last = f"{',' if len(listed) > 2 else ''} dan {listed[-1]}"
    items = ", ".join(listed[:-1]) + last
    key = random.choice(("yang terdiri atas", "terdiri dari", "dengan rincian", "yakni", "yaitu"))
    error = random.choice((f"{total} peserta {key} {items}", f"{items}, total {total} orang"))
    return f"Acara itu diikuti {error}.", error


_TELLINGS = (
    ("Kegiatan itu diikuti {} peserta.", "Sebanyak {} peserta mengikuti kegiatan tersebut."),
    ("Acara itu dihadiri {} kader.", "Sebanyak {} kader hadir sejak pagi."),
    ("Pelatihan itu melibatkan {} pemuda.", "Pelatihan tersebut diikuti {} pemuda."),
    ("Bantuan diserahkan kepada {} petani.", "Sebanyak {} petani menerima bantuan itu."),
    ("Panitia menyalurkan {} paket beras.", "Sebanyak {} paket beras disalurkan pagi itu."),
    ("Banjir itu merendam {} rumah.", "Sebanyak {} rumah terendam semalam."),
    ("Warga menanam {} pohon.", "Sebanyak {} pohon ditanam di lereng itu."),
    ("Musibah itu menewaskan {} orang.", "Sebanyak {} orang tewas dalam musibah itu."),
)
"""Pairs of sentences with the same meaning, each with a number."""


def _plant_two_figures(body: str, random: Random) -> Planted | None:
    """Insert a number near the beginning and, with another value, near the end."""
    lines = body.split("\n")
    if len(lines) < 4:
        return None
    first, second = random.choice(_TELLINGS)
    if random.random() < 0.5:
        first, second = second, first
    one = random.randint(20, 900)
    other = one + random.choice((-9, -5, 7, 10, 30, 100))
    said, error = first.format(one), second.format(other)
    lines[1:1] = [said]
    start = sum(len(line) + 1 for line in lines)
    text = "\n".join([*lines, error])
    return Planted(text, start, len(text), clean="\n".join(lines))


_SENTENCES = (
    ("{} meminta warga menjaga kebersihan sungai dan saluran irigasi.",
     "Kami minta warga menjaga kebersihan sungai serta saluran irigasi"),
    ("Menurut {}, petani membutuhkan pupuk dan bibit jagung menjelang musim tanam.",
     "Petani membutuhkan pupuk serta bibit jagung menjelang musim tanam"),
    ("{} menjelaskan pasar tani dibuka setiap Minggu pagi di alun-alun.",
     "Pasar tani ini buka setiap Minggu pagi di alun-alun"),
    ("{} mengatakan harga gabah turun karena panen raya di semua kecamatan.",
     "Harga gabah menurun karena panen raya di semua kecamatan"),
    ("{} mengimbau pengendara memakai helm dan membawa surat kendaraan.",
     "Kami imbau pengendara memakai helm serta membawa surat kendaraan"),
)  # fmt: skip


def _plant_echo(body: str, random: Random) -> Planted | None:
    """Insert an indirect statement and a quotation that repeats it, in one paragraph or two."""
    at = body.find("\n")
    if at < 0:
        return None
    said, spoken = random.choice(_SENTENCES)
    name = random.choice(("Camat", "Rini Syarifah", "Ketua panitia", "Ia"))
    before = said.format(name) + random.choice((" ", "\n"))
    new = f'{before}"{spoken}," {random.choice(("katanya", "ujar Rini", "tegasnya"))}.'
    start = at + 1 + len(before)
    return Planted(f"{body[:at]}\n{new}{body[at:]}", start, at + 1 + len(new))


_FULL_NAMES = ("Hartono Susilo", "Marwoto Hadi", "Endang Lestari", "Rijanto Mulyono",
               "Suyono Prakoso", "Widodo Santoso", "Sukarni Wati", "Titin Rahayu")  # fmt: skip


def _plant_short_name(body: str, random: Random) -> Planted | None:
    """Insert a speaker by one name who is introduced in full by a later sentence."""
    full = random.choice(_FULL_NAMES)
    first, last = full.split()
    if first in body or last in body:
        return None
    name = random.choice((first, last))
    said = random.choice(
        (
            "{} berharap warga hadir.",
            "Menurut {}, warga siap.",
            '"Kami siap membantu," kata {}.',
            "{} mengajak warga hadir.",
        )
    )
    office = random.choice(("Camat ", "Bupati ", "Lurah ", "Pak "))
    later = random.choice(
        (
            f"Hal itu disampaikan {office}{full} pagi tadi.",
            f"Kata {full}, acara selesai.",
            f"{full} mengatakan warga senang.",
        )
    )
    opening = said.format(name)
    start = opening.index(name)
    clean = f"{opening}\n{body}"
    return Planted(f"{clean}\n{later}", start, start + len(name), clean=clean)


def _plant_many_forms(body: str, random: Random) -> Planted | None:
    """Insert one person under five names."""
    full, office = random.choice(_FULL_NAMES), random.choice(("Camat", "Bupati", "Lurah"))
    first, last = full.split()
    if first in body or last in body:
        return None
    said = [f"{office} {full} hadir.", f"Menurut {full}, warga siap.",
            f"{office} {first} menanam pohon.", f"Kata {last}, panen raya tiba.",
            f"Acara ditutup oleh {first}."]  # fmt: skip
    random.shuffle(said)
    start = len(body) + 1
    text = f"{body}\n{' '.join(said)}"
    return Planted(text, start, len(text))


def _plant_speech(body: str, random: Random) -> Planted | None:
    """Insert a quotation alone between two paragraphs without a speaker."""
    lines = body.split("\n")
    places = [
        i
        for i in range(1, len(lines))
        if min(len(lines[i - 1]), len(lines[i])) > 60
        and not _SAYING.search(lines[i - 1] + lines[i])
    ]
    if not places:
        return None
    at, said = random.choice(places), f'"{random.choice(_SPEECH)}"'
    start = sum(len(line) + 1 for line in lines[:at])
    return Planted("\n".join([*lines[:at], said, *lines[at:]]), start, start + len(said))


def _plant_opening(body: str, random: Random) -> Planted | None:
    """Insert two paragraphs without a time or without a place before all others."""
    if body.count("\n") < 5:
        return None
    opening = random.choice(_NO_TIME + _NO_PLACE)
    return Planted(opening + body, 0, opening.index("\n"))


PLANTERS = (
    _behind_a_sentence("place-capital", _small_place),
    _behind_a_sentence("acronym-undefined", _unexplained),
    _behind_a_sentence("acronym-defined-twice", _defined_again),
    _behind_a_sentence("name-variant", _misspelt),
    _behind_a_sentence("place-hierarchy", _address),
    _behind_a_sentence("place-order", _ill_ordered),
    _behind_a_sentence("quote-attribution-word-order", _speaker_twice),
    _behind_a_sentence("kab-kota-confusion", _wrong_office),
    _behind_a_sentence("law-citation-form", _law),
    _behind_a_sentence("figure-direction", _direction),
    _behind_a_sentence("figure-total", _total),
    Planter("figure-conflict", _plant_two_figures),
    Planter("quote-repeats-indirect", _plant_echo),
    Planter("name-first-mention-incomplete", _plant_short_name),
    Planter("name-short-form-mixed", _plant_many_forms),
    Planter("quote-no-attribution", _plant_speech),
    Planter("5w1h-lead", _plant_opening),
)
"""One for each rule."""
