/** The staff app behind an HTTP API. */
import { type HttpHandler, httpHandler } from '#functions/http-handler.ts'
import { staffPages } from '#functions/staff/staff-pages.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'

/** What is sent as text. Everything else goes as its bytes: a customer's mail may be in any encoding, also where it is called plain text. */
const TEXT = /^(text\/(html|css)|application\/json|image\/svg\+xml)/

const isContentTypeBinary = (type: string) => !TEXT.test(type)

export const staffHandler = (system: StaffSystem): HttpHandler => httpHandler(staffPages(system), { isContentTypeBinary })
