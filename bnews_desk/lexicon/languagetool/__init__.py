"""LanguageTool: a second opinion, chiefly on what stands in other languages than Indonesian.

Optional, never in the way, and nothing leaves this computer but to an address somebody chose.
What a page of settings needs:

* ``installation.find_java()`` and ``find_installation()`` say what is there, ``java_remedy()``
  and ``release_remedy()`` what to do where it is not;
* ``download.Download`` gets LanguageTool, with progress and cancel,
  ``download.install_from_path`` takes a ZIP or folder that is there already; both block and are
  for a side thread;
* ``server_address.address_of`` reads an address and raises a sentence for one that cannot be used,
  ``what_is_sent`` explains what leaves the computer: show it before the address is taken;
* the choice is ``Settings.languagetool`` (``off``, ``local`` or an address) and
  ``languagetool_indonesian``; in a window that is open ``SecondOpinionService.choose`` takes it.
"""
