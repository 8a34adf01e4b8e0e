"""LanguageTool: a second opinion, mainly on passages in languages other than Indonesian.

It is optional and never blocks the program. Nothing leaves this computer except to an address that
the user chose. A settings page needs:

* ``installation.find_java()`` and ``find_installation()``, which tell what is installed, and
  ``java_remedy()`` and ``release_remedy()``, which tell what to do where it is not;
* ``download.Download``, which downloads LanguageTool with progress and cancel, and
  ``download.install_from_path``, which takes an existing ZIP or folder; both block, so call them in
  another thread;
* ``server_address.address_of``, which parses an address and raises a sentence for an unusable one,
  and ``what_is_sent``, which explains what leaves the computer: show it before accepting one;
* ``Settings.languagetool`` (``off``, ``local`` or an address) and ``languagetool_indonesian``,
  which store the choice; in an open window ``SecondOpinionService.choose`` applies it.
"""
