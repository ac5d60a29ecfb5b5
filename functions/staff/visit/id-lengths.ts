/** Answers an address with an id that no row can have before a store is asked: a table refuses a key of more than 2,048 bytes, or 1,024 in its sort key. */
import type { MiddlewareHandler } from 'hono'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'

/** No id of ours, and no place between two rows, is half as long. */
const LONGEST_ID = 200
/** A name of 200 letters and an id. */
const LONGEST_PLACE = 1_000
/** By the name of a query parameter; every other is an id, a day, or one of a few words. A search is cut, and a trail that is too long is left out, where it is read. */
const LONGEST: Readonly<Record<string, number>> = {
  q: Number.POSITIVE_INFINITY,
  trail: Number.POSITIVE_INFINITY,
  after: LONGEST_PLACE,
}

export function onlyShortIds(system: FrameSystem): MiddlewareHandler<StaffEnv> {
  return async (context, next) => {
    const { pathname, searchParams } = new URL(context.req.url)
    const inPath = pathname.split('/').some((part) => escapedBytes(part) > LONGEST_ID)
    const inQuery = [...searchParams].some(([name, value]) => Buffer.byteLength(value) > (LONGEST[name] ?? LONGEST_ID))
    return inPath || inQuery ? context.html(noSuchPage(frameOf(system, context), 'page'), 404) : next()
  }
}

/** A path is ASCII, with an escape for every other byte; some escapes are no text and could not be decoded. */
const escapedBytes = (part: string) => part.replace(/%[\dA-Fa-f]{2}/g, 'x').length
