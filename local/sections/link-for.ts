/** A link on the clock or in the mailbox, which are open to everybody on the machine: for who may open what it leads to, else its words alone. Nobody signed in may sign in on the way. */
import { html } from 'hono/html'
import { mayDo, type Permission } from '#core/staff/role.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { customerPath } from '#web/staff/paths.ts'

interface Led {
  readonly needs: Permission
  readonly path: string
  readonly words: string
}

export const linkFor = ({ needs, path, words }: Led, { visitor }: Pick<Frame, 'visitor'>): Html =>
  visitor === null || mayDo(visitor.role, needs) ? html`<a href="${path}">${words}</a>` : html`${words}`

/** A customer without a name is gone, or named by the id alone. */
export const customerLinkFor = (
  { customerId, name }: { readonly customerId: string; readonly name?: string | undefined },
  frame: Pick<Frame, 'visitor'>,
): Html => linkFor({ needs: 'see-people', path: customerPath(customerId), words: name ?? customerId }, frame)
