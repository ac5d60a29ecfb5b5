/** A form that is refused because of one field says so at the field and at the top of the page, whichever form of a customer's page it is. */
import { describe, expect, test } from 'vitest'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { contactForm, contactSaid } from '#web/staff/customers/contact-form.ts'
import { correctionForm, correctionSaid } from '#web/staff/customers/correct-profile.ts'
import { toldForm, toldSaid } from '#web/staff/work/told-case-form.ts'

const frame = aFrame('vi')
const { channels } = theCompanyRules()
const customer = aCustomer({ customerId: 'KH1' })

/** The element with that id. */
const tagOf = (html: string, id: string) => html.match(new RegExp(`<[a-z]+ [^>]*id="${id}"[^>]*>`))?.[0] ?? ''
const idsIn = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
const leadsTo = (summary: string) => summary.match(/<a href="#([^"]+)">([^<]+)<\/a>/)?.slice(1, 3) ?? []

function expectAt(field: string, { form, summary, isGroup = false }: { form: string; summary: string; isGroup?: boolean }) {
  const [target, said = ''] = leadsTo(summary)
  expect(summary).toContain('role="alert"')
  expect(target).toBe(field)
  const tag = tagOf(form, field)
  expect(tag.includes('aria-invalid="true"')).toBe(!isGroup)
  const described = tag.match(/aria-describedby="([^"]+)"/)?.[1]?.split(' ') ?? []
  expect(described[0]).toBe(`${field}-wrong`)
  for (const id of described) expect(idsIn(form)).toContain(id)
  expect(form).toContain(`<strong class="field-wrong" id="${field}-wrong">${said}</strong>`)
  expect(form.match(/aria-invalid/g)?.length ?? 0).toBe(isGroup ? 0 : 1)
}

describe('correcting a customer', () => {
  const written = {
    fullName: '123',
    addressName: '',
    honorific: 'anh',
    preferredChannel: '',
    preferredParts: [],
    backToImports: false,
  }
  const refusedBy = async (refused: 'name' | 'address-name' | 'honorific' | 'channel' | 'changed-meanwhile') => {
    const outcome = { refused, written, back: '' } as const
    return {
      form: String(await correctionForm({ frame, customer, channels, outcome })),
      summary: String(await correctionSaid(outcome, frame)),
    }
  }

  test.each([
    ['name', 'fullName'],
    ['address-name', 'addressName'],
    ['honorific', 'honorific'],
    ['channel', 'preferredChannel'],
  ] as const)('a wrong %s is said at %s', async (refused, field) => {
    expectAt(field, await refusedBy(refused))
  })

  test('what refuses the whole form leads to the form, and no field is called wrong', async () => {
    const { form, summary } = await refusedBy('changed-meanwhile')
    expect(leadsTo(summary)[0]).toBe('profile')
    expect(form).not.toContain('aria-invalid')
    expect(tagOf(form, 'addressName')).toContain('aria-describedby="addressName-hint"')
  })
})

test.each([
  ['which-outcome', 'contact-outcome'],
  ['needs-note', 'contact-note'],
  ['too-long', 'contact-note'],
  ['follow-up-days', 'contact-follow-up'],
] as const)('a contact that is refused by %s is said at %s', async (refused, field) => {
  const contact = { contactId: 'x', refused, written: null, guide: null }
  const [form, summary] = [await contactForm(contact, 'KH1', frame), await contactSaid(contact, frame)].map(String)
  expectAt(field, { form: form ?? '', summary: summary ?? '' })
})

test.each([
  ['which-case', 'case-what', true],
  ['case-needs-note', 'case-note', false],
] as const)('a case that is refused by %s is said at %s', async (refused, field, isGroup) => {
  const told = { caseId: 'x', refused, written: null }
  const [form, summary] = [await toldForm(told, 'KH1', frame), await toldSaid(told, frame)].map(String)
  expectAt(field, { form: form ?? '', summary: summary ?? '', isGroup })
})
