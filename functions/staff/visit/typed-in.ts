/** Keeps the words that a person typed into the form of this request, for the pages that cannot show the form again. */
import type { MiddlewareHandler } from 'hono'
import type { StaffEnv } from '#functions/staff/staff-app.ts'

/** The fields of our forms into which people type more than a word, in the order in which they stand. */
export const TYPED_FIELDS = ['subject', 'text', 'extract', 'note', 'because', 'title', 'fullName', 'addressName'] as const

/** Behind what refuses the forms of other web sites: their words are never shown as the visitor's own. */
export const keepTyped: MiddlewareHandler<StaffEnv> = async (context, next) => {
  const { method } = context.req
  if (method !== 'GET' && method !== 'HEAD') context.set('typed', typedIn(await context.req.parseBody()))
  await next()
}

const typedIn = (form: Readonly<Record<string, unknown>>): readonly string[] =>
  TYPED_FIELDS.flatMap((field) => {
    const text = form[field]
    return typeof text === 'string' && text.trim() !== '' ? [text] : []
  })
