/**
 * A name in the roster. It stands beside what its bearer did, in the log and in mails: without a sign that is seen it names nobody, and one that turns
 * the text around it shows another name than it is.
 */
import * as z from 'zod'
import { isSeen } from '#core/campaign/staff-text.ts'

const error = 'a text without signs that no reader sees'

export const visibleText = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}]*$/u, { error, abort: true })
    .refine((text) => text === '' || isSeen(text), { error })
