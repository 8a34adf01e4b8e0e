"""Word knowledge: word lists, speller, affix analyser, gazetteer, dictionaries, LanguageTool."""
