import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryAuditLog } from '#adapters/memory/staff-stores.ts'
import { erasePerson } from '#app/person/erase-person.ts'
import { exportPerson } from '#app/person/export-person.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'
import { AT, heldPerson, LAN, NEIGHBOUR } from '#test/app/person/held-person.ts'
import { runCare, scratchFolder, textIn } from '#test/cli/care-run.ts'
import { allFound } from '#test/support/all-pages.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { aCustomer, lunar, theCompanyRules } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { aConsentRecord, acceptedCampaign, storedAnswer, storedReply, storedResponse } from '#test/support/store-builders.ts'
import { aSurvey, ratingsOf } from '#test/support/survey-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

async function atWork() {
  const ports = await heldPerson(engine)
  const campaigns = memoryCampaignStore()
  const auditLog = memoryAuditLog()
  await campaigns.accept(acceptedCampaign())
  const place: PlaceToWork = {
    isThere: () => false,
    stores: async () => ({ ...ports, campaigns, staff: { auditLog }, companyRules: theCompanyRules(), now: AT }) as never,
    work: async () => ({ out: 'no system is running' }),
    personal: async () => ports,
    provider: async () => ({ out: 'no system is running' }),
    sealSecret: () => Promise.reject(new Error('this command was not to look for keys')),
    suppressions: () => Promise.reject(new Error('no suppression is looked for')),
    finder: () => Promise.reject(new Error('no customer is looked for')),
    workTable: () => Promise.reject(new Error('no stored work here')),
    staffTable: () => Promise.reject(new Error('no stored log here')),
    facts: () => Promise.reject(new Error('no facts here')),
    figures: () => Promise.reject(new Error('no figures here')),
    companyRules: () => theCompanyRules(),
    close: async () => {},
  }
  return { ...ports, campaigns, auditLog, care: (...args: string[]) => runCare(place, ['person', ...args]) }
}

describe('care person', () => {
  test('shows what there is, and every consent with its evidence', async () => {
    const { care } = await atWork()
    const { printed, exitCode } = await care(LAN)
    expect(exitCode).toBe(0)
    expect(printed).toContain(
      'c-001: Nguyễn Thị Lan; 1 purchase; 1 contact; 1 answered survey; 2 mails of theirs, with attachments; 1 work item, open or closed; 1 voucher',
    )
    expect(printed).toContain('care/email granted by import (khách hàng.csv, dòng 17)')
    expect(printed.split('\n').at(-1)).toBe('times are Asia/Ho_Chi_Minh')
    expect(JSON.parse((await care(LAN, '--json')).printed)).toMatchObject({
      customerId: LAN,
      customer: { fullName: 'Nguyễn Thị Lan' },
    })
  })

  test('an id that nobody has is refused', async () => {
    const { care } = await atWork()
    expect(await care('nobody', '--export')).toMatchObject({ exitCode: 1, refused: ['nobody: nothing is held about that id'] })
  })

  test('hands out JSON, a page to read, and the mails as they came', async () => {
    const { care } = await atWork()
    const folder = join(scratchFolder(), 'lan')
    expect((await care(LAN, '--export', folder)).exitCode).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['person.html', 'person.json', 'replies'])
    expect(JSON.parse(textIn(folder, 'person.json'))).toMatchObject({ responses: [{ answers: [{ score: 6 }] }] })
    expect(readdirSync(join(folder, 'replies'))).toHaveLength(2)
    const page = textIn(folder, 'person.html')
    expect(page).toContain('<html lang="vi">')
    expect(page).toContain('Giao hàng chậm quá 😢')
    expect(page).toContain('Thư gốc nằm trong thư mục &quot;replies&quot;')
    expect(page).not.toContain(NEIGHBOUR)
    expect(page).not.toMatch(/<script|src=|href=/)
  })

  test('the page speaks to the person: words for codes, names for campaigns, their own clock, and no row without a value', async () => {
    const { care, customers, consents, responses, campaigns, suppressions, seals } = await atWork()
    const phone = '+84912345678'
    await customers.put([
      aCustomer({ customerId: LAN, email: `${LAN}@example.com`, phone, birthday: lunar('08-15'), tier: 'vàng' }),
    ])
    const contactKey = seals.contactKey({ kind: 'phone', value: phone })
    await suppressions.add({ contactKey, kind: 'phone', reason: 'opt-out', at: '2027-02-07T02:00:00.000Z', evidence: 'gọi lại' })
    await consents.append(
      aConsentRecord({ recordId: 'click', purpose: 'advertising', channel: 'call', decision: 'withdrawn', source: 'one-click' }),
    )
    const choices = [
      { id: 'late', text: { vi: 'Giao chậm', en: 'Late' } },
      { id: 'price', text: { vi: 'Giá', en: 'Price' } },
    ]
    const question = { vi: 'Điều gì khiến {honorific} chưa hài lòng?', en: 'What was wrong?' }
    const definition = {
      ...aSurvey({ followUps: [{ id: 'wrong', bands: ['low'], question, choices }] }),
      name: { vi: 'Hài lòng không?', en: 'Satisfied?' },
    }
    await campaigns.accept({ ...acceptedCampaign(), definition })
    const low = storedAnswer({ score: 2, why: null, followUps: { wrong: ['late', 'price'] } })
    const better = storedAnswer({ score: 4, why: 'Đỡ rồi', followUps: {}, origin: { ...low.origin, via: 'staff', by: 'Hoa' } })
    await responses.put(
      storedResponse({ occurrenceId: 'how-was-it_2027-02-04', campaignId: 'how-was-it', kind: 'csat', answers: [low, better] }),
    )
    const rating = { ...definition, id: 'rate-us', survey: aSurvey({ kind: 'csi' }).survey }
    await campaigns.accept({ ...acceptedCampaign(), definition: rating })
    const ratingsIn = (ideal: number | null) => ratingsOf({ overall: [8, 1], expectation: [10, 1], ideal: [ideal, 2] })
    await responses.put(
      storedResponse({
        occurrenceId: 'rate-us_2027-02-05',
        campaignId: 'rate-us',
        kind: 'csi',
        answers: [null, 5].map((ideal) => storedAnswer({ score: null, ratings: ratingsIn(ideal), why: null, followUps: {} })),
      }),
    )
    const folder = join(scratchFolder(), 'lan')
    await care(LAN, '--export', folder)
    const text = textIn(folder, 'person.html')
      .replace(/<style>.*<\/style>/s, '')
      .replace(/<[^>]+>/g, '|')
    for (const said of [
      '|Nhìn chung: 8 · So với mong đợi: 10 · So với nơi lý tưởng: bỏ qua|',
      '|67/100\nNhìn chung: 8 · So với mong đợi: 10 · So với nơi lý tưởng: 5|',
      '|Họ và tên||Nguyễn Thị Lan|',
      '|Xưng hô||Chị Lan|',
      '|Sinh nhật||15/8 âm lịch|',
      '|Ngôn ngữ||Tiếng Việt|',
      '|Quốc gia||Việt Nam|',
      '|Hạng||vàng|',
      '|06/02/2027 09:00||thăm hỏi, chúc mừng, qua email||đồng ý||danh sách của công ty|',
      '|ưu đãi, quảng cáo, qua điện thoại||từ chối||nút ngừng nhận thư của hộp thư|',
      '|10/03/2027||Chúc mừng sinh nhật||đã gửi||20/03/2027 09:00||đã đến, 20/03/2027 09:00|',
      '|Hài lòng không?||2/5 (Không hài lòng)||Điều gì khiến chị chưa hài lòng? Giao chậm; Giá||trên trang khảo sát',
      '|4/5 (Hài lòng)||Đỡ rồi||nhân viên nhập thay: Hoa|',
      'trả lời khảo sát; đã ghi câu trả lời',
      '|Gọi lại: điểm thấp||12/02/2027 09:00||đang mở|',
      '|200.000\u00a0₫||08/03/2027|',
      '|điện thoại||07/02/2027 09:00||khách từ chối||gọi lại|',
    ])
      expect(text.replace(/\|\s*\|/g, '||')).toContain(said)
    expect(text).not.toMatch(/Nghề nghiệp|quy-khach|family-first|low-score|granted|one-click|T02:00|[{}]|undefined|null/)
    const { contacts } = JSON.parse(textIn(folder, 'person.json'))
    expect(Object.keys(contacts[0]).sort()).toEqual(['campaignId', 'date', 'occurrenceId', 'outcome', 'touch'])
  })

  test('however much it is, what was read is written before more is read: a hundred pages of mails', async () => {
    const ports = await heldPerson(engine)
    const folder = join(scratchFolder(), 'lan')
    const waiting: number[] = []
    const pagesOf: typeof ports.replies.pagesOf = async function* (customerId) {
      if (customerId === null) return
      for (let page = 0; page < 100; page++) {
        const file = join(folder, 'person.json')
        if (page > 0 && existsSync(file) && !textIn(file).includes(`"mail-${page - 1}"`)) waiting.push(page)
        yield [storedReply({ replyId: `mail-${page}`, rawKey: `none/${page}`, customerId })]
      }
    }
    const staff = { auditLog: memoryAuditLog() }
    const campaigns = memoryCampaignStore()
    const place: PlaceToWork = {
      isThere: () => true,
      stores: async () =>
        ({
          ...ports,
          staff,
          replies: { ...ports.replies, pagesOf },
          campaigns,
          companyRules: theCompanyRules(),
          now: AT,
        }) as never,
      work: async () => ({ out: 'no system is running' }),
      provider: async () => ({ out: 'no system is running' }),
      personal: async () => ({
        rows: ports.rows,
        search: ports.search,
        rawMails: ports.rawMails,
        caseFiles: ports.caseFiles,
        seals: ports.seals,
      }),
      sealSecret: () => Promise.reject(new Error('no key is looked for')),
      suppressions: () => Promise.reject(new Error('no suppression is looked for')),
      finder: () => Promise.reject(new Error('no customer is looked for')),
      workTable: () => Promise.reject(new Error('no stored work here')),
      staffTable: () => Promise.reject(new Error('no stored log here')),
      facts: () => Promise.reject(new Error('no facts here')),
      figures: () => Promise.reject(new Error('no figures here')),
      companyRules: () => theCompanyRules(),
      close: async () => {},
    }
    expect((await runCare(place, ['person', LAN, '--export', folder])).exitCode).toBe(0)
    expect(waiting).toEqual([])
    const written = JSON.parse(textIn(folder, 'person.json'))
    const whole = await exportPerson({ ...ports, replies: { ...ports.replies, pagesOf } }, { customerId: LAN, at: AT })
    expect(written).toEqual(JSON.parse(JSON.stringify(whole)))
    expect(Object.keys(written)).toEqual(Object.keys(whole ?? {}))
    expect(textIn(folder, 'person.html').match(/Chín điểm nhé!/g)).toHaveLength(100)
  })

  test('only the owner may read what is written, also where a file stood before', async () => {
    const { care } = await atWork()
    const folder = join(scratchFolder(), 'new', 'lan')
    const modes = () =>
      [folder, join(folder, 'person.json'), join(folder, 'person.html'), join(folder, 'replies')]
        .concat(readdirSync(join(folder, 'replies')).map((name) => join(folder, 'replies', name)))
        .map((path) => (statSync(path).mode & 0o777).toString(8))
    await care(LAN, '--export', folder)
    expect(modes()).toEqual(['700', '600', '600', '700', '600', '600'])
    writeFileSync(join(folder, 'person.html'), 'open to all')
    chmodSync(join(folder, 'person.html'), 0o644)
    await care(LAN, '--export', folder)
    expect(modes()).toEqual(['700', '600', '600', '700', '600', '600'])
    expect(textIn(folder, 'person.html')).toContain('Nguyễn Thị Lan')
  })

  test('the page speaks of a folder of mails only where there is one', async () => {
    const { care, customers } = await atWork()
    await customers.put([aCustomer({ customerId: 'c-777', email: 'moi@example.com' })])
    const folder = join(scratchFolder(), 'new')
    expect((await care('c-777', '--export', folder)).exitCode).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['person.html', 'person.json'])
    expect(textIn(folder, 'person.html')).toContain('Tệp JSON đi kèm')
    expect(textIn(folder, 'person.html')).not.toContain('replies')
  })

  test('a name that is a script stays a name', async () => {
    const { care, customers } = await atWork()
    await customers.put([aCustomer({ customerId: LAN, fullName: '<script>alert(1)</script>', email: null })])
    const folder = scratchFolder()
    await care(LAN, '--export', folder)
    expect(textIn(folder, 'person.html')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('erases only when told twice, proves it, and is done', async () => {
    const { care, auditLog } = await atWork()
    expect(await care(LAN, '--erase')).toMatchObject({ exitCode: 1, refused: ['--erase cannot be undone: say --yes as well'] })
    expect((await care(LAN)).exitCode).toBe(0)
    const folder = scratchFolder()
    const { printed, exitCode } = await care(LAN, '--export', folder, '--erase', '--yes')
    expect(exitCode).toBe(0)
    expect(printed).toContain('c-001: erased; a search through every table finds nothing')
    expect(existsSync(join(folder, 'person.json'))).toBe(true)
    expect((await care(LAN)).exitCode).toBe(1)
    expect((await care(NEIGHBOUR)).exitCode).toBe(0)
    const lines = readLines(await auditLog.page({ month: AT.slice(0, 7), limit: 9 }))
    expect(lines.map(({ act, on, result }) => `${act} ${on?.id} ${result}`)).toEqual([
      'erase-person c-001 done',
      'erase-person c-001 begun',
      'export-person c-001 done',
      'export-person c-001 begun',
    ])
  })

  test('erased again, a customer of whom only rows of others were left is cleared out of them', async () => {
    const { care, ...ports } = await atWork()
    const [batch] = await ports.occurrences.batches('birthday_2027-03-10')
    const passedOver = { state: 'skipped', reason: 'same-address', writtenTo: LAN } as const
    const recipients = batch!.recipients.map((one) => (one.customerId === NEIGHBOUR ? { ...one, outcome: passedOver } : one))
    // As the version before left it: it renamed only where the customer or a sharer of today stands.
    const aside = { ...batch!, occurrenceId: 'tet_2027-02-06', recipients: recipients.slice(1), version: 0 }
    await ports.occurrences.putBatch(aside)
    await erasePerson({ ...ports, search: { find: async function* () {} } }, { customerId: LAN, as: 'erased-1', at: AT })
    expect(await allFound(ports.search.find([LAN]))).toHaveLength(1)
    expect(await care(LAN)).toMatchObject({ exitCode: 1, refused: ['c-001: nothing is held about that id'] })
    expect(await care(LAN, '--erase', '--yes')).toMatchObject({
      exitCode: 0,
      printed: expect.stringContaining('c-001: erased; a search through every table finds nothing'),
    })
    expect(await allFound(ports.search.find([LAN]))).toEqual([])
    expect((await care(LAN, '--erase', '--yes')).printed).toContain('a search through every table finds nothing')
    await ports.ledgers.removeTombstone(LAN)
    expect(await care(LAN, '--erase', '--yes')).toMatchObject({
      exitCode: 1,
      refused: ['c-001: nothing is held about that id'],
    })
  })

  test('what a person asks for becomes work with the law’s clocks, once a day', async () => {
    const { care, work } = await atWork()
    expect((await care(LAN, '--ask', 'erase')).printed).toContain(
      // Asked on a Saturday: answered by the end of Tuesday, done within twenty days.
      'c-001 asks: erase; answer by 2027-03-24 00:00, done by 2027-04-10 00:00',
    )
    expect((await care(LAN, '--ask', 'erase')).printed).toMatch(/; times are Asia\/Ho_Chi_Minh$/)
    expect((await work.allOpen()).filter(({ kind }) => kind === 'data-request')).toHaveLength(1)
    expect((await care(LAN, '--ask', 'everything')).exitCode).toBe(2)
  })
})
