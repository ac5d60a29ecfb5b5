/** The sample company's departments read their mail and answer on the page: on time, late, or wrongly. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { HOUR_MS, plusMs } from '#core/time/instant.ts'
import { fieldsOfLink, linkEnds } from '#core/work/case/question-link.ts'
import { questionsOf } from '#core/work/case/questions.ts'
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import { ANSWERS } from '#local/sample-departments/department-habits.ts'
import { sampleDepartments } from '#local/sample-departments/sample-departments.ts'
import { ASKED_AT, aDepartment, QUESTION } from '#test/support/question-builders.ts'
import { CASE_ASKED, pagesAtWork } from '#test/web/customer/pages-at-work.ts'

const AT = 'http://pages.test'
const other = (id: string, address: string) =>
  aDepartment({
    id,
    head: { name: id, address: `head-${address}`, language: 'vi' },
    addressees: [{ name: id, address, language: 'vi' }],
  })

async function asked(place: number) {
  const departments = [other('shop', 'shop@example.com'), other('late', 'late@example.com'), other('wrong', 'wrong@example.com')]
  const department = departments[place]!
  const [to] = department.addressees
  const pages = await pagesAtWork({ departments })
  pages.setNow(ASKED_AT)
  await pages.askedPath({ department: department.id, to: to! })
  const link = { askedAt: ASKED_AT, questionId: QUESTION, holder: 'addressee' } as const
  const token = pages.seals.linkToken({ use: 'question', fields: fieldsOfLink(link), expiresAt: linkEnds(ASKED_AT) })
  const message = {
    messageId: createHash('sha256').update(to!.address).digest('hex'),
    at: ASKED_AT,
    to: [to!.address],
    text: `Mở câu hỏi: ${AT}/q/${token}\n`,
  } as unknown as MailboxMessage
  const engine = sampleDepartments({
    mailbox: { newest: () => message.messageId, list: () => ({ messages: [message], next: null }) } as never,
    pages: { fetch: (request, call) => pages.answer(request, call) },
    pagesAt: AT,
    departments,
    sink: { event: () => {} },
    now: ASKED_AT,
  })
  return {
    until: async (hours: number) => {
      const end = plusMs(ASKED_AT, hours * HOUR_MS)
      for (let due = engine.nextDue(); due !== undefined && due <= end; due = engine.nextDue()) {
        pages.setNow(due)
        await engine.fireDue(due)
      }
      pages.setNow(end)
      return questionsOf((await pages.work.get(CASE_ASKED))!)[0]!
    },
  }
}

test.each([
  [0, 'on-time', 'accepted'],
  [1, 'late', 'asked'],
  [2, 'wrong', 'accepted'],
] as const)('department %s is %s', async (place, manner, afterThreeHours) => {
  const { until } = await asked(place)
  expect((await until(3)).state).toBe(afterThreeHours)
  const done = await until(100)
  expect(done.state).toBe('answered')
  expect(ANSWERS[manner].vi).toContain(done.answered?.text)
})
