/** What staff do about complaints of one category, as a file of campaigns/playbooks/ that is named after it: steps, limits, and what a reply begins with. */
import * as z from 'zod'
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { readJsonFile } from '#core/campaign/read-campaign.ts'
import { LONGEST_NAME } from '#core/campaign/staff-text.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/** The three parts of a reply, in their order. */
const REPLY_PARTS = ['acknowledge', 'solve', 'followUp'] as const

/** What `{{…}}` stands for in a reply: the customer's form of address, and the company's name. */
const REPLY_FIELDS = ['honorific', 'company'] as const
type ReplyField = (typeof REPLY_FIELDS)[number]

const ChangeSchema = z.strictObject({
  version: z.int().min(1),
  on: LocalDateSchema,
  by: z.string().trim().min(1).max(LONGEST_NAME),
  note: LocalizedTextSchema.describe('What is different from the version before, and why.'),
})

const lines = z.array(LocalizedTextSchema).max(20)

export const PlaybookSchema = z.strictObject({
  $schema: z.string().optional(),
  owner: z.string().trim().min(1).max(LONGEST_NAME).describe('Who answers for it and changes it.'),
  steps: lines.min(1).describe('What is done, in its order.'),
  limits: lines.default([]).describe('What staff do not do or promise by themselves.'),
  reply: z
    .strictObject({ acknowledge: LocalizedTextSchema, solve: LocalizedTextSchema, followUp: LocalizedTextSchema })
    .optional()
    .describe(
      'What a mail to the customer begins with; what staff fill in stands in square brackets. {{honorific}}, {{company}}.',
    ),
  changes: z
    .array(ChangeSchema)
    .min(1)
    .max(200)
    .refine((all) => all.every(({ version }, at) => version === at + 1), 'versions 1, 2, 3 … in their order')
    .refine((all) => all.every(({ on }, at) => at === 0 || (all[at - 1]?.on ?? '') <= on), 'days in their order')
    .describe('One line for each version, the newest last.'),
})
export type Playbook = Readonly<Omit<z.infer<typeof PlaybookSchema>, '$schema'>>

export interface NamedPlaybook {
  /** Of the file, without its ending: the id of a category. */
  readonly category: string
  readonly playbook: Playbook
}

export const playbookOf = (playbooks: readonly NamedPlaybook[], category: string | null): Playbook | undefined =>
  playbooks.find((each) => each.category === category)?.playbook

/** The version that holds. */
export function versionOf({ changes }: Playbook): Playbook['changes'][number] {
  const last = changes.at(-1)
  if (!last) throw new RangeError('a playbook has a version')
  return last
}

/** A playbook, or every mistake in it. */
export function readPlaybook({ file, text }: { readonly file: string; readonly text: string }) {
  const read = readJsonFile({ file, text, schema: PlaybookSchema })
  if ('problems' in read) return read
  const { $schema: _, ...playbook } = read.value
  const problems = unknownFields(file, playbook)
  if (problems.length > 0) return { problems }
  return { value: { category: categoryNamed(file), playbook } satisfies NamedPlaybook }
}

const categoryNamed = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.json$/, '')

const FIELD = /\{\{\s*([^}]*?)\s*\}\}/g

const unknownFields = (file: string, { reply }: Playbook): readonly Problem[] =>
  REPLY_PARTS.flatMap((part) =>
    Object.entries(reply?.[part] ?? {}).flatMap(([locale, words]) =>
      [...words.matchAll(FIELD)].flatMap(([, field = '']) =>
        REPLY_FIELDS.some((known) => known === field)
          ? []
          : [
              {
                file,
                path: `reply.${part}.${locale}`,
                value: `{{${field}}}`,
                expected: {
                  vi: `một trong ${REPLY_FIELDS.map((known) => `{{${known}}}`).join(', ')}`,
                  en: `one of ${REPLY_FIELDS.map((known) => `{{${known}}}`).join(', ')}`,
                },
              },
            ],
      ),
    ),
  )

/** A file of a category that the company does not have would never be shown. */
export function playbooksOfNoCategory(
  files: readonly { readonly file: string; readonly value: NamedPlaybook }[],
  { categories }: Pick<CasePolicy, 'categories'>,
): readonly Problem[] {
  const known = categories.map(({ id }) => id)
  return files.flatMap(({ file, value: { category } }) =>
    known.includes(category)
      ? []
      : [
          {
            file,
            path: '',
            value: category,
            expected: {
              vi: `tên tệp là một loại vụ việc của cases.json: ${known.join(', ')}`,
              en: `a file named after a category of cases.json: ${known.join(', ')}`,
            },
          },
        ],
  )
}

/** The parts of a reply with their fields filled in; null where the playbook has none. */
export function replyOf(
  { reply }: Playbook,
  { locale, values }: { readonly locale: 'vi' | 'en'; readonly values: Readonly<Record<ReplyField, string>> },
): string | null {
  if (!reply) return null
  const filled = (words: string) =>
    words.replace(FIELD, (whole, field: string) =>
      REPLY_FIELDS.reduce((said, known) => (known === field ? values[known] : said), whole),
    )
  return REPLY_PARTS.map((part) => filled(reply[part][locale])).join('\n\n')
}
