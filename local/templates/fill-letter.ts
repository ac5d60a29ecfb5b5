/** One letter in one language in the compiled layout, as the four sources that sending fills in. */
import type { Problem } from '#core/campaign/problem.ts'
import type { CompiledLayout } from '#local/templates/compile-layout.ts'
import { escapedWords, fillSlots, LAYOUT_FOLDER, type Slots } from '#local/templates/layout.ts'
import { type LetterPart, letterParts } from '#local/templates/letter-parts.ts'
import { renderWords } from '#local/templates/markdown.ts'
import type { TemplateFile } from '#local/templates/template-file.ts'
import type { CompiledMail } from '#web/rendering/compiled-template.ts'
import { readTemplateSource } from '#web/rendering/template-source.ts'

interface LetterInLayout {
  readonly template: TemplateFile
  readonly layout: CompiledLayout
  readonly locale: string
}

/** The mail is present only when its file has no problem. */
export function fillLetter(options: LetterInLayout): { mail?: CompiledMail; problems: readonly Problem[] } {
  const { template, layout, locale } = options
  const parts = letterParts(template.body).map((part) => ({ part, rendered: renderedPart(part) }))
  const ownProblems = [
    ...tagProblems(template),
    ...parts.flatMap(({ part, rendered }) => markdownProblems({ template, part, rendered })),
  ]
  const words = layout.sayings.get(locale)
  if (!words) {
    const expected = {
      vi: `một tệp templates/${LAYOUT_FOLDER}/words.${locale}.json với lời của bố cục bằng ngôn ngữ ấy`,
      en: `a file templates/${LAYOUT_FOLDER}/words.${locale}.json with what the layout says in that language`,
    }
    return { problems: [...ownProblems, { file: template.file, path: 'language', value: locale, expected }] }
  }
  if (ownProblems.length > 0) return { problems: ownProblems }

  const wordSlots = Object.fromEntries(Object.entries(words).map(([name, word]) => [`words.${name}`, word]))
  const html = [layout.before, ...htmlRows({ parts, layout }), layout.after].join('\n')
  const preheader = escapedWords(template.preheader)
  const filledHtml = fillSlots({ source: html, slots: { locale, preheader, ...escapedSlots(wordSlots) } })
  const text = fillSlots({ source: layout.letterText, slots: { content: textContent({ parts, layout }) } }).filled
  const filledText = fillSlots({ source: text, slots: wordSlots })
  const problems = missingSlots({ locale, missing: [...filledHtml.missing, ...filledText.missing] })
  if (problems.length > 0) return { problems }
  return {
    mail: { subject: template.subject, preheader: template.preheader, html: filledHtml.filled, text: filledText.filled },
    problems,
  }
}

interface RenderedPart {
  readonly part: LetterPart
  readonly rendered: ReturnType<typeof renderedPart>
}

const renderedPart = (part: LetterPart) => (part.kind === 'words' ? renderWords(part.markdown) : undefined)

/** Tags stand raw between the rows, so that a failed condition leaves no empty row. */
function htmlRows({ parts, layout }: { readonly parts: readonly RenderedPart[]; readonly layout: CompiledLayout }): string[] {
  return parts.map(({ part, rendered }) => {
    if (part.kind === 'tag') return part.tag
    if (part.kind !== 'words') return layout.blocks[part.kind].html
    return fillSlots({ source: layout.words, slots: { content: rendered?.html ?? '' } }).filled
  })
}

/** A tag alone on its line removes the whole line with it when the text is filled in. */
function textContent({ parts, layout }: { readonly parts: readonly RenderedPart[]; readonly layout: CompiledLayout }): string {
  return parts
    .map(({ part, rendered }) => {
      if (part.kind === 'tag') return `${part.tag}\n`
      return `${part.kind === 'words' ? (rendered?.text ?? '') : layout.blocks[part.kind].text.trim()}\n\n`
    })
    .join('')
    .trimEnd()
}

function tagProblems({ file, subject, preheader, body, bodyLine }: TemplateFile): Problem[] {
  const inHeadings = Object.entries({ subject, preheader }).flatMap(([path, source]) =>
    readTemplateSource(source).misuses.map(({ value, expected }) => ({ file, path, value, expected })),
  )
  const inBody = readTemplateSource(body).misuses.map(({ line, value, expected }) => ({
    file,
    path: '',
    line: line + bodyLine - 1,
    value,
    expected,
  }))
  return [...inHeadings, ...inBody]
}

function markdownProblems({ template, part, rendered }: RenderedPart & { readonly template: TemplateFile }): Problem[] {
  return (rendered?.mistakes ?? []).map(({ line, value, expected }) => ({
    file: template.file,
    path: '',
    line: line + part.line + template.bodyLine - 2,
    value,
    expected,
  }))
}

const escapedSlots = (slots: Slots): Slots =>
  Object.fromEntries(Object.entries(slots).map(([name, text]) => [name, escapedWords(text)]))

function missingSlots({ locale, missing }: { readonly locale: string; readonly missing: readonly string[] }): Problem[] {
  const file = `templates/${LAYOUT_FOLDER}/words.${locale}.json`
  return [...new Set(missing)].map((slot) =>
    slot.startsWith('words.')
      ? {
          file,
          path: slot.slice('words.'.length),
          value: '',
          expected: { vi: `lời cho [[${slot}]] của bố cục`, en: `a text for [[${slot}]] of the layout` },
        }
      : layoutProblem({
          path: '',
          value: `[[${slot}]]`,
          expected: {
            vi: '[[content]], [[preheader]], [[locale]] hoặc [[words.…]]',
            en: '[[content]], [[preheader]], [[locale]] or [[words.…]]',
          },
        }),
  )
}

const layoutProblem = (problem: Omit<Problem, 'file'>): Problem => ({
  file: `templates/${LAYOUT_FOLDER}/letter.mjml`,
  ...problem,
})
