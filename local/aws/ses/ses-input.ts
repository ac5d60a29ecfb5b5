/** Reads a request by its schema; SES v2 refuses an invalid one as a bad request. */
import type { z } from 'zod'
import { readAwsInput } from '#local/aws/aws-input.ts'
import { badRequest } from '#local/aws/ses/ses-error.ts'

export const readSesInput = <T>(schema: z.ZodType<T>, raw: unknown): T => readAwsInput(raw, { schema, refuse: badRequest })
