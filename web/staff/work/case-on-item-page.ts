/** What the screen of an item has for a case alone: the ways down the page, what is known of the case, and the forms with which staff work on it, in their order. */
import { html } from 'hono/html'
import { agreesToAdvertising } from '#core/audience/advertising-consent.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { playbookOf } from '#core/campaign/playbook.ts'
import { descriptionOf } from '#core/work/case/case-standing.ts'
import { mayBecomePartOf } from '#core/work/case/merging.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { caseForms } from '#web/staff/work/case-forms.ts'
import { caseJumps } from '#web/staff/work/case-jumps.ts'
import { caseSection } from '#web/staff/work/case-section.ts'
import { caseThemes } from '#web/staff/work/case-themes.ts'
import { compensationForms } from '#web/staff/work/compensation-forms.ts'
import { compensationSection } from '#web/staff/work/compensation-section.ts'
import { fileForm } from '#web/staff/work/file-form.ts'
import { fileSection } from '#web/staff/work/file-section.ts'
import { goOnForm } from '#web/staff/work/go-on-form.ts'
import { ofAnotherTeam } from '#web/staff/work/item-forms.ts'
import type { ItemShown } from '#web/staff/work/item-shown.ts'
import { mergeForm } from '#web/staff/work/merge-form.ts'
import { playbookCard } from '#web/staff/work/playbook-card.ts'
import { questionForms } from '#web/staff/work/question-forms.ts'
import { questionSection } from '#web/staff/work/question-section.ts'

const otherWork = ({ beside }: ItemShown) => beside?.otherWork ?? []

export function jumpsOfCase(item: Case, shown: ItemShown, locale: Frame['locale']): Html | string {
  if (!isOpen(item)) return ''
  const { cases, departments, compensation } = shown.companyRules
  return caseJumps(item, {
    locale,
    canAsk: departments.length > 0,
    canCompensate: compensation !== null,
    canMerge: mayBecomePartOf(item, otherWork(shown), cases).length > 0,
  })
}

export function sectionsOfCase(item: Case, shown: ItemShown, frame: Frame): Html {
  const { companyRules, people, compensationRoom, goesOn, mails } = shown
  return html`${caseSection(item, { companyRules, others: otherWork(shown) }, frame)}
          ${playbookOfCase(item, companyRules, frame.locale)}
          ${caseThemes(item, companyRules, frame)}
          ${questionSection(item, companyRules, frame)}
          ${compensationSection(item, { catalogue: companyRules.compensation, people, room: compensationRoom, goesOn }, frame)}
          ${fileSection(item, { frame, mails })}`
}

function playbookOfCase(item: Case, { playbooks }: CompanyRules, locale: Frame['locale']): Html | string {
  const playbook = playbookOf(playbooks, descriptionOf(item)?.category ?? null)
  return playbook ? playbookCard(playbook, locale) : ''
}

/** What was promised may be approved, given or withdrawn after the case is closed. */
export const formsOfCase = (item: Case, shown: ItemShown, frame: Frame): Html =>
  html`${isOpen(item) ? formsOfOpenCase(item, shown, frame) : ''}${compensationOf(item, shown, frame)}`

function formsOfOpenCase(item: Case, shown: ItemShown, frame: Frame): Html {
  const { behind, companyRules: rules, draft } = shown
  const form = { behind, item, frame, written: draft?.onCase ?? null }
  const refused = ofAnotherTeam(behind, frame)
  return html`${caseForms({ ...form, cases: rules.cases, refused })}
          ${questionForms({ ...form, rules, questionId: shown.caseId })}
          ${fileForm(form)}
          ${goOnForm({ ...form, refused })}
          ${mergeForm({ ...form, rules, others: otherWork(shown), refused })}`
}

const compensationOf = (
  item: Case,
  { behind, companyRules, compensationRoom, goesOn, beside, draft, caseId }: ItemShown,
  frame: Frame,
) =>
  compensationForms({
    behind,
    item,
    goesOn,
    frame,
    catalogue: companyRules.compensation,
    room: compensationRoom,
    agrees: agreesToAdvertising(beside?.consents),
    written: draft?.onCase ?? null,
    refused: ofAnotherTeam(behind, frame),
    compensationId: caseId,
  })
