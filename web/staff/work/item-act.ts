/** How each act on an item stands on its screen: a section with one form, which says what it saw of the item. */
import { html } from 'hono/html'
import type { Permission } from '#core/staff/role.ts'
import { reopeningsOf } from '#core/work/standing.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import type {
  CaseForm,
  CompensationForm,
  FileForm,
  GO_ON_FORM,
  MERGE_FORM,
  QuestionForm,
} from '#web/staff/work/case-form-names.ts'

const round = ({ item }: Behind) => html`<input type="hidden" name="round" value="${reopeningsOf(item).length}">`

interface Act {
  readonly behind: Behind
  readonly action:
    | 'call'
    | 'case'
    | 'close'
    | 'extend'
    | 'reopen'
    | 'assign'
    | CaseForm
    | QuestionForm
    | CompensationForm
    | FileForm
    | typeof MERGE_FORM
    | typeof GO_ON_FORM
  readonly title: string
  readonly permission: Permission
  readonly frame: Frame
  readonly body: Html
  /** Why it cannot be done by any member of staff. */
  readonly refused?: string | null
  /** Forms that stand before it. */
  readonly before?: Html | string
  readonly isWithFile?: boolean
}

/** Refused, every control in it is disabled, and the reason stands below. */
export function act({
  behind,
  action,
  title,
  permission,
  frame,
  body,
  refused = null,
  before = '',
  isWithFile = false,
}: Act): Html {
  const why = refused ?? notPermitted(frame, permission)
  return html`<section class="act" data-act="${action}"><h2 id="${action}">${title}</h2>${before}
          <form method="post" action="${workPath(behind.item.workId)}/${action}"${isWithFile ? html` enctype="multipart/form-data"` : ''}>${round(behind)}<fieldset aria-labelledby="${action}"${why === null ? '' : html` disabled aria-describedby="why-${action}"`}>
            ${body}
          </fieldset>${why === null ? '' : html`<p class="why" id="why-${action}">${why}</p>`}</form>
        </section>`
}
