"""What LanguageTool's commonest remarks are in Indonesian; the others keep its own words."""

from __future__ import annotations

from bnews_desk.lexicon.languagetool.opinion import Remark

LANGUAGES = {
    "de": "Jerman",
    "en": "Inggris",
    "es": "Spanyol",
    "fr": "Prancis",
    "id": "Indonesia",
    "nl": "Belanda",
}
"""What the languages of passages are called."""
_UNKNOWN_WORD = "“{word}” tidak dikenal dalam bahasa {language}; periksa ejaannya"
_MESSAGES = {
    "EN_A_VS_AN": "Dalam bahasa Inggris a mendahului bunyi konsonan dan an bunyi vokal",
    "ENGLISH_WORD_REPEAT_RULE": "“{word}” mengulang kata yang sama",
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE": "Kalimat beruntun diawali kata yang sama",
    "HE_VERB_AGR": "Kata kerja tidak sesuai dengan subjek orang ketiga tunggal (he goes)",
    "IT_VBZ": "Kata kerja tidak sesuai dengan subjek it (it goes)",
    "MD_BASEFORM": "Sesudah kata bantu (can, will, must) dipakai kata kerja bentuk dasar",
    "NON3PRS_VERB": "Kata kerja tidak sesuai dengan subjek (they go, bukan they goes)",
    "PLURAL_VERB_AFTER_THIS": "Sesudah this dipakai kata kerja tunggal",
    "SUBJECT_VERB_AGREEMENT": "Kata kerja tidak sesuai dengan jumlah subjeknya",
    "THIS_NNS": "This mendahului kata benda tunggal, these kata benda jamak",
    "TO_NON_BASE": "Sesudah to dipakai kata kerja bentuk dasar",
    "MANY_NN": "Sesudah many dipakai kata benda jamak",
    "PREPOSITION_VERB": "Sesudah kata depan dipakai kata kerja berakhiran -ing",
    "BEEN_PART_AGREEMENT": "Sesudah be atau been dipakai bentuk lampau (held, bukan hold)",
    "HAVE_PART_AGREEMENT": "Sesudah have atau has dipakai bentuk lampau (done, bukan did)",
    "DID_BASEFORM": "Sesudah did dipakai kata kerja bentuk dasar",
}


def said_of(remark: Remark, word: str, language: str) -> str:
    """What an editor reads of a remark on ``word`` in a passage of ``language``, without a stop."""
    template = _UNKNOWN_WORD if remark.is_spelling else _MESSAGES.get(remark.rule, "")
    if not template:
        return remark.message.rstrip(".") or "LanguageTool meragukan bagian ini"
    return template.format(word=word, language=LANGUAGES.get(language, language))
