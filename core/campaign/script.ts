/** What staff say in a call, as a file of campaigns/scripts/: in both languages, with the customer's and the agent's own forms of address. */
import * as z from 'zod'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { readJsonFile } from '#core/campaign/read-campaign.ts'

/** In the order of the talk. */
export const SCRIPT_PARTS = ['opening', 'question', 'empathy', 'closing'] as const
export type ScriptPart = (typeof SCRIPT_PARTS)[number]

/**
 * What `{{…}}` stands for. customer: "chị Lan", or a polite form without a name. self: what the agent calls themself to this customer. agent: the
 * agent's name. company: its name. product: of the order that the call is about.
 */
export const SCRIPT_FIELDS = ['customer', 'self', 'agent', 'company', 'product'] as const
export type ScriptField = (typeof SCRIPT_FIELDS)[number]

export const ScriptSchema = z.strictObject({
  $schema: z.string().optional(),
  opening: LocalizedTextSchema.describe('Who rings, and whether the customer has a moment.'),
  question: LocalizedTextSchema.describe('One open question: the customer speaks.'),
  empathy: LocalizedTextSchema.describe('What is said when something went wrong.'),
  closing: LocalizedTextSchema.describe('What was agreed, and thanks.'),
})
export type Script = Readonly<Pick<z.infer<typeof ScriptSchema>, ScriptPart>>

export interface NamedScript {
  /** Of the file, without its ending: what a campaign's `touch.script` names. */
  readonly name: string
  readonly script: Script
}

/** A script, or every mistake in it. */
export function readScript({ file, text }: { readonly file: string; readonly text: string }) {
  const read = readJsonFile({ file, text, schema: ScriptSchema })
  if ('problems' in read) return read
  const problems = SCRIPT_PARTS.flatMap((part) => unknownFields(file, part, read.value[part]))
  if (problems.length > 0) return { problems }
  const { opening, question, empathy, closing } = read.value
  return { value: { name: nameOf(file), script: { opening, question, empathy, closing } } satisfies NamedScript }
}

const nameOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.json$/, '')

const FIELD = /\{\{\s*([^}]*?)\s*\}\}/g

const unknownFields = (file: string, part: ScriptPart, text: Script[ScriptPart]): readonly Problem[] =>
  Object.entries(text).flatMap(([locale, words]) =>
    [...words.matchAll(FIELD)].flatMap(([, field = '']) =>
      SCRIPT_FIELDS.some((known) => known === field)
        ? []
        : [
            {
              file,
              path: `${part}.${locale}`,
              value: `{{${field}}}`,
              expected: {
                vi: `một trong ${SCRIPT_FIELDS.map((known) => `{{${known}}}`).join(', ')}`,
                en: `one of ${SCRIPT_FIELDS.map((known) => `{{${known}}}`).join(', ')}`,
              },
            },
          ],
    ),
  )

/** The words with their fields filled in. A field without a value is left out together with one space before it. */
export const spoken = (words: string, values: Readonly<Partial<Record<ScriptField, string>>>): string =>
  words.replace(/ ?\{\{\s*([^}]*?)\s*\}\}/g, (whole, field: ScriptField) => {
    const value = values[field]
    return value === undefined ? '' : `${whole.startsWith(' ') ? ' ' : ''}${value}`
  })
