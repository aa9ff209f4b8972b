"""Argos packages: found, checked, installed, opened. Only this folder knows CTranslate2 and SentencePiece."""
