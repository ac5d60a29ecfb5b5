/**
 * Handing out and erasing what is held about a customer. The erasure removes every row that the profile leads to, by keys and indexes alone: a search
 * through every table would read for minutes, so the proof stays with the operator's command (docs/adr/024).
 */
import { randomUUID } from 'node:crypto'
import { erasePerson } from '#app/person/erase-person.ts'
import { exportWithin } from '#app/person/export-person.ts'
import type { HeldPorts } from '#app/person/held-about.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'
import type { DayLists } from '#app/ports/day-lists.ts'
import type { FindingsBook } from '#app/ports/findings.ts'
import type { RawMails } from '#app/ports/listening.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { HotlineCallers } from '#app/ports/numbers.ts'
import type { DataSearch, PersonRows } from '#app/ports/person.ts'
import type { QuestionBook } from '#app/ports/questions.ts'
import type { NumberNames } from '#app/ports/secrets.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { erasedName } from '#core/customer/erased-name.ts'
import { type ActSystem, actRoutes, type StaffAct } from '#functions/staff/acts/act-flow.ts'
import { heldCounts } from '#functions/staff/acts/held-counts.ts'
import type { StaffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { eraseActView, erasedPage, erasePath, exportActView, exportTooLarge } from '#web/staff/acts/person-acts.ts'
import { pathWith } from '#web/staff/paths.ts'

export interface PersonActSystem extends ActSystem, Pick<StaffSystem, 'alone'> {
  readonly stores: ActSystem['stores'] &
    HeldPorts & {
      readonly dayLists: DayLists
      readonly questions: QuestionBook
      readonly budgets: BudgetStore
      readonly findings: Pick<FindingsBook, 'remove'>
      readonly rows: PersonRows
      readonly rawMails: RawMails
      readonly caseFiles: CaseFiles
      readonly hotlineCallers: HotlineCallers
      readonly seals: NumberNames
      readonly companyRules: CompanyRules
    }
}

const NO_SEARCH: DataSearch = {
  async *find() {},
}

export function personActRoutes(system: PersonActSystem): StaffApp {
  const app = actRoutes(system, [exportAct(system), eraseAct(system)])
  const needs = guards(system)
  app.get('/erased', needs('erase-person'), (context) => {
    const mails = context.req.query('mails') ?? ''
    return context.html(erasedPage(frameOf(system, context), { leftMails: /^[1-9]\d{0,5}$/.test(mails) ? Number(mails) : 0 }))
  })
  return app
}

/** An answer of a function holds 6 MB, with every quotation mark and line break of its text escaped once more; its headers need a little of it. */
const LARGEST_ANSWER = 6_000_000

const exportAct = ({ stores }: PersonActSystem): StaffAct => ({
  act: 'export-person',
  path: '/customers/:id/export',
  needs: 'export-person',
  missing: 'customer',
  look: async ({ frame, part }) => {
    const person = await heldCounts(stores, part('id'))
    return person && { view: exportActView(frame, person), on: { kind: 'customer', id: person.customerId }, people: 1 }
  },
  carryOut: async ({ frame, part }, { at }) => {
    const customerId = part('id')
    const held = await exportWithin(stores, { customerId, at, longest: LARGEST_ANSWER })
    const text = `${JSON.stringify(held ?? null, null, 2)}\n`
    if (held === 'too-large' || Buffer.byteLength(JSON.stringify(text)) > LARGEST_ANSWER)
      return { refused: exportTooLarge(customerId, frame) }
    const file = `person-${customerId.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}.json`
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${file}"` }
    return { handOut: new Response(text, { headers }) }
  },
})

const eraseAct = ({ stores, alone, events }: PersonActSystem): StaffAct => ({
  act: 'erase-person',
  path: '/customers/:id/erase',
  needs: 'erase-person',
  missing: 'customer',
  look: async ({ frame, part }) => {
    const person = await heldCounts(stores, part('id'))
    return person && { view: eraseActView(frame, person), on: { kind: 'customer', id: person.customerId }, people: 1 }
  },
  carryOut: async ({ part }, { at }) => {
    const ports = { ...stores, search: NO_SEARCH, events }
    const erased = await alone(() => erasePerson(ports, { customerId: part('id'), as: erasedName(randomUUID()), at }))
    // The page of the act says that it is begun, and finishes it.
    if (erased?.isFinished === false) return { goTo: erasePath(part('id')) }
    return { goTo: pathWith('/erased', { mails: erased?.leftMails.length || null }) }
  },
})
