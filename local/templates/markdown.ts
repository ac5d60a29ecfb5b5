/** The Markdown a letter may use - paragraphs, bold, italics, links, lists - as HTML for the layout and as plain text. */
import MarkdownIt, { type Token } from 'markdown-it'
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import { holdTags } from '#local/templates/held-tags.ts'

/** HTML is not passed through and pictures are not supported: a letter is words. A line break in the file is one in the letter. */
const markdown = new MarkdownIt('zero', { html: false, breaks: true }).enable(['emphasis', 'link', 'list', 'newline', 'escape'])

interface RenderedWords {
  readonly html: string
  readonly text: string
  readonly mistakes: readonly MarkdownMistake[]
}
interface MarkdownMistake {
  /** From 1 within the text given. */
  readonly line: number
  readonly value: string
  readonly expected: LocalizedText
}

export function renderWords(words: string): RenderedWords {
  const { held, restore } = holdTags(words)
  const tokens = markdown.parse(held, {})
  return {
    html: restore(markdown.renderer.render(tokens, markdown.options, {})).trim(),
    text: restore(plainText(tokens)),
    mistakes: [...mistakesInLines(words), ...mistakesInLinks(tokens, restore)],
  }
}

const LINE_MISTAKES: readonly (readonly [RegExp, LocalizedText])[] = [
  [
    /!\[[^\]]*\]\([^)]*\)/,
    { vi: 'lời thư không có hình: phần còn lại do bố cục lo', en: 'words without a picture: the layout does the rest' },
  ],
  [
    /<\/?[a-z][^<>]*>/i,
    {
      vi: 'lời thư không có HTML: đã có **đậm**, [chữ](liên kết) và danh sách, phần còn lại do bố cục lo',
      en: 'words without HTML: **bold**, [text](link) and lists are there, the layout does the rest',
    },
  ],
  [
    /^\s{0,3}#{1,6}\s.*/,
    { vi: 'lời thư không có tiêu đề: **đậm** trên một dòng riêng', en: 'words without a heading: **bold** on a line of its own' },
  ],
  [
    /\[\[[^\]]*\]\]/,
    { vi: '[[voucher]] hoặc [[survey]], trên một dòng riêng', en: '[[voucher]] or [[survey]], on a line of its own' },
  ],
]

function mistakesInLines(words: string): MarkdownMistake[] {
  return words.split('\n').flatMap((text, index) =>
    LINE_MISTAKES.flatMap(([pattern, expected]) => {
      const [value] = pattern.exec(text) ?? []
      return value === undefined ? [] : [{ line: index + 1, value: value.trim(), expected }]
    }),
  )
}

/** Valid link targets: a merge field that is a link, a secure page, a mailbox or a telephone. */
const LINK = /^(?:https:\/\/|mailto:|tel:|\{\{)/

function mistakesInLinks(tokens: readonly Token[], restore: (text: string) => string): MarkdownMistake[] {
  return tokens.flatMap((block) =>
    (block.children ?? [])
      .filter((token) => token.type === 'link_open')
      .map((token) => restore(String(token.attrGet('href') ?? '')))
      .filter((href) => !LINK.test(href))
      .map((value) => ({
        line: (block.map?.[0] ?? 0) + 1,
        value,
        expected: {
          vi: 'liên kết bắt đầu bằng https://, mailto:, tel: hoặc là trường trộn như {{voucher.link}}',
          en: 'a link that begins with https://, mailto:, tel: or is a merge field such as {{voucher.link}}',
        },
      })),
  )
}

/** Paragraphs with a blank line between, lists with their marks, a link as `text: URL`. */
function plainText(tokens: readonly Token[]): string {
  const lists: { next: number | undefined }[] = []
  let mark = ''
  let text = ''
  for (const token of tokens) {
    switch (token.type) {
      case 'bullet_list_open':
        lists.push({ next: undefined })
        break
      case 'ordered_list_open':
        lists.push({ next: Number(token.attrGet('start') ?? 1) })
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop()
        if (lists.length === 0) text += '\n'
        break
      case 'list_item_open':
        mark = nextMark(lists)
        break
      case 'list_item_close':
        mark = ''
        break
      case 'inline': {
        const indent = ' '.repeat(mark.length)
        text += `${mark}${inlineText(token.children ?? []).replaceAll('\n', `\n${indent}`)}\n`
        if (lists.length === 0) text += '\n'
        mark = indent
      }
    }
  }
  return text.trim()
}

function nextMark(lists: readonly { next: number | undefined }[]): string {
  const list = lists.at(-1)
  const indent = '  '.repeat(lists.length - 1)
  if (list?.next === undefined) return `${indent}- `
  list.next += 1
  return `${indent}${list.next - 1}. `
}

function inlineText(tokens: readonly Token[]): string {
  let text = ''
  let href = ''
  let linkStart = 0
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n'
    else if (token.type === 'link_open') {
      href = String(token.attrGet('href') ?? '')
      linkStart = text.length
    } else if (token.type === 'link_close') {
      const address = href.replace(/^(?:mailto|tel):/, '')
      if (text.slice(linkStart) !== address) text += `: ${address}`
    } else text += token.content
  }
  return text
}
