/** On whose desk an item lies: the forms that take it and hand it over, with a note for the new owner. */
import { html } from 'hono/html'
import { LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import { mayGetRaised } from '#core/staff/may-get-raised.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { mayOwnWork } from '#core/staff/whose-work.ts'
import { isSameDesk } from '#core/work/owner.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import { writtenDesk } from '#web/staff/work/desk-field.ts'
import { FORM_WORDS as WORDS } from '#web/staff/work/form-words.ts'
import { act } from '#web/staff/work/item-act.ts'
import { WORK_PAGE_WORDS } from '#web/staff/work/work-words.ts'
import { inOrder } from '#web/words/in-order.ts'

interface DeskForms {
  readonly frame: Frame
  readonly people: readonly StaffMember[]
  /** What was written in the form that hands it over, when it was refused. */
  readonly written: { readonly text: string; readonly to?: string } | null
  /** Why the visitor may not hand it over; null where they may. */
  readonly refused: string | null
}

/** Two forms: one press to take it, and a choice to hand it over. */
export function deskForms(behind: Behind, { frame, people, written, refused }: DeskForms): Html {
  const { locale, visitor } = frame
  const words = WORDS[locale]
  const workers = people.filter(mayOwnWork)
  const owner = ownerOf(behind.item)
  const from = html`<input type="hidden" name="from" value="${writtenDesk(owner)}">`
  const own =
    visitor && workers.some(({ address }) => address === visitor.address)
      ? ({ is: 'person', address: visitor.address } as const)
      : null
  const mayGet = (to: StaffMember | null) => !visitor || mayGetRaised(behind.item, { to, by: visitor })
  const isForAbove = visitor !== null && !mayGet(visitor)
  const take =
    own && refused === null && !isForAbove && !isSameDesk(owner, own)
      ? html`<form method="post" action="${workPath(behind.item.workId)}/assign" class="take">${from}<input type="hidden" name="to" value="${writtenDesk(own)}"><button class="quiet">${WORK_PAGE_WORDS[locale].take}</button></form>`
      : ''
  const option = (value: string, text: string) =>
    html`<option value="${value}"${value === written?.to ? html` selected` : ''}>${text}</option>`
  const others = inOrder(
    workers.filter((person) => mayGet(person) && !isSameDesk(owner, { is: 'person', address: person.address })),
    { locale, by: ({ name }) => name },
  )
  const teams = inOrder(
    [...new Set(workers.map(({ team }) => team))].filter((team) => !isSameDesk(owner, { is: 'team', team })),
    { locale, by: (team) => team },
  )
  const back = html`<optgroup label="${words.teams}">${teams.map((team) => option(writtenDesk({ is: 'team', team }), words.team(team)))}${owner.is === 'everybody' ? '' : option(writtenDesk({ is: 'everybody' }), words.everybody)}</optgroup>`
  const body = html`${from}<label for="to">${words.to}</label><select id="to" name="to" required><option value=""></option>
              <optgroup label="${words.people}">${others.map(({ address, name }) => option(writtenDesk({ is: 'person', address }), name))}</optgroup>
              ${mayGet(null) ? back : ''}</select>
            <label for="hand-over-note">${words.handNote}</label><textarea id="hand-over-note" name="note" rows="2" maxlength="${LONGEST_NOTE}">${written?.text ?? ''}</textarea>
            <p class="quiet"><small>${isForAbove ? words.raised : words.willHand}</small></p>
            <p class="buttons"><button class="quiet">${words.hand}</button></p>`
  return act({ behind, action: 'assign', title: words.desk, permission: 'assign-work', frame, body, before: take, refused })
}
