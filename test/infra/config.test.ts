import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileTemplates, TemplateError } from '#infra/compile-templates.ts'
import { ConfigError, readConfig } from '#infra/config.ts'
import { A_COMPANY, cdkJson, ROOT } from '#test/infra/synthesised.ts'

const configOf = ({
  tunables = {},
  company = {},
}: {
  tunables?: Record<string, unknown>
  company?: Record<string, unknown>
} = {}) => readConfig({ context: (key) => tunables[key], company: { ...A_COMPANY, ...company } })

test('without any context the defaults hold, and the domain is that of the sender', () => {
  expect(configOf()).toMatchObject({
    logRetentionDays: 30,
    senderConcurrency: 2,
    senderReservedConcurrency: 0,
    pagesReservedConcurrency: 0,
    accountConcurrency: 10,
    alarmEmail: '',
    senderDomain: 'trasenviet.example.com',
  })
})

test('a company that says nothing of answers by mail gets none, and raw mails would be kept for a year', () => {
  const { replyDomain, retention } = configOf({ company: { replyDomain: undefined, retention: undefined } }).company
  expect([replyDomain, retention]).toEqual([undefined, { rawMails: 365, work: 1095 }])
})

test('what the command line gives as text counts as a number', () => {
  expect(configOf({ tunables: { logRetentionDays: '90', accountConcurrency: '1000', senderConcurrency: '12' } })).toMatchObject({
    logRetentionDays: 90,
    senderConcurrency: 12,
  })
})

test.each([
  [{ tunables: { logRetentionDays: '45' } }, 'CDK context: logRetentionDays'],
  [{ tunables: { senderConcurrency: 1 } }, 'CDK context: senderConcurrency'],
  [
    { tunables: { senderConcurrency: 4, senderReservedConcurrency: 2 } },
    'senderReservedConcurrency must be 0 or at least senderConcurrency',
  ],
  [
    { tunables: { senderConcurrency: 3, deliveryConcurrency: 3 } },
    'queues may take 8, schedules 2 and the pages need 2: together 12, and accountConcurrency is 10',
  ],
  [{ tunables: { pagesReservedConcurrency: 2 } }, 'reservations of 2 need accountConcurrency of at least 102'],
  [{ tunables: { accountConcurrency: 100, pagesReservedConcurrency: 50 } }, 'need accountConcurrency of at least 150'],
  [{ tunables: { accountConcurrency: 9 } }, 'CDK context: accountConcurrency'],
  [{ tunables: { replyConcurrency: 1 } }, 'CDK context: replyConcurrency'],
  [{ tunables: { alarmEmail: 'ops' } }, 'CDK context: alarmEmail'],
  [{ tunables: { mailIdentity: 'other' } }, 'CDK context: mailIdentity'],
  [{ company: { zone: 'Asia/Saigonn' } }, 'campaigns/company.json: zone: an IANA zone such as Asia/Ho_Chi_Minh'],
  [{ company: { sender: 'care' } }, 'campaigns/company.json: sender'],
  [{ company: { replyDomain: 'r@example.com' } }, 'campaigns/company.json: replyDomain: a domain such as replies.example.com'],
  [{ company: { retention: { rawMails: 0 } } }, 'campaigns/company.json: retention.rawMails'],
  [{ company: { pages: 'http://care.example.com' } }, 'campaigns/company.json: pages: an https address'],
])('%j is refused, and the message says where', (given, message) => {
  expect(() => configOf(given)).toThrow(ConfigError)
  expect(() => configOf(given)).toThrow(message)
})

test('cdk.json runs the app without a build step and has every recommended feature flag', () => {
  const { app, context } = cdkJson()
  expect(app).toBe('node infra/app.ts')
  const recommended = JSON.parse(readFileSync(join(ROOT, 'node_modules/aws-cdk-lib/recommended-feature-flags.json'), 'utf8'))
  expect(context).toMatchObject(recommended)
})

function aCompiler(source: string): string {
  const root = mkdtempSync(join(tmpdir(), 'care-templates-'))
  mkdirSync(join(root, 'local', 'templates'), { recursive: true })
  writeFileSync(join(root, 'local', 'templates', 'build.ts'), source)
  return root
}

test('templates that do not compile stop the build with the compiler’s own words', () => {
  const root = aCompiler("console.error('birthday-gift/vi.md, subject: expected a subject'); process.exitCode = 1")
  expect(() => compileTemplates(root)).toThrow(TemplateError)
  expect(() => compileTemplates(root)).toThrow('birthday-gift/vi.md, subject: expected a subject')
})

test('templates that compile let the build go on', () => {
  expect(() => compileTemplates(aCompiler('process.exitCode = 0'))).not.toThrow()
})
