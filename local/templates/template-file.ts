/** The file that marketing writes: `subject:` and `preheader:` on top, a blank line, then the letter in Markdown. */
import type { Problem } from '#core/campaign/problem.ts'

export interface TemplateFile {
  readonly file: string
  readonly subject: string
  readonly preheader: string
  readonly body: string
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number
}

const HEADINGS = ['subject', 'preheader'] as const
type Heading = (typeof HEADINGS)[number]

/** Letters are composed (NFC) and line ends plain, whatever editor wrote the file. */
export function readTemplateFile(options: { readonly file: string; readonly content: string }): {
  readonly template: TemplateFile
  readonly problems: readonly Problem[]
} {
  const { file } = options
  const lines = options.content
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
  const blank = lines.findIndex((line) => line.trim() === '')
  const top = lines.slice(0, blank === -1 ? lines.length : blank)
  const { values, problems } = readHeadings({ file, top })
  const missing = HEADINGS.filter((heading) => !values.get(heading)).map((heading) => ({
    file,
    path: heading,
    value: '',
    expected: {
      vi: `một dòng "${heading}: …" trên đầu thư, trước dòng trống đầu tiên`,
      en: `a line "${heading}: …" above the letter, before the first blank line`,
    },
  }))
  const body = blank === -1 ? '' : lines.slice(blank + 1).join('\n')
  const noBody =
    body.trim() === ''
      ? [
          {
            file,
            path: 'body',
            value: '',
            expected: { vi: 'nội dung thư bên dưới dòng trống đầu tiên', en: 'a letter below the first blank line' },
          },
        ]
      : []
  const [subject, preheader] = [values.get('subject') ?? '', values.get('preheader') ?? '']
  return {
    template: { file, subject, preheader, body, bodyLine: top.length + 2 },
    problems: [...problems, ...missing, ...noBody],
  }
}

function readHeadings({ file, top }: { readonly file: string; readonly top: readonly string[] }) {
  const values = new Map<Heading, string>()
  const problems: Problem[] = []
  for (const [index, line] of top.entries()) {
    const [, word, value] = /^\s*([A-Za-z]+)\s*:(.*)$/.exec(line) ?? []
    const heading = HEADINGS.find((known) => known === word?.toLowerCase())
    const place = { file, path: '', line: index + 1, value: line.trim() }
    if (!heading || value === undefined)
      problems.push({
        ...place,
        expected: {
          vi: `"${HEADINGS.join(': …" hoặc "')}: …", rồi một dòng trống`,
          en: `"${HEADINGS.join(': …" or "')}: …", then a blank line`,
        },
      })
    else if (values.has(heading))
      problems.push({ ...place, expected: { vi: `${heading} chỉ một lần`, en: `${heading} only once` } })
    else values.set(heading, value.trim())
  }
  return { values, problems }
}
