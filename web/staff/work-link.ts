/** A link to the screen of an item of work, for who may see work; for anybody else there is nothing to open. */
import { html } from 'hono/html'
import { mayDo } from '#core/staff/role.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'

interface Led {
  readonly workId: string
  readonly words: string
}

export const workLink = ({ workId, words }: Led, { visitor }: Pick<Frame, 'visitor'>): Html | null =>
  visitor && mayDo(visitor.role, 'see-work') ? html`<a href="${workPath(workId)}">${words}</a>` : null
