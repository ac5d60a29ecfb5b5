/** What customers talk about: campaigns/themes.json. A company without it has no themes, and its report counts none. */
import * as z from 'zod'
import { type CasePolicy, WordsSchema } from '#core/campaign/case-policy.ts'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import type { Problem } from '#core/campaign/problem.ts'
import type { ThemeSetting } from '#core/campaign/theme-set.ts'
import { stableHash } from '#core/customer/stable-hash.ts'

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

const PhrasesSchema = z.strictObject({ vi: WordsSchema, en: WordsSchema }).default({ vi: [], en: [] })

const ChosenSchema = z.strictObject({
  campaign: z.string().min(1).optional().describe('Of which survey; left out: of each that has such a question and answer.'),
  question: z.string().min(1).describe('The id of the question.'),
  choice: z.string().min(1).describe('The id of the answer.'),
})

const IdSchema = z.string().max(40).regex(ID, 'small letters, digits and hyphens, such as late-delivery')

const ThemeSchema = z.strictObject({
  id: IdSchema,
  name: LocalizedTextSchema,
  words: PhrasesSchema.describe(
    'Any of these in a text gives it the theme: whole words, in any case of letters. Written with marks, and found without them too where the customer writes none; a single word that is another word without its marks is then not found.',
  ),
  except: PhrasesSchema.describe('Longer phrases in which those words mean something else: "giá" counts, and not in "đánh giá".'),
  evenDenied: z
    .boolean()
    .default(false)
    .describe(
      'Whether a phrase counts behind a "no" as well. Left out: "không giao chậm" is not about late delivery. true: for the name of a thing, as in "không vào được website".',
    ),
  chosen: z.array(ChosenSchema).max(50).default([]).describe('Reasons of a survey that the customer ticks.'),
  categories: z
    .array(z.string().min(1))
    .max(50)
    .default([])
    .describe('Ids of categories of cases.json: a case of one of them has the theme.'),
})
/** A rule by which texts get a theme. It says nothing of other themes, and their rules nothing of it. */
export type Theme = Readonly<z.infer<typeof ThemeSchema>>

export const ThemesSchema = z.strictObject({
  $schema: z.string().optional(),
  themes: z
    .array(ThemeSchema)
    .min(1)
    .max(50)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each id once'),
})

/** As people read it: a theme that staff gave and the file no longer has keeps its id. */
export const themeNamed = (themes: readonly Theme[], id: string, locale: keyof Theme['name']): string =>
  themes.find((theme) => theme.id === id)?.name[locale] ?? id

/** A theme that the file no longer has can be taken away, and not given; what no theme can be called is kept beside no text. */
export const maySetTheme = ({ theme, as }: ThemeSetting, themes: readonly Theme[]): boolean =>
  as === 'added' ? themes.some(({ id }) => id === theme) : IdSchema.safeParse(theme).success

/** The same for rules that find the same: names, and the order of themes, do not matter. */
export const rulesName = (themes: readonly Theme[]): string =>
  String(stableHash(JSON.stringify(themes.map(({ name: _, ...rules }) => rules).toSorted((a, b) => (a.id < b.id ? -1 : 1)))))

/** Categories that no case can have. */
export function categoriesUnknown(
  file: string,
  themes: readonly Theme[],
  { categories }: Pick<CasePolicy, 'categories'>,
): readonly Problem[] {
  const known = categories.map(({ id }) => id)
  return themes.flatMap(({ categories: named }, at) =>
    named.flatMap((category, place): readonly Problem[] =>
      known.includes(category)
        ? []
        : [
            {
              file,
              path: `themes[${at}].categories[${place}]`,
              value: category,
              expected: {
                vi: `một loại có trong cases.json: ${known.join(', ')}`,
                en: `a category of cases.json: ${known.join(', ')}`,
              },
            },
          ],
    ),
  )
}
