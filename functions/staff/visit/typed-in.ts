/** Keeps the words that a person typed into the form of this request, for the pages that cannot show the form again. */
import type { MiddlewareHandler } from 'hono'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import { TYPED_FIELDS, type Typed } from '#web/staff/typed-field.ts'

/** Behind what refuses the forms of other web sites: their words are never shown as the visitor's own. */
export const keepTyped: MiddlewareHandler<StaffEnv> = async (context, next) => {
  const { method } = context.req
  if (method !== 'GET' && method !== 'HEAD') context.set('typed', typedIn(await context.req.parseBody()))
  await next()
}

const typedIn = (form: Readonly<Record<string, unknown>>): readonly Typed[] =>
  TYPED_FIELDS.flatMap((field) => {
    const text = form[field]
    return typeof text === 'string' && text.trim() !== '' ? [{ field, text }] : []
  })
