"""The shapes of what stays as it is in every language (see `placeables`), in the order in which they are tried."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "address", "e-mail", "handle", "hashtag", "code", "file", "placeholder", "tag", "entity", "number",
    "coordinates", "amount", "version", "designation", "script",
]  # fmt: skip

_ENDINGS_OF_ADDRESSES = (
    "com|org|net|info|biz|edu|gov|mil|int|eu|de|at|ch|li|lu|nl|be|fr|it|es|pt|pl|cz|sk|si|hu|ro|bg|gr|hr|rs|ba|mk|al|lt|lv"
    "|ee|fi|se|no|dk|is|ie|uk|us|ca|au|nz|jp|cn|kr|il|tr|by|ru|ua|su|рф|бел|укр|md|ge|kz|uz|az|io|ai|me|tv|fm|ly|gg|co|cc|to"
    "|app|dev|blog|news|media|press|live|online|site|social|world|team|wiki|shop|berlin|example|test|local"
)
_ENDINGS_OF_FILES = (
    "pdf|docx?|docm|dotx|xlsx?|xlsm|pptx?|od[tspg]|rtf|txt|md|rst|csv|tsv|tab|jsonl?|ya?ml|toml|ini|cfg|conf|env|xml|xslt?"
    "|x?html?|s?css|m?js|tsx?|jsx|pyc?|ipynb|sh|bash|bat|cmd|ps1|exe|dll|msi|so|jar|zip|tar|t?gz|bz2|xz|7z|rar|jpe?g|png|gif"
    "|svg|webp|tiff?|bmp|ico|psd|mp[34]|m4[av]|mov|avi|mkv|wav|ogg|flac|webm|epub|mobi|sql|sqlite|db|log|bak|tmp|iso|img|apk"
    "|dmg|deb|rpm|srt|vtt|ttf|otf|woff2?|php|java|[ch]|[ch]pp|cs|rs|go|rb|pl|lua|tex|bib|ics|vcf|eml|msg|pot?|mo|tmx|tbx|xlf"
    "|(?:sdl)?xliff|lock|key|pem|crt"
)
_OF_ADDRESS = r"[^\s<>\"“”„»«`⟦⟧]"
_OF_PATH = r"[\w.%~+@-]"
COMMAND = (
    "(?:sudo )?(?:pip3?|npm|npx|yarn|pnpm|git|docker|apt(?:-get)?|brew|cargo|uvx?|conda|systemctl|kubectl|python3?"
    "|curl|wget|ssh|chmod)"
)
_ORDERS = (
    "install|uninstall|run|start|stop|restart|build|clone|commit|push|pull|add|remove|update|upgrade|init|checkout|merge"
    "|rebase|status|log|diff|branch|sync|test|exec|compose|list|show|freeze|search|enable|disable|apply|get"
)
_DEGREES = r"\d{1,3}° ?(?:\d{1,2}(?:[.,]\d+)?[′'’] ?(?:\d{1,2}(?:[.,]\d+)?(?:[″\"”]|′′|'') ?)?)?[NSEWO]\b"
_GERMAN_ENDINGS = "e|n|en|er|es|em|s|r|m|in|innen|nen"

_HOUSE = "|".join(rf"(?<=[a-zäöüß.] {number}, )" for number in (r"\d", r"\d\d", r"\d\d\d", r"\d[a-z]", r"\d\d[a-z]"))
_CALLED = "|".join(
    f"(?<={word} )" for word in ("Telefon", "Telefon:", r"Tel\.", r"Tel\.:", "Tel:", "Fax", "Fax:", "Mobil", "Mobil:")
)
_COUNTED = "|".join(
    f"(?<={word} )" for word in ("Konto", "Kontonummer", "Konto-Nr.", "Postfach", "Aktenzeichen", r"Nr\.")
)
SHAPES: tuple[tuple[Kind, str], ...] = (
    ("tag", r"</?[A-Za-z][\w:-]*(?:\s[^<>\n]*)?/?>|<!--[^\n]*?-->"),
    ("entity", r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});"),
    ("code", r"(?P<tick>`{1,3})[^`\n]+(?P=tick)"),
    # {name} {0} {{user}} ${HOME} $USER $1 [[NAME]] %s %1$s %(count)d %NAME% __NAME__, but no $1.50
    ("placeholder", r"\{\{[^{}\n]{1,80}\}\}|\$?\{[\w.:!-]{0,60}\}|\[\[\w{1,40}\]\]|%\(\w{1,60}\)[sdif]"),
    ("placeholder", r"(?<![\w%])%(?:\d\$)?[-+0]?\d{0,3}(?:\.\d)?l{0,2}[sdif@](?!\w)|(?<![\w%])%[A-Z][A-Z_]+%"),
    ("placeholder", r"(?<![\w$])\$(?:[A-Za-z_]\w*|[1-9](?![\d.,]*\d| ?(?:[MmBb]i|Mrd)))|(?<!\w)__[A-Z]\w*__"),
    ("address", rf"(?<!\w)(?:[A-Za-z][A-Za-z0-9+.-]{{1,20}}://|www\.(?=[\w-]+\.)|(?:mailto|doi):(?=\w)){_OF_ADDRESS}+"),
    ("e-mail", r"(?<![\w.+@-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"),
    ("handle", r"(?<![\w@.])@\w(?:[\w.-]*\w)?(?:@[\w-]+(?:\.[\w-]+)+)?"),
    ("hashtag", r"(?<![\w&#/])#(?=\w)[\w\u0300-\u036f]+"),
    # C:\Daten \\server\freigabe /etc/hosts ~/artikel ./artikel
    ("file", rf"(?<!\w)[A-Za-z]:\\(?:{_OF_PATH}+\\?)*|\\\\[\w.-]+(?:\\[\w.$%~+-]+)+"),
    ("file", rf"(?<![\w/.)])(?:(?:~|\.\.?)?/(?:{_OF_PATH}+/)+{_OF_PATH}*|(?:~|\.\.?)/{_OF_PATH}+)"),
    ("file", r"(?<![\w/])/(?:etc|tmp|usr|home|var|opt|dev|bin|root|mnt|srv)\b"),
    # bericht.final.pdf *.txt .env
    ("file", rf"(?<![\w./@+-])(?!\w\.[a-z]\b)(?:\*|[\w+-]++)(?:[./][\w+-]++)*?\.(?:{_ENDINGS_OF_FILES})(?!\w|\.\w|@)"),
    ("file", r"(?<![\w.)\]])\.[a-z][a-z0-9_-]{2,20}(?!\w)"),
    # DOI, ISBN, IBAN, telephone
    ("number", r"(?<![\w./-])10\.\d{4,9}/[^\s<>\"“”„»«]+"),
    ("number", r"(?<![\w-])(?:97[89][- ])?\d{1,5}-\d{1,7}-\d{1,7}-[\dX](?![\w-])|(?<!\w)97[89]\d{10}(?!\w)"),
    ("number", r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)"),
    ("number", r"(?<![\w+.,])\+\d{1,3}(?:[ ./–-]{0,2}\(?\d{1,8}\)?){2,7}(?!\w)"),
    ("number", r"(?<![\w(])\(0\d{1,5}\)(?:[ ./–-]{0,2}\d{1,8}){1,6}(?!\w)"),
    ("number", r"(?<![\w.,:/-])0\d{1,5} ?[/–-] ?\d{2,8}(?:[ –-]{1,3}\d{1,6})*(?![\w:])"),
    ("number", r"(?<![\w.,:/-])0\d{1,5} \d{2,8}(?: \d{1,6}){1,5}(?![\w:])"),
    # Lindenstraße 12, 10969 Berlin; Tel. 030 12345; Konto 12345678: packages take them for amounts
    ("number", rf"(?:{_HOUSE}|(?<=PLZ ))\d{{5}}(?= [A-ZÄÖÜ][a-zäöüß])"),
    ("number", rf"(?:{_CALLED})0\d{{1,5}} \d{{2,8}}(?![\w:])"),
    ("number", rf"(?:{_COUNTED})\d{{5,20}}(?![\w]|[.,:/]\d)"),
    ("coordinates", rf"(?<![\w.]){_DEGREES}(?:,? ?{_DEGREES})?"),
    ("coordinates", r"(?<![\w.,])[-−]?\d{1,3}\.\d{4,}, ?[-−]?\d{1,3}\.\d{4,}(?![\w.])"),
    # 7 ₴ ₽ 1.000, but not € £ $ ¥, which packages know
    ("amount", r"(?<![\w.,])\d(?:[\d.,]*\d)? ?[₠-₫₭-₿]|[₠-₫₭-₿] ?\d(?:[\d.,]*\d)?(?!\w)"),
    # v2.1.3 17.4.1 v0.9.0-beta.2, but no 24.11.2022
    ("version", r"(?<![\w.])(?:v\d+|V\d+(?=\.\d))(?:\.\d+)*(?:[-+.][A-Za-z0-9]+)*(?!\w)|(?<=Version )\d+\.\d+(?!\w)"),
    ("version", r"(?<![\w.,:/-])\d+(?:\.\d+){2,}(?:-?(?:alpha|beta|rc)[.\d]*)?(?!\w|\.\d)"),
    # pip install workbench; git push --force
    ("code", rf"(?<![\w-]){COMMAND} (?:(?:{_ORDERS})\b(?: [a-z][a-z0-9@/.:=_-]*\w)?|-[\w-]+)(?: -[\w-]+(?:=\S+)?)*"),
    # read_document() os.path.join len(text), but no neue(n)
    ("code", r"(?<![\w.])[a-z_]\w*(?:\.[a-z_]\w*)*\(\)|(?<![\w.])[a-z_][a-z0-9_]+(?:\.[a-z_][a-z0-9_]+){2,}(?![\w.])"),
    ("code", rf"(?<![\w.])[a-z_]{{2,}}(?:\.[a-z_]\w*)*\((?!(?:{_GERMAN_ENDINGS})\))[\w, .='\"]{{1,60}}\)(?!\w)"),
    ("code", r"(?<![\w-])--[a-z][\w-]*(?:=[^\s,;]+)?|(?<=\s)-[A-Za-z](?=[\s,;.)])"),
    # user_id _private MAX_LENGTH getUserName
    ("code", r"(?<![\w.])(?:[^\W_]+_)+[^\W_]+(?!\w)|(?<!\w)_[a-z]\w*|(?<![\w.])[a-z]+(?:[A-Z][a-z0-9]+){2,}(?!\w)"),
    ("code", r"(?<![\w-])[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?!\w)"),
    ("code", r"(?<!\w)(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,64}(?!\w)"),
    (
        "address",
        rf"(?<![\w@./-])(?:[^\W_][\w-]*+\.)+(?:{_ENDINGS_OF_ADDRESSES})(?!\w|\.\w|-[a-z\d]|\()(?::\d{{2,5}})?"
        rf"(?:/{_OF_ADDRESS}*)?",
    ),
    # Su-35 T-72B3 FR4978 EW-001PA 2A6 BA.2 CVE-2023-4863
    (
        "designation",
        r"(?<![\w./-])(?:[A-Z][a-z]?|[A-Z][a-z][A-Z]|[A-Z]{2,8})-?\d+(?:[A-Z]++\d*+)*(?:-\d++)*s?(?![\w/])",
    ),
    ("designation", r"(?<![\w.,/-])\d{1,3}[A-Z]\d{0,3}(?![\w.])|(?<![\w.-])[A-Z]{1,2}(?:\.\d+)+(?!\w)"),
    ("designation", r"(?<![\w./-])[A-Z]{1,2}-[A-Z]{3,4}(?!\w)|(?<![\w-])[A-Z]{2,8}(?:-\d{1,7})+(?!\w)"),
    ("script", r"[^\W\d_]*[\u0300-\u036f][\w\u0300-\u036f]*"),
)  # fmt: skip
"""Kind and pattern. Of what begins at one place the first wins; patterns take a time that is linear in the text."""
