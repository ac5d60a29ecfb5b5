/**
 * Several queries read as one, in their order: the first pages of the next few are asked for while the page before them is worked on. A planner that
 * asks for thirty days waits for a few answers after each other, and not for thirty.
 */
import type { RowQuery } from '#adapters/dynamo/query-rows.ts'

/** Queries under way; a page holds up to 1 MB. */
const AT_ONCE = 8

/** `pagesOf` reads one query to its end. A reader that stops early leaves some first pages unread. */
export async function* readAhead<Page>(
  queries: readonly RowQuery[],
  pagesOf: (query: RowQuery) => AsyncGenerator<Page, void>,
): AsyncGenerator<Page, void> {
  const ahead = queries.slice(0, AT_ONCE).map((query) => begin(pagesOf(query)))
  const later = queries.slice(AT_ONCE).values()
  for (let turn = ahead.shift(); turn; turn = ahead.shift()) {
    for (let page = await turn.first; !page.done; page = await turn.pages.next()) yield page.value
    const next = later.next()
    if (!next.done) ahead.push(begin(pagesOf(next.value)))
  }
}

function begin<Page>(pages: AsyncGenerator<Page, void>) {
  const first = pages.next()
  // A failure is the reader's when its turn comes: until then it must not end the process as a rejection that nothing handles.
  first.catch(() => {})
  return { pages, first }
}
