/** Whom staff ask about a case: campaigns/departments.json. A company without it has departments by name alone, and staff cannot ask those by mail. */
import * as z from 'zod'
import { type CasePolicy, LengthSchema } from '#core/campaign/case-policy.ts'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { LONGEST_NAME } from '#core/campaign/staff-text.ts'

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** RFC 5321: 256 with the angle brackets around it. */
const LONGEST_ADDRESS = 254
/** The languages of the pages that a link leads to. */
const LANGUAGES = ['vi', 'en'] as const

const PersonSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_NAME)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'a text without control characters' }),
  address: z
    .email()
    .max(LONGEST_ADDRESS)
    .transform((written) => written.normalize('NFC').toLowerCase()),
  language: z.enum(LANGUAGES).default('vi').describe('Of the mails and pages for this person.'),
})
export type DepartmentPerson = Readonly<z.infer<typeof PersonSchema>>

const DepartmentSchema = z.strictObject({
  id: z.string().max(60).regex(ID, 'small letters, digits and hyphens, such as production'),
  name: LocalizedTextSchema,
  head: PersonSchema.describe('Hears of a question that nobody accepts in time, and gets the weekly digest.'),
  addressees: z
    .array(PersonSchema)
    .min(1)
    .max(20)
    .refine((all) => new Set(all.map(({ address }) => address)).size === all.length, 'each address once')
    .describe('Who can be asked; the first where staff choose none.'),
  acceptIn: LengthSchema.prefault({ amount: 4, unit: 'hours' }).describe(
    'By when a question must be accepted, in the working time of cases. Left out: 4 hours, half a working day, a proposal to replace by what you agreed with the department.',
  ),
  answerIn: LengthSchema.prefault({ amount: 2, unit: 'days' }).describe(
    'By when it must be answered where nobody promised a time, in the working time of cases. Left out: 2 days, so that the 3 days of a grave case can be kept; a proposal, as the other.',
  ),
  source: z.string().min(1).optional().describe('Where the times come from, such as an agreement with the department.'),
})
export type Department = Readonly<z.infer<typeof DepartmentSchema>>

export const DepartmentsSchema = z.strictObject({
  $schema: z.string().optional(),
  departments: z
    .array(DepartmentSchema)
    .min(1)
    .max(50)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each id once'),
})

export const departmentOf = (departments: readonly Department[], id: string): Department | undefined =>
  departments.find((department) => department.id === id)

/** As people read it: a name that staff or an older file wrote stays as it is. */
export const departmentNamed = (departments: readonly Department[], written: string, locale: keyof Department['name']): string =>
  departmentOf(departments, written)?.name[locale] ?? written

/** What has the form of an id is meant as one. Where no departments are written down, any name is taken. */
export function departmentsUnknown(
  file: string,
  { categories }: Pick<CasePolicy, 'categories'>,
  departments: readonly Department[],
): readonly Problem[] {
  const known = departments.map(({ id }) => id)
  return categories.flatMap(({ department }, at) =>
    department === undefined || !ID.test(department) || known.length === 0 || known.includes(department)
      ? []
      : [
          {
            file,
            path: `categories[${at}].department`,
            value: department,
            expected: {
              vi: `một bộ phận có trong departments.json: ${known.join(', ')}`,
              en: `a department of departments.json: ${known.join(', ')}`,
            },
          },
        ],
  )
}
