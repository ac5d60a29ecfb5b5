/** One mail for one customer: complete, in one language, safe for headers and HTML; or an error that says what was missing. */
import Handlebars from 'handlebars'
import { type CompiledMail, type CompiledTemplates, chooseLocale, mailOf } from '#web/rendering/compiled-template.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import type { MergeFields } from '#web/rendering/merge-fields.ts'
import { type Guard, readTemplateSource } from '#web/rendering/template-source.ts'

export interface RenderedMail {
  /** The language of the mail: the wanted one or a fallback. */
  readonly locale: string
  readonly subject: string
  readonly preheader: string
  readonly html: string
  readonly text: string
}

export class MissingMergeFieldError extends Error {
  override name = 'MissingMergeFieldError'
  readonly template: string
  readonly locale: string
  readonly field: string
  constructor({ template, locale, field }: { readonly template: string; readonly locale: string; readonly field: string }) {
    super(`template ${template} (${locale}) needs the merge field ${field}, and it has no value`)
    this.template = template
    this.locale = locale
    this.field = field
  }
}

/** The template does not exist or cannot be parsed: the checks before sending were not made. */
export class UnusableTemplateError extends Error {
  override name = 'UnusableTemplateError'
}

export interface RenderMailOptions {
  readonly templates: CompiledTemplates
  readonly template: string
  readonly locale: string
  /** Tried in this order when the template has no `locale`. */
  readonly fallbackLocales: readonly string[]
  readonly fields: MergeFields
  /** What the law demands at the beginning of the subject, such as `[QC]`. */
  readonly label: string | null
}

/** Long enough for any name; mail programs show no more. Counts graphemes, so that no letter loses its mark. */
const SUBJECT_LIMIT = 200

/** Throws instead of returning an incomplete mail. */
export function renderMail({
  templates,
  template,
  locale: wished,
  fallbackLocales,
  fields,
  label,
}: RenderMailOptions): RenderedMail {
  const locale = chooseLocale({ templates, template, locale: wished, fallbackLocales })
  const mail = locale === undefined ? undefined : mailOf({ templates, template, locale })
  if (locale === undefined || mail === undefined)
    throw new UnusableTemplateError(`no template ${template} in ${[wished, ...fallbackLocales].join(', ')}`)
  const letter = lettersByMail.get(mail) ?? compileLetter({ mail, template, locale })
  const field = letter.missing(fields)
  if (field !== undefined) throw new MissingMergeFieldError({ template, locale, field })
  const subject = shortened(headerSafe(letter.subject(fields)).text)
  return {
    locale,
    subject: label === null ? subject : `${label} ${subject}`,
    preheader: headerSafe(letter.preheader(fields)).text,
    html: letter.html(fields),
    text: `${letter
      .text(fields)
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
  }
}

interface Letter {
  readonly missing: (fields: MergeFields) => string | undefined
  readonly subject: Fill
  readonly preheader: Fill
  readonly html: Fill
  readonly text: Fill
}
type Fill = (fields: MergeFields) => string

/** Compiling costs a thousand times as much as filling in. Templates live as long as the sender's process. */
const lettersByMail = new WeakMap<CompiledMail, Letter>()

function compileLetter(options: { readonly mail: CompiledMail; readonly template: string; readonly locale: string }): Letter {
  const { mail, template, locale } = options
  const sources = [mail.subject, mail.preheader, mail.html, mail.text].map(readTemplateSource)
  const [misuse] = sources.flatMap(({ misuses }) => misuses)
  if (misuse) throw new UnusableTemplateError(`template ${template} (${locale}): ${misuse.value}; right is ${misuse.expected}`)
  const letter = {
    missing: missingField(sources.flatMap(({ uses }) => uses.filter((use) => use.kind === 'value'))),
    subject: filled(mail.subject, { noEscape: true }),
    preheader: filled(mail.preheader, { noEscape: true }),
    html: filled(mail.html, { noEscape: false }),
    text: filled(mail.text, { noEscape: true }),
  }
  lettersByMail.set(mail, letter)
  return letter
}

/** An instance of its own: it has no helpers of other code, and of the built-in ones only the two that a letter may use. */
const handlebars = Handlebars.create()
for (const helper of ['each', 'with', 'lookup', 'log']) handlebars.unregisterHelper(helper)

/**
 * Handlebars' own strict mode is not used: it reports `{{#if voucher.link}}` without a voucher, and accepts an empty text as a value.
 * `missingField` is stricter where it matters, and reports the name of the field.
 */
function filled(source: string, { noEscape }: { readonly noEscape: boolean }): Fill {
  const fill = handlebars.compile<MergeFields>(source, { noEscape, knownHelpersOnly: true })
  return (fields) => fill(fields, { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false })
}

interface NeededField {
  readonly path: string
  readonly guards: readonly Guard[]
}

/** The first field that the letter needs under the conditions around it but does not get. */
function missingField(uses: readonly NeededField[]): (fields: MergeFields) => string | undefined {
  const distinct = new Map(uses.map(({ path, guards }) => [JSON.stringify([path, guards]), { path, guards }]))
  const needed = [...distinct.values()].map(({ path, guards }) => ({
    path,
    steps: path.split('.'),
    guards: guards.map((guard) => ({ present: guard.present, steps: guard.path.split('.') })),
  }))
  return (fields) =>
    needed.find(
      ({ steps, guards }) =>
        isMissing(valueAt(fields, steps)) && guards.every((guard) => Boolean(valueAt(fields, guard.steps)) === guard.present),
    )?.path
}

const isMissing = (value: unknown) => (typeof value !== 'string' || value === '') && typeof value !== 'number'

function valueAt(fields: object, steps: readonly string[]): unknown {
  let value: unknown = fields
  for (const step of steps) value = ownValue(value, step)
  return value
}

const ownValue = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

/** Cut at a blank when there is one near the end. */
function shortened(subject: string): string {
  if (subject.length <= SUBJECT_LIMIT) return subject
  const graphemes = Array.from(segmenter.segment(subject), ({ segment }) => segment)
  if (graphemes.length <= SUBJECT_LIMIT) return subject
  const cut = graphemes.slice(0, SUBJECT_LIMIT - 1).join('')
  return `${cut.replace(/\s\S{0,30}$/u, '')}…`
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' })
