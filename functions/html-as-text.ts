/**
 * The HTML part of a mail as the plain text its writer saw. Quotes are told by how mail programs build them and leave behind the marks
 * of plain mails (`>` lines, a divider), so that one reader serves both (core/reply/newly-written.ts). Scripts, styles and what is hidden
 * never become text; nothing is ever fetched.
 */
import { compile, type FormatCallback } from 'html-to-text'

/** People write at the top; what lies beyond a megabyte is pictures and quotes. */
const MOST_HTML = 1_000_000
const MOST_DEPTH = 150

const QUOTE_LINE = '> …'
const DIVIDER = '-----Original Message-----'

type Element = Parameters<FormatCallback>[0]

/** A quote whose end is known: its place is kept by one quoted line. */
const quote: FormatCallback = (_element, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 })
  builder.addLiteral(QUOTE_LINE)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

/** From here on everything is quoted. */
const divider: FormatCallback = (_element, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 })
  builder.addLiteral(DIVIDER)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

/** Gmail puts answers between quotes into its quote: there only the quotes in it go. A quote without any is one itself. */
const aroundQuotes: FormatCallback = (element, walk, builder, options) => {
  if (holdsQuote(element, 0)) {
    builder.openBlock({ leadingLineBreaks: 1 })
    walk(element.children, builder)
    builder.closeBlock({ trailingLineBreaks: 1 })
  } else quote(element, walk, builder, options)
}

const holdsQuote = (element: Element, depth: number): boolean =>
  depth < 4 &&
  (element.children ?? []).some(
    (child: Element) => child.name === 'blockquote' || (child.type === 'tag' && holdsQuote(child, depth + 1)),
  )

/** Smileys are words; other pictures are not. */
const smiley: FormatCallback = (element, _walk, builder) => {
  const said = String(element.attribs?.alt ?? '')
  if (said.length <= 12 && /\p{Extended_Pictographic}/u.test(said)) builder.addInline(said)
}

const skipped = (...selectors: string[]) => selectors.map((selector) => ({ selector, format: 'skip' }))
const as = (format: string, ...selectors: string[]) => selectors.map((selector) => ({ selector, format }))

const toText = compile({
  wordwrap: false,
  baseElements: { selectors: ['body'], returnDomByDefault: true },
  limits: { maxDepth: MOST_DEPTH, maxInputLength: MOST_HTML, maxChildNodes: 20_000, ellipsis: '' },
  formatters: { quote, divider, aroundQuotes, smiley },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'smiley' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false, leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'ul', options: { itemPrefix: '- ', leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'ol', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'hr', format: 'lineBreak' },
    ...as(
      'block',
      'tr',
      'center',
      'blockquote[style*="border:none"i]',
      'blockquote[style*="border: none"i]',
      'blockquote[style*="border: 0"i]',
    ),
    ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: { suffix: ' ' } })),
    ...skipped(
      'head',
      'style',
      'script',
      'title',
      'template',
      'noscript',
      'iframe',
      'object',
      'embed',
      'svg',
      'math',
      'select',
      'button',
    ),
    ...skipped(
      'textarea',
      'audio',
      'video',
      'canvas',
      'xml',
      '[hidden]',
      '[style*="display:none"i]',
      '[style*="display: none"i]',
    ),
    ...as('quote', 'blockquote', 'blockquote[type="cite"i]', 'blockquote.gmail_quote', 'blockquote[style]', 'blockquote[class]'),
    // Own indents of Gmail and Apple Mail, said again for being as specific as the lines above.
    ...as('block', 'blockquote[style*="border:none"i][style]', 'blockquote[style*="border: none"i][style]'),
    ...as(
      'quote',
      '.yahoo_quoted',
      '[class*="yahoo_quoted"]',
      '[id*="yahoo_quoted"]',
      '.protonmail_quote',
      '.tutanota_quote',
      '.zmail_extra',
    ),
    ...as('aroundQuotes', 'div.gmail_quote', 'div.gmail_quote_container', 'div.gmail_extra'),
    // "On ... wrote:", which stands before a quote that has its own line.
    ...skipped('.gmail_attr', '.moz-cite-prefix', '.moz-email-headers-table'),
    ...as(
      'divider',
      '#divRplyFwdMsg',
      '#x_divRplyFwdMsg',
      '#appendonsend',
      '#mail-editor-reference-message-container',
      '.mail-editor-reference-message-container',
    ),
    ...as(
      'divider',
      'hr#zwchr',
      'hr#stopSpelling',
      '[data-marker="__DIVIDER__"]',
      '#isReplyContent',
      '.OutlookMessageHeader',
      '#OLK_SRC_BODY_SECTION',
    ),
    ...as(
      'divider',
      'div[style*="border-top:solid #E1E1E1"i]',
      'div[style*="border-top:solid #B5C4DF"i]',
      'div[style*="border-top: 1pt solid"i]',
    ),
    ...skipped(
      '.gmail_signature',
      '[data-smartmail="gmail_signature"]',
      '#Signature',
      '.moz-signature',
      '#AppleMailSignature',
      '.protonmail_signature_block',
    ),
    ...skipped(
      '#ms-outlook-mobile-signature',
      '#ymail_android_signature',
      '.yahoo-signature',
      '#composer_signature',
      '[class*="ms-outlook-mobile-signature"]',
    ),
    ...skipped(
      '.gmail_signature_prefix',
      '#signature',
      '.zmail_signature',
      '[data-marker="__SIG_POST__"]',
      '[data-marker="__SIG_PRE__"]',
    ),
  ],
})

export interface HtmlText {
  readonly text: string
  /** Quotes were told by their structure. */
  readonly quotes: boolean
}

export function htmlAsText(html: string): HtmlText {
  const text = toText(html.slice(0, MOST_HTML))
  return { text, quotes: text.split('\n').some((line) => line === QUOTE_LINE || line === DIVIDER) }
}
