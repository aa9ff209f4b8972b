"""Web pages: saved pages of news sites, letters, pieces of pages, posts of WordPress."""

from workbench.formats.html.filter import HtmlFilter
from workbench.formats.html.saved import ArticlePage, article_page
from workbench.formats.html.wordpress import WordPressFilter

__all__ = ["ArticlePage", "HtmlFilter", "WordPressFilter", "article_page"]
