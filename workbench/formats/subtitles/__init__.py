"""Subtitles: SubRip (.srt) and WebVTT (.vtt), cue by cue; all but the words stays byte for byte."""

from workbench.formats.subtitles.filter import SubtitleFilter

__all__ = ["SubtitleFilter"]
