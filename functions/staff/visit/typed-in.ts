/** The words that a person typed into the form of this request, for the pages that cannot show the form again. */
import type { Context } from 'hono'
import type { StaffEnv } from '#functions/staff/staff-app.ts'

/** The fields of our forms into which people type, and do not choose. */
const TYPED_FIELDS = ['note', 'because', 'fullName', 'addressName'] as const

/** None for a request that is no form, or whose form cannot be read. */
export async function typedIn(context: Context<StaffEnv>): Promise<readonly string[]> {
  const { method } = context.req
  if (method === 'GET' || method === 'HEAD') return []
  const form = await context.req.parseBody().catch(() => ({}) as Readonly<Record<string, unknown>>)
  return TYPED_FIELDS.flatMap((field) => {
    const text = form[field]
    return typeof text === 'string' && text.trim() !== '' ? [text] : []
  })
}
