/** What a campaign's `touch` holds beside its channel, for each channel. */
import * as z from 'zod'

const TemplateNameSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'the name of a folder in templates/')

export const CALL_TOUCH = {
  script: z.string().regex(/^[a-z][a-z0-9-]*$/, 'the name of a file in campaigns/scripts/'),
  team: z.string().trim().min(1).max(60).describe('The team of staff.json that rings.'),
  attempts: z
    .int()
    .min(1)
    .max(10)
    .default(3)
    .describe('How often a customer is rung without being reached before the task ends.'),
  openDays: z
    .int()
    .min(1)
    .max(30)
    .default(5)
    .describe('On how many working days the customer is rung; then the task has expired.'),
  fill: z
    .literal('capacity')
    .optional()
    .describe(
      'Hands over only as many calls as the team has time for on the day: the most valued customers first, then who waits longest.',
    ),
  else: TemplateNameSchema.optional().describe(
    'The mail to those whom the team has no time to ring. It fills the capacity as well.',
  ),
} as const

export const LETTER_TOUCH = { template: TemplateNameSchema } as const
