/**
 * The HTML part of a mail as the plain text its writer saw. Quotes are recognised by the structure that mail programs build (html-formats.ts) and
 * become the marks of plain mails (`>` lines, a divider), so that one reader serves both (core/reply/newly-written.ts). Scripts, styles and hidden
 * content never become text; nothing is ever fetched.
 */
import { compile } from 'html-to-text'
import {
  aroundQuotes,
  DIVIDER,
  divider,
  dividerOverHead,
  indent,
  QUOTE_LINE,
  quote,
  signature,
  smiley,
} from '#adapters/mail-in/html-formats.ts'

/** People write at the top; content beyond a megabyte is pictures and quotes. */
const MOST_HTML = 1_000_000
const MOST_DEPTH = 150

const skipped = (...selectors: string[]) => selectors.map((selector) => ({ selector, format: 'skip' }))
const as = (format: string, ...selectors: string[]) => selectors.map((selector) => ({ selector, format }))

const toText = compile({
  wordwrap: false,
  baseElements: { selectors: ['body'], returnDomByDefault: true },
  limits: { maxDepth: MOST_DEPTH, maxInputLength: MOST_HTML, maxChildNodes: 20_000, ellipsis: '' },
  formatters: { quote, divider, dividerOverHead, indent, aroundQuotes, signature, smiley },
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
    ...as('block', 'tr', 'center'),
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
    ...as('indent', 'blockquote'),
    ...as(
      'quote',
      '.yahoo_quoted',
      '[class*="yahoo_quoted"]',
      '[id*="yahoo_quoted"]',
      '.protonmail_quote',
      '.tutanota_quote',
      '.zmail_extra',
      '.skiff_quote',
      '.moz-forward-container',
      '[name="quote"]',
      '#origbody',
      '#reply139content',
      '#oriMsgHtmlSeperator',
      '[fairemail="reference"]',
    ),
    ...as('aroundQuotes', 'div.gmail_quote', 'div.gmail_quote_container', 'div.gmail_extra'),
    // "On ... wrote:" before a quote that has its own line.
    ...skipped('.gmail_attr', '.moz-cite-prefix', '.moz-email-headers-table'),
    ...as(
      'divider',
      // A mail that went through Outlook twice has `x_` before its ids.
      '[id$="divRplyFwdMsg"]',
      '[id$="appendonsend"]',
      '[id$="mail-editor-reference-message-container"]',
      '.mail-editor-reference-message-container',
      '.ms-outlook-mobile-reference-message',
    ),
    ...as(
      'divider',
      'hr#zwchr',
      'hr#stopSpelling',
      'hr#replySplit',
      '#isForwardContent',
      '[data-marker="__DIVIDER__"]',
      '#isReplyContent',
      '.OutlookMessageHeader',
      '#OLK_SRC_BODY_SECTION',
    ),
    ...as(
      'dividerOverHead',
      'div[style*="border-top:solid #E1E1E1"i]',
      'div[style*="border-top:solid #B5C4DF"i]',
      'div[style*="border-top: 1pt solid"i]',
    ),
    ...skipped('.gmail_signature_prefix'),
    ...as(
      'signature',
      '.gmail_signature',
      '[data-smartmail="gmail_signature"]',
      '#Signature',
      '.moz-signature',
      '#AppleMailSignature',
      '.protonmail_signature_block',
    ),
    ...as(
      'signature',
      '#ms-outlook-mobile-signature',
      '[class*="ms-outlook-mobile-signature"]',
      '#ymail_android_signature',
      '.yahoo-signature',
      '#composer_signature',
    ),
    ...as(
      'signature',
      '#signature',
      '#psignature',
      '.zmail_signature',
      '[data-marker="__SIG_POST__"]',
      '[data-marker="__SIG_PRE__"]',
      '[name="messageSignatureSection"]',
      '[fairemail="signature"]',
    ),
  ],
})

export interface HtmlText {
  readonly text: string
  /** Whether the structure marked the quotes. */
  readonly quotes: boolean
}

export function htmlAsText(html: string): HtmlText {
  const text = toText(html.slice(0, MOST_HTML))
  return { text, quotes: text.split('\n').some((line) => line === QUOTE_LINE || line === DIVIDER) }
}
