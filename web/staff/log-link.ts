/** From a page to the lines of the log about what it shows, for those who may read the log. */
import { html } from 'hono/html'
import { mayDo } from '#core/staff/role.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { logPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({ vi: { acts: 'Ai đã làm gì: xem nhật ký' }, en: { acts: 'Who did what: see the log' } })

export const logLink = ({ visitor, locale }: Pick<Frame, 'visitor' | 'locale'>, id: string): Html | string =>
  visitor && mayDo(visitor.role, 'see-audit')
    ? html`<p class="pages"><a href="${logPath({ about: id })}">${WORDS[locale].acts}</a></p>`
    : ''
