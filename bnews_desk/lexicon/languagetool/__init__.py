"""LanguageTool: a second opinion, chiefly on what stands in other languages than Indonesian."""
