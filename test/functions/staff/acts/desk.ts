/** A member of staff at the pages of acts: opens a page, sends its form as the browser would, and reads the audit log. */

import { memoryAuditLog } from '#adapters/memory/staff-stores.ts'
import type { EventValues } from '#app/events.ts'
import { events } from '#app/events.ts'
import { actsInLog } from '#core/staff/acts-in-log.ts'
import type { AuditEntry } from '#core/staff/audit-entry.ts'
import type { Role } from '#core/staff/role.ts'
import type { ActSystem } from '#functions/staff/acts/act-flow.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { Drained } from '#functions/staff/staff-system.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import type { Busy } from '#web/staff/frame.ts'
import { STAFF_SECTIONS } from '#web/staff/sections.ts'

const NOW = '2027-03-10T02:30:00.000Z'

export interface Desk {
  readonly role?: Role
  readonly busy?: Busy | null
  /** Whether the queues are worked off before the page comes back. */
  readonly drained?: Drained
  readonly auditLog?: ActSystem['stores']['auditLog']
  /** Of the visitor. */
  readonly address?: string
}

/** What every act's page needs besides its own stores. */
export function deskSystem({ busy = null, drained = 'done', auditLog = memoryAuditLog() }: Desk = {}) {
  const said: { name: string; values: EventValues }[] = []
  const note = (name: string, values: EventValues) => void said.push({ name, values })
  return {
    said,
    auditLog,
    system: {
      companyRules: theCompanyRules(),
      clock: { now: () => NOW },
      realNow: () => NOW,
      busy: () => busy,
      sections: STAFF_SECTIONS,
      mailPath: null,
      pages: 'https://care.trasen.example.com',
      events: events({ event: note, alarm: note }),
      alone: <Result>(act: () => Promise<Result>) => act(),
      drain: async () => drained,
    },
  }
}

export function visiting(
  routes: StaffApp,
  { role = 'head', auditLog, address = 'hoa@trasen.example.com' }: Desk & Pick<Required<Desk>, 'auditLog'>,
) {
  const app = staffApp()
  app.use((context, next) => {
    context.set('visitor', { name: 'Hoa', address, team: 'Chăm sóc', role })
    return next()
  })
  app.route('/', routes)
  const open = (path: string, language = 'vi') => app.request(path, { headers: { cookie: `language=${language}` } })
  const page = async (path: string, language = 'vi') => (await open(path, language)).text()
  /** Sends the form with the numbers that a page shows, unless told others. */
  const send = async (path: string, { html, ...fields }: Readonly<Record<string, string>> & { readonly html?: string }) => {
    const shown = html ?? (await page(path))
    const form = { counted: countedOn(shown), ...fields }
    const answer = await app.request(path, { method: 'POST', body: new URLSearchParams(form) })
    return { status: answer.status, goesTo: answer.headers.get('location'), html: await answer.text() }
  }
  const log = async (): Promise<readonly string[]> => {
    const entries = await auditLog.page({ month: NOW.slice(0, 7), limit: 100 })
    return readLines(actsInLog(entries)).map(lineOf).toSorted()
  }
  return { open, page, send, log }
}

const lineOf = ({ act, by, on, people, result, ground }: AuditEntry) =>
  [result, act, on ? `${on.kind} ${on.id}` : 'everything', people ?? '-', by, ...(ground === undefined ? [] : [ground])].join(' ')

const countedOn = (html: string) => html.match(/name="counted" value="([^"]*)"/)?.[1]?.replaceAll('&#39;', "'") ?? ''

/** The numbers on the page. */
export const figuresOn = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/data-figure="([^"]+)"[^>]*><b>([^<]*)</g)].map(([, name = '', count = '']) => [name, count]),
  )
