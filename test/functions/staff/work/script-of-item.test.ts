/** The script by reason: whatever a customer is rung for, and whoever rings, the screen has the words for it. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { readScript } from '#core/campaign/script.ts'
import { WORK_REASONS, type WorkItem } from '#core/work/work-item.ts'
import { scriptOfItem } from '#functions/staff/work/script-of-item.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { aMissedCall, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'
import { spokenScript } from '#web/words/spoken-script.ts'

const fileOf = (name: string) => new URL(`../../../../campaigns/scripts/${name}.json`, import.meta.url)

/** Of a check-in the campaign names the script; a request about data is answered in writing. */
const BY_REASON = WORK_REASONS.filter((reason) => reason !== 'check-in' && reason !== 'rights')

function scriptIn(name: string) {
  const read = readScript({ file: `campaigns/scripts/${name}.json`, text: readFileSync(fileOf(name), 'utf8') })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.value
}

const system = {
  companyRules: theCompanyRules({ scripts: BY_REASON.map(scriptIn) }),
  stores: { purchases: memoryPurchaseStore() },
}
const lan = aCustomer({ honorific: 'ba', addressName: 'Lan' })
const shown = (item: WorkItem) => scriptOfItem(system, { item, customer: lan, agent: 'Nguyễn Thu Hạnh' })

test.each(BY_REASON)('there is a script for %s', (reason) => {
  expect(scriptIn(reason).name).toBe(reason)
})

describe('the screen has it', () => {
  test.each([
    [
      'of a complaint',
      storedCase({ subject: { is: 'complaint', replyId: 'r', campaignId: null, occurrenceId: null, score: null } }),
      'complaint',
    ],
    [
      'of a question told to staff',
      storedCase({
        subject: { is: 'told', what: 'question', workId: null, replyId: null, campaignId: null, occurrenceId: null },
      }),
      'question',
    ],
    ['of a low score', storedWork({}), 'low-score'],
    ['of a missed call of a customer', aMissedCall({ customerId: lan.customerId }), 'missed-hotline'],
  ] as const)('%s', async (_what, item, name) => {
    const script = await shown(item)
    expect(script?.name).toBe(name)
    const lines = script?.script ? spokenScript(script.script, script.speakers) : []
    expect(lines.map(([part]) => part)).toEqual(['opening', 'question', 'empathy', 'closing'])
    expect(lines[0]?.[1]).toContain('Dạ, con chào bà Lan')
    expect(lines[0]?.[1]).toContain('Con là Hạnh ở')
  })

  test('and not of a request about data, nor where the customer is not known', async () => {
    expect(await shown(storedRequest({}))).toBeNull()
    expect(await scriptOfItem(system, { item: storedCase({}), customer: undefined, agent: 'Hạnh' })).toBeNull()
  })
})
