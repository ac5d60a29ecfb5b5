import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { epochMsOf, instantOf, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import { pausesOf } from '#core/work/case/case-pauses.ts'
import { promisesOffered } from '#core/work/case/promises-offered.ts'
import { eventOfDepartment, eventOfQuestionAct, MOST_OPEN_QUESTIONS, type QuestionAct } from '#core/work/case/question-act.ts'
import type { QuestionEvent } from '#core/work/case/question-event.ts'
import { fieldsOfLink, linkOfFields } from '#core/work/case/question-link.ts'
import { departmentNews, isOpenQuestion, questionClock, questionNamed, questionsOf } from '#core/work/case/questions.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { Case } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { addedFile } from '#test/support/files.ts'
import { ASKED_AT, aDepartment, askedDepartment, QUESTION } from '#test/support/question-builders.ts'
import { closingOn, openedAt, reopenedBy, storedCase } from '#test/support/work-builders.ts'

const RULES = theCompanyRules({ departments: [aDepartment()] })
const OPENED = '2027-03-08T02:00:00.000Z'
const HANH = { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' } as const
const SYSTEM = { is: 'system' } as const
const LATER = '2027-03-09T04:00:00.000Z'
const link = { is: 'link', name: 'Vũ Thị Lan' } as const

const caseWith = (...later: Exclude<WorkEvent, { is: 'opened' }>[]): Case =>
  storedCase({ events: [openedAt(OPENED), ...(later as never[])] })
const accepted = (at = LATER, promisedAt = '2027-03-10T04:00:00.000Z'): QuestionEvent => ({
  is: 'department-accepted',
  at,
  by: SYSTEM,
  questionId: QUESTION,
  said: link,
  promisedAt,
})
const answered = (at = LATER): QuestionEvent => ({
  is: 'department-answered',
  at,
  by: SYSTEM,
  questionId: QUESTION,
  said: link,
  text: 'Lô này bình thường.',
})
const withdrawn: QuestionEvent = { is: 'question-withdrawn', at: LATER, by: HANH, questionId: QUESTION, because: 'hỏi nhầm' }

describe('a question', () => {
  test.each([
    ['asked', [askedDepartment()], 'asked'],
    ['accepted', [askedDepartment(), accepted()], 'accepted'],
    ['answered', [askedDepartment(), accepted(), answered()], 'answered'],
    ['withdrawn', [askedDepartment(), withdrawn], 'withdrawn'],
    ['left open when the case is closed', [askedDepartment(), closingOn('2027-03-09')], 'over'],
    [
      'of a case that is opened again',
      [askedDepartment(), closingOn('2027-03-09'), reopenedBy('Mai', '2027-03-10T02:00:00.000Z')],
      'over',
    ],
    ['answered before the case was closed', [askedDepartment(), accepted(), answered(), closingOn('2027-03-10')], 'answered'],
  ] as const)('%s', (_what, events, state) => {
    expect(questionsOf(caseWith(...(events as unknown as readonly never[]))).map((question) => question.state)).toEqual([state])
  })

  test('that another one takes the place of is withdrawn by it', () => {
    const other = askedDepartment({ questionId: 'q-2', at: LATER, replaces: QUESTION })
    const [first, second] = questionsOf(caseWith(askedDepartment(), other))
    expect([first?.state, first?.withdrawn, second?.state]).toEqual(['withdrawn', { at: LATER, because: null }, 'asked'])
  })

  test.each([
    ['answered', answered(), null],
    ['withdrawn', withdrawn, 'hỏi nhầm'],
  ] as const)('that was %s before stays so when another one takes its place', (state, end, because) => {
    const other = askedDepartment({ questionId: 'q-2', at: '2027-03-09T05:00:00.000Z', replaces: QUESTION })
    const [first, second] = questionsOf(caseWith(askedDepartment(), end, other))
    expect([first?.state, first?.endedAt, first?.withdrawn?.because ?? null]).toEqual([state, LATER, because])
    expect(second?.state).toBe('asked')
  })

  test('has a clock of its own, in the working time of cases, and what was promised stands for the time to answer', () => {
    // Nine in the morning: two hours until eleven, and a working day of eight hours until nine on the next one.
    const [asked] = questionsOf(caseWith(askedDepartment()))
    const at = (now: string) => questionClock(asked!, { rules: RULES, now })
    expect(at(ASKED_AT)).toEqual({
      acceptBy: '2027-03-09T04:00:00.000Z',
      answerBy: '2027-03-10T02:00:00.000Z',
      isAcceptedLate: false,
      isAnsweredLate: false,
    })
    expect(at('2027-03-09T04:00:00.001Z')).toMatchObject({ isAcceptedLate: true, isAnsweredLate: false })
    expect(at('2027-03-10T02:00:00.001Z')).toMatchObject({ isAcceptedLate: true, isAnsweredLate: true })
    const [promised] = questionsOf(caseWith(askedDepartment(), accepted()))
    expect(questionClock(promised!, { rules: RULES, now: '2027-03-10T03:00:00.000Z' })).toMatchObject({
      answerBy: '2027-03-10T04:00:00.000Z',
      isAcceptedLate: false,
      isAnsweredLate: false,
    })
  })

  test('asked of a department that is gone keeps its name and has no times but the promised one', () => {
    const rules = theCompanyRules()
    const [asked] = questionsOf(caseWith(askedDepartment()))
    expect(questionClock(asked!, { rules, now: LATER })).toEqual({
      acceptBy: null,
      answerBy: null,
      isAcceptedLate: false,
      isAnsweredLate: false,
    })
  })

  test('moves no clock of its case and pauses none, however it goes on; asking one begins the work', () => {
    const anyEvents = fc.subarray([accepted(), answered(), withdrawn] as const)
    fc.assert(
      fc.property(anyEvents, (events) => {
        const bare = caseWith({ is: 'noted', at: ASKED_AT, by: HANH, note: 'đang hỏi' })
        const asking = caseWith({ is: 'noted', at: ASKED_AT, by: HANH, note: 'đang hỏi' }, askedDepartment(), ...events)
        expect(caseClocks(asking, RULES)).toEqual(caseClocks(bare, RULES))
        expect(pausesOf(asking.events)).toEqual([])
      }),
    )
    const [acknowledge] = caseClocks(caseWith(askedDepartment()), RULES)
    expect(acknowledge).toMatchObject({ is: 'acknowledge', metAt: ASKED_AT })
  })
})

const ask = (over: Partial<Extract<QuestionAct, { is: 'ask' }>> = {}): QuestionAct => ({
  is: 'ask',
  questionId: QUESTION,
  department: 'production',
  to: '',
  question: 'Lô này có bị ẩm không?',
  extract: '',
  fields: [],
  replaces: null,
  ...over,
})
const described = {
  is: 'described',
  at: OPENED,
  by: HANH,
  category: 'product-quality',
  fields: { batch: 'L-07', 'delivery-address': '12 Hàng Bông' },
} as const

describe('staff', () => {
  const act = (item: Case, what: QuestionAct) => eventOfQuestionAct(item, { act: what, by: HANH, at: LATER }, RULES)

  test('ask the first person of a department, who sees what they chose and nothing else of the case', () => {
    const asked = act(caseWith(described), ask({ fields: ['batch', 'product'], extract: ' Khách nói có mùi. ' }))
    expect(asked).toEqual({
      is: 'asked-department',
      at: LATER,
      by: HANH,
      questionId: QUESTION,
      department: 'production',
      to: aDepartment().addressees[0],
      question: 'Lô này có bị ẩm không?',
      extract: 'Khách nói có mùi.',
      fields: { batch: 'L-07' },
    })
  })

  test.each<[string, QuestionAct, string]>([
    ['a department that is not there', ask({ department: 'warehouse' }), 'which-department'],
    ['a person who is not in it', ask({ to: 'x@example.com' }), 'which-addressee'],
    ['nothing', ask({ question: ' \u200b' }), 'needs-question'],
    ['in place of a question that is not open', ask({ replaces: 'q-9' }), 'question-closed'],
    ['about a question that is not there', { is: 'withdraw', questionId: 'q-9', text: 'x' }, 'which-question'],
    ['without saying why', { is: 'withdraw', questionId: QUESTION, text: ' ' }, 'needs-words'],
    ['without the answer', { is: 'answered-elsewhere', questionId: QUESTION, text: '' }, 'needs-words'],
  ])('who ask or tell %s are refused', (_what, what, refused) => {
    expect(act(caseWith(askedDepartment()), what)).toEqual({ refused })
  })

  test('cannot withdraw or note what is closed, and have a few questions open at most, unless one takes the place of another', () => {
    const over = caseWith(askedDepartment(), accepted(), answered())
    expect(act(over, { is: 'withdraw', questionId: QUESTION, text: 'x' })).toEqual({ refused: 'question-closed' })
    expect(act(over, { is: 'answered-elsewhere', questionId: QUESTION, text: 'x' })).toEqual({ refused: 'question-closed' })
    const many = Array.from({ length: MOST_OPEN_QUESTIONS }, (_, at) => askedDepartment({ questionId: `q-${at}` }))
    expect(act(caseWith(...many), ask())).toEqual({ refused: 'too-many-questions' })
    expect(act(caseWith(...many), ask({ replaces: 'q-0' }))).toMatchObject({ is: 'asked-department', replaces: 'q-0' })
  })
})

describe('a department', () => {
  const press = { questionId: QUESTION, name: 'Vũ Thị Lan', colleague: '', at: LATER }
  const accept = { is: 'accept', promisedAt: '2027-03-10T04:00:00.000Z' } as const
  const answer = { is: 'answer', text: 'Không ẩm.' } as const

  test('accepts with a time, then answers, itself or by a colleague who is named', () => {
    expect(eventOfDepartment(caseWith(askedDepartment()), { ...press, act: accept }, RULES)).toEqual(accepted())
    const answering = caseWith(askedDepartment(), accepted())
    expect(eventOfDepartment(answering, { ...press, act: answer, colleague: ' Minh ' }, RULES)).toMatchObject({
      is: 'department-answered',
      said: { is: 'link', name: 'Vũ Thị Lan', colleague: 'Minh' },
      text: 'Không ẩm.',
    })
  })

  test.each([
    ['no time', [askedDepartment()], { is: 'accept', promisedAt: null }, 'which-promise'],
    ['a time that is over', [askedDepartment()], { is: 'accept', promisedAt: LATER }, 'promise-past'],
    ['next year', [askedDepartment()], { is: 'accept', promisedAt: '2028-03-10T04:00:00.000Z' }, 'promise-too-far'],
    ['once more', [askedDepartment(), accepted()], accept, 'accepted-already'],
    ['an answer before it is accepted', [askedDepartment()], answer, 'not-accepted'],
    ['nothing', [askedDepartment(), accepted()], { is: 'answer', text: '\n ' }, 'needs-answer'],
    ['a book', [askedDepartment(), accepted()], { is: 'answer', text: 'x'.repeat(4_001) }, 'answer-too-long'],
    ['another answer', [askedDepartment(), accepted(), answered()], answer, 'answered-already'],
    ['an answer to what was withdrawn', [askedDepartment(), withdrawn], answer, 'withdrawn'],
    ['an answer to a closed case', [askedDepartment(), closingOn('2027-03-09')], answer, 'over'],
  ] as const)('that gives %s is refused', (_what, events, act, refused) => {
    const item = caseWith(...(events as unknown as readonly never[]))
    expect(eventOfDepartment(item, { ...press, act }, RULES)).toEqual({ refused })
  })

  test('is offered times to come, within the working time of cases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 400 }), (minutes) => {
        const now = instantOf(epochMsOf('2026-12-01T00:00:00.000Z') + minutes * MINUTE_MS)
        const item = storedCase({ events: [openedAt(now), askedDepartment({ at: now })] })
        const { times: offered } = promisesOffered(item, { department: 'production', now, rules: RULES })
        expect(offered.length).toBeGreaterThan(3)
        expect(offered).toEqual(offered.toSorted())
        for (const at of offered) {
          expect(at > now).toBe(true)
          expect(eventOfDepartment(item, { ...press, at: now, act: { is: 'accept', promisedAt: at } }, RULES)).toMatchObject({
            is: 'department-accepted',
          })
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('whatever happens, a question is open until it is answered, withdrawn or over, and never opens again', () => {
  const steps = fc.array(fc.constantFrom('accept', 'answer', 'withdraw', 'close', 'reopen', 'head', 'head-again'), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(steps, (names) => {
      let item = caseWith(askedDepartment())
      let at = ASKED_AT
      let wasOpen = true
      for (const name of names) {
        at = plusMs(at, MINUTE_MS)
        const press = { questionId: QUESTION, name: 'Lan', colleague: '', at }
        const event =
          name === 'close'
            ? closingOn('2027-03-09', { at })
            : name === 'reopen'
              ? reopenedBy('Mai', at)
              : name === 'head' || name === 'head-again'
                ? ({
                    is: 'department-head-told',
                    at,
                    by: SYSTEM,
                    questionId: QUESTION,
                    name: 'Sơn',
                    ...(name === 'head-again' && { late: 'answer' as const }),
                  } as const)
                : name === 'withdraw'
                  ? eventOfQuestionAct(item, { act: { is: 'withdraw', questionId: QUESTION, text: 'x' }, by: HANH, at }, RULES)
                  : eventOfDepartment(
                      item,
                      {
                        ...press,
                        act:
                          name === 'accept' ? { is: 'accept', promisedAt: plusMs(at, MINUTE_MS) } : { is: 'answer', text: 'x' },
                      },
                      RULES,
                    )
        if (!('refused' in event)) item = { ...item, events: [...item.events, event as never] }
        const isOpen = isOpenQuestion(questionNamed(item, QUESTION)!)
        expect(wasOpen || !isOpen).toBe(true)
        wasOpen = isOpen
      }
    }),
  )
})

test('a list tells of a department that has answered until staff do something, and of one that is waited for', () => {
  const noted = { is: 'noted', at: LATER, by: HANH, note: 'đã đọc' } as const
  expect(departmentNews(caseWith())).toBeNull()
  expect(departmentNews(caseWith(askedDepartment(), noted))).toBe('waits')
  expect(departmentNews(caseWith(askedDepartment(), accepted(), answered()))).toBe('answered')
  expect(departmentNews(caseWith(askedDepartment(), accepted(), answered(), noted))).toBeNull()
  const photo = addedFile({ by: SYSTEM, questionId: QUESTION, said: { is: 'link', name: 'Vũ Thị Lan' } })
  const reminded = { is: 'reminded', at: LATER, by: SYSTEM, clocks: [], to: null } as const
  expect(departmentNews(caseWith(askedDepartment(), accepted(), answered(), photo, reminded as never))).toBe('answered')
  expect(departmentNews(caseWith(askedDepartment(), accepted(), answered(), addedFile()))).toBeNull()
  expect(departmentNews(caseWith(askedDepartment(), closingOn('2027-03-09')))).toBeNull()
})

test('the link says which question and whose link it is, and nothing of the customer', () => {
  const link = { askedAt: ASKED_AT, questionId: QUESTION, holder: 'head' } as const
  expect(linkOfFields(fieldsOfLink(link))).toEqual(link)
  expect(linkOfFields([ASKED_AT, QUESTION])).toBeUndefined()
  expect(linkOfFields([ASKED_AT, QUESTION, 'everybody'])).toBeUndefined()
  expect(linkOfFields(['yesterday', QUESTION, 'head'])).toBeUndefined()
})

test('a weekday that becomes a day off later moves the time to accept', () => {
  const [asked] = questionsOf(caseWith(askedDepartment()))
  // A Tuesday.
  const off = theCompanyRules({ departments: [aDepartment()], company: { calendar: { workingWeekdays: [1, 3, 4, 5] } } })
  expect(questionClock(asked!, { rules: RULES, now: ASKED_AT }).acceptBy).toBe('2027-03-09T04:00:00.000Z')
  expect(questionClock(asked!, { rules: off, now: ASKED_AT }).acceptBy).toBe('2027-03-10T03:00:00.000Z')
})
