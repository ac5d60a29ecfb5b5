import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readMail } from '#adapters/mail-in/read-mail.ts'
import { type BucketStore, openBucket } from '#local/aws/s3/bucket-store.ts'
import { openMailIn } from '#local/mail-in/lay-down-mail.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const letters = (text: string) => new TextEncoder().encode(text)
const MAIL = { from: 'c-001@example.com', to: ['r+abc@replies.example.com'], bytes: letters('Subject: Re: hello\r\n\r\n9\r\n') }

async function atWork({
  folder = null,
  now = NOW,
  store = openBucket({ folder, name: 'inbound' }),
}: {
  folder?: string | null
  now?: string
  store?: BucketStore
} = {}) {
  const told: { Records: { eventTime: string; s3: { object: { key: string; size: number } } }[] }[] = []
  const mailIn = await openMailIn({
    bucketName: 'inbound',
    store,
    now: () => now,
    tell: async (body) => void told.push(JSON.parse(body)),
  })
  return { mailIn, store, told }
}

test('a mail is laid down below the findings of the mail service, and the queue is told', async () => {
  const { mailIn, store, told } = await atWork()
  const key = await mailIn.layDown(MAIL)
  const stored = store.get(key)!.bytes
  const { headers, subject, text } = await readMail(stored)
  expect([subject, text.trim()]).toEqual(['Re: hello', '9'])
  expect(headers.get('return-path')).toEqual(['<c-001@example.com>'])
  expect([headers.get('x-ses-spam-verdict'), headers.get('x-ses-virus-verdict')]).toEqual([['PASS'], ['PASS']])
  expect(told).toMatchObject([{ Records: [{ eventTime: NOW, s3: { object: { key, size: stored.length } } }] }])
})

test.each([
  ['spam', 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X', 'x-ses-spam-verdict'],
  ['a virus', ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-'), 'x-ses-virus-verdict'],
])('the agreed test text for %s is found', async (_what, sign, header) => {
  const { mailIn, store } = await atWork()
  const key = await mailIn.layDown({ ...MAIL, bytes: letters(`Subject: x\r\n\r\n${sign}\r\n`) })
  expect((await readMail(store.get(key)!.bytes)).headers.get(header)).toEqual(['FAIL'])
})

test('an address with a line break in it writes no header', async () => {
  const { mailIn, store } = await atWork()
  const key = await mailIn.layDown({ ...MAIL, from: 'a@x>\r\nX-SES-Virus-Verdict: PASS', to: ['b@y\r\nEvil: 1'] })
  const { headers } = await readMail(store.get(key)!.bytes)
  expect([headers.has('evil'), headers.get('x-ses-virus-verdict')]).toEqual([false, ['PASS']])
})

test('a restart tells again of what came in lately, and of nothing older or removed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const first = await atWork({ folder, now: '2027-03-07T00:00:00.000Z' })
  await first.mailIn.layDown(MAIL)
  const second = await atWork({ now: NOW, store: first.store })
  expect(second.told).toEqual([])
  const [kept, removed] = [await second.mailIn.layDown(MAIL), await second.mailIn.layDown(MAIL)]
  second.store.remove(removed)
  first.store.close()
  const third = await atWork({ folder, now: '2027-03-11T00:00:00.000Z' })
  expect(third.told.map(({ Records }) => Records[0]?.s3.object.key)).toEqual([kept])
  third.store.close()
})

test('a mail that was removed is not in the file any more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { mailIn, store } = await atWork({ folder })
  const key = await mailIn.layDown({ ...MAIL, bytes: letters('Subject: x\r\n\r\nvery-private-words\r\n') })
  store.remove(key)
  store.close()
  for (const file of ['inbound.sqlite', 'inbound.sqlite-wal'])
    expect(contentOf(join(folder, file)), file).not.toContain('very-private-words')
})

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
