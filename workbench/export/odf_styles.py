"""The named styles and the page of an OpenDocument text."""

from __future__ import annotations

FONTS = (
    "<office:font-face-decls>"
    '<style:font-face style:name="Liberation Serif" svg:font-family="\'Liberation Serif\'"'
    ' style:font-family-generic="roman"/>'
    '<style:font-face style:name="Liberation Mono" svg:font-family="\'Liberation Mono\'"'
    ' style:font-family-generic="modern"/>'
    "</office:font-face-decls>"
)
_MASTER = (
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Sheet"><style:footer>'
    '<text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number> / '
    "<text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles>"
)


def styles(landscape: bool, english: str) -> str:
    """Fonts, the styles by name, and an A4 sheet with its number, as XML."""
    return (
        f"{FONTS}<office:styles>{_all_named(landscape, _language(english))}</office:styles>{_sheet(landscape)}{_MASTER}"
    )


def _sheet(landscape: bool) -> str:
    width, height, turned = ("297mm", "210mm", "landscape") if landscape else ("210mm", "297mm", "portrait")
    sides = "15mm" if landscape else "25mm"
    return (
        f'<office:automatic-styles><style:page-layout style:name="Sheet"><style:page-layout-properties'
        f' fo:page-width="{width}" fo:page-height="{height}" style:print-orientation="{turned}" fo:margin-top="15mm"'
        f' fo:margin-bottom="12mm" fo:margin-left="{sides}" fo:margin-right="{sides}"/><style:footer-style>'
        '<style:header-footer-properties fo:min-height="6mm" fo:margin-top="3mm"/></style:footer-style>'
        "</style:page-layout></office:automatic-styles>"
    )


def _language(tag: str) -> str:
    language, _, country = tag.partition("-")
    return f' fo:language="{language}" fo:country="{country}"'


def _all_named(landscape: bool, english: str) -> str:
    """The styles by name. `German` and `English` tell the spelling check their language."""
    size = "10pt" if landscape else "11pt"
    below = "0mm" if landscape else "2.5mm"
    return "".join(
        (
            '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"'
            ' style:tab-stop-distance="12.5mm"/><style:text-properties style:font-name="Liberation Serif"'
            f' fo:font-size="{size}"{english}/></style:default-style>',
            _named("Standard", parent="", text=english),
            _named("English", paragraph=f' fo:margin-bottom="{below}"', text=english),
            _named("German", paragraph=f' fo:margin-bottom="{below}"', text=_language("de-DE")),
            _named("Told", paragraph=' fo:margin-bottom="4mm"'),
            _named("Quotations", paragraph=' fo:margin-left="10mm" fo:margin-right="10mm" fo:margin-bottom="2.5mm"'),
            _named("Small", paragraph=' fo:margin-bottom="1mm"', text=' fo:font-size="8pt"'),
            _named("Footer", paragraph=' fo:text-align="end"', text=f' fo:font-size="8pt" fo:color="#595959"{english}'),
            *(_heading(level) for level in range(1, 7)),
            '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">'
            '<style:text-properties fo:color="#0b57d0" style:text-underline-style="solid"/></style:style>',
        )
    )


def _named(name: str, *, paragraph: str = "", text: str = "", parent: str = "Standard") -> str:
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{above} style:class="text">'
        f"<style:paragraph-properties{paragraph}/><style:text-properties{text}/></style:style>"
    )


def _heading(level: int) -> str:
    size = (16, 14, 12, 11, 11, 11)[level - 1]
    return (
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph"'
        f' style:parent-style-name="Standard" style:next-style-name="English" style:default-outline-level="{level}"'
        ' style:class="text"><style:paragraph-properties fo:keep-with-next="always" fo:margin-top="3mm"'
        f' fo:margin-bottom="2mm"/><style:text-properties fo:font-size="{size}pt" fo:font-weight="bold"/></style:style>'
    )
