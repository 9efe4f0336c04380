"""Line mode: one conversation, held with numbered prompts or with arrow-key prompts."""
