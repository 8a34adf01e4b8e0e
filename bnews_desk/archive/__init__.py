"""Where releases are kept: the journal, in which every keystroke is safe within two seconds."""
