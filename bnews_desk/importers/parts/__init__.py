"""The parts that a press release is made of: which paragraphs are copy, which are furniture."""
