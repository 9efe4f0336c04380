"""The face in full screen: the only room that knows Textual."""
