/** `care` as a shell runs it: the real process, its exit codes, and a state that outlives it. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { careProgram } from '#cli/care-program.ts'

const ROOT = join(import.meta.dirname, '..')

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What Node has compiled once it need not compile again for the next of so many processes. */
const COMPILED = mkdtempSync(join(tmpdir(), 'care-compiled-'))
afterAll(() => rmSync(COMPILED, { recursive: true, force: true }))

interface Interrupted {
  readonly signal: NodeJS.Signals
  /** What it must have said before. */
  readonly after: string
}

function run(args: readonly string[], cwd = ROOT, interrupted?: Interrupted): Promise<Ended> {
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED }
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (interrupted && !stderr.includes(interrupted.after) && `${stderr}${text}`.includes(interrupted.after))
      child.kill(interrupted.signal)
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
const care = (...args: string[]) => run(['cli/care.mjs', ...args])

describe('exit codes', () => {
  test.each<[string[], 0 | 1 | 2, string]>([
    [['lunar', '2027-02-06'], 0, 'day 1 of month 1 of lunar year 2027'],
    [['lunar', '2300-01-01'], 1, ''],
    [['lunar', '2027-02-30'], 2, 'Expected a day that exists'],
    [['check', './campaigns/'], 0, 'không có lỗi'],
    [['check', 'package.json'], 1, 'package.json: no such folder'],
    [
      ['rehearse', '--campaigns', 'campaigns', '--from', '2027-03-02', '--to', '2027-03-01'],
      2,
      '2027-03-02 is after --to 2027-03-01',
    ],
    [['voucher', 'redeem', 'AAAA-AAAA-AAAA'], 2, '--by'],
    [['frobnicate'], 2, "unknown command 'frobnicate'"],
    [['import', 'people', 'x.csv'], 2, "unknown command 'people'"],
    [[], 2, 'Usage: care'],
    [['help'], 0, 'Usage: care'],
  ])('care %j ends with %i', async (args, code, words) => {
    const ended = await care(...args)
    expect(ended).toMatchObject({ code })
    expect(`${ended.stdout}${ended.stderr}`).toContain(words)
    // The answer is on standard output, everything else on standard error.
    if (code !== 0) expect(ended.stdout).toBe('')
    expect(ended.stderr).not.toMatch(/^\s+at /m)
  })

  test('a place that files cannot be written to is refused with the machine’s words, without a trace of the program', async () => {
    const files = ['--purchases', 'test/fixtures/cdnow-sample.txt', '--format', 'cdnow', '--out', 'package.json/out']
    const ended = await care('rehearse', '--campaigns', 'campaigns', '--from', '1998-01-01', '--to', '1998-01-01', ...files)
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toContain('ENOTDIR')
    expect(ended.stderr).not.toMatch(/^\s+at /m)
  })
})

test('a rehearsal in threads whose folder cannot be made ends with the machine’s words, and does not wait for its threads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-threads-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'customers.csv')
  const rows = Array.from({ length: 7_000 }, (_, at) => `C${at},Nguyễn Thị Lan,${'x'.repeat(150)}`)
  writeFileSync(file, ['customer_id,full_name,profession', ...rows, ''].join('\n'))
  const period = ['--from', '2027-01-01', '--to', '2027-01-01', '--out', 'package.json/out']
  const ended = await care('rehearse', '--campaigns', 'campaigns', '--customers', file, ...period)
  expect(ended).toMatchObject({ code: 1, stdout: '' })
  expect(ended.stderr).toContain('ENOTDIR')
})

describe('a rehearsal that is interrupted', () => {
  const folders: string[] = []
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })
  const scratch = () => {
    const folder = mkdtempSync(join(tmpdir(), 'interrupted-'))
    folders.push(folder)
    return folder
  }
  const rehearse = (out: string, signal: NodeJS.Signals) =>
    run(
      [
        ...['cli/care.mjs', 'rehearse', '--campaigns', 'campaigns', '--from', '1998-01-01', '--to', '2007-12-31', '--out', out],
        ...['--purchases', 'test/fixtures/cdnow-sample.txt', '--format', 'cdnow'],
      ],
      ROOT,
      { signal, after: 'rehearsing 1998-02' },
    )

  test.each(['SIGINT', 'SIGTERM'] as const)('by %s ends with 130, says nothing, and takes its folders away', async (signal) => {
    const parent = scratch()
    const ended = await rehearse(join(parent, 'a/b'), signal)
    expect(ended).toMatchObject({ code: 130, stdout: '' })
    expect(ended.stderr).not.toMatch(/^\s+at /m)
    expect(readdirSync(parent)).toEqual([])
  })

  test('leaves the files of the last one as they were', async () => {
    const out = scratch()
    for (const name of ['touches.csv', 'summary.json', 'notes.txt']) writeFileSync(join(out, name), `the ${name} of before`)
    expect(await rehearse(out, 'SIGINT')).toMatchObject({ code: 130 })
    expect(readdirSync(out).toSorted()).toEqual(['notes.txt', 'summary.json', 'touches.csv'])
    for (const name of readdirSync(out)) expect(readFileSync(join(out, name), 'utf8')).toBe(`the ${name} of before`)
  })
})

describe('--help', () => {
  const nowhere = () => Promise.reject(new Error('help needs no stores'))
  const program = careProgram({
    output: { print: () => {}, warn: () => {}, refuse: () => {} },
    place: {
      isThere: () => false,
      stores: nowhere,
      work: nowhere,
      personal: nowhere,
      provider: nowhere,
      sealSecret: nowhere,
      suppressions: () => Promise.reject(new Error('no suppression is looked for')),
      finder: () => Promise.reject(new Error('no customer is looked for')),
      workTable: () => Promise.reject(new Error('no stored work here')),
      staffTable: () => Promise.reject(new Error('no stored log here')),
      facts: () => Promise.reject(new Error('no facts here')),
      figures: () => Promise.reject(new Error('no figures here')),
      companyRules: () => raise('help needs no company rules'),
      close: async () => {},
    },
  })
  test.each(commandsOf(program))('of care %s ends with 0 and names everything it takes', async (path, command) => {
    const { code, stdout } = await care(...path.split(' ').filter((word) => word !== ''), '--help')
    expect(code).toBe(0)
    for (const { long } of command.options) expect(stdout).toContain(long)
    for (const argument of command.registeredArguments) expect(stdout).toContain(argument.name())
    for (const each of command.commands) expect(stdout).toContain(each.name())
    expect(command.description()).not.toBe('')
  })
})

describe('without a running system', () => {
  let project = ''
  const here = (...args: string[]) => run(['--disable-warning=ExperimentalWarning', 'cli/care.ts', ...args], project)
  beforeAll(() => {
    // A project of its own, so that nobody's state is touched.
    project = mkdtempSync(join(tmpdir(), 'care-project-'))
    for (const part of ['adapters', 'app', 'campaigns', 'cli', 'core', 'functions', 'local', 'templates', 'web', 'package.json'])
      cpSync(join(ROOT, part), join(project, part), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))
    writeFileSync(join(project, 'people.csv'), 'Mã KH,Họ tên,Email\nKH1,Phạm Lan,lan@example.com\nKH2,Lê An,an@example.com\n')
  })
  afterAll(() => rmSync(project, { recursive: true, force: true }))

  test('commands work on its state, which is there for the next one', async () => {
    const first = await here('import', 'customers', 'people.csv')
    expect(first.stderr).toBe('no system is running: working on its state in .local/\n')
    expect(first).toMatchObject({ code: 0, stdout: '2 rows: 2 added, 0 changed, 0 unchanged, 0 refused\n' })
    expect(await here('import', 'customers', 'people.csv')).toMatchObject({
      stdout: '2 rows: 0 added, 0 changed, 2 unchanged, 0 refused\n',
    })

    expect((await here('accept', 'campaigns', '--by', 'Lan')).stdout).toContain('mid-autumn: version 1 accepted')
    expect((await here('accept')).stdout).toContain('mid-autumn: version 1 unchanged')

    const preview = await here('preview', 'mid-autumn', '--customer', 'KH1', '--out', 'preview', '--json')
    expect(preview.code).toBe(0)
    expect(existsSync(join(project, 'preview/mid-autumn.KH1.html'))).toBe(true)
    expect(await here('voucher', 'check', '…')).toMatchObject({ code: 1, stdout: '' })
  })

  test('facts are exported of it before any system ran, and a report is made of them', async () => {
    writeFileSync(join(project, 'bought.csv'), 'Mã đơn,Mã KH,Ngày mua,Giá trị\nD1,KH1,2026-01-05,150000\n')
    expect(await here('import', 'purchases', 'bought.csv')).toMatchObject({ code: 0 })
    const exported = await here('facts', 'export', '--from', '2026-01-05', '--to', '2026-01-05', '--out', 'facts')
    expect(exported).toMatchObject({ code: 0, stdout: expect.stringContaining('1 purchases') })
    const report = await here('report', '--from', '2026-01-05', '--to', '2026-01-05', '--facts', 'facts')
    expect(report).toMatchObject({ code: 0, stdout: expect.stringContaining('Net Promoter Score (NPS) [nps]: no data') })
  })

  test('a system that left its address and answers no more is not believed', async () => {
    writeFileSync(join(project, '.local/environment.json'), JSON.stringify({ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' }))
    const ended = await here('import', 'customers', 'people.csv')
    expect(ended).toMatchObject({ code: 0, stdout: '2 rows: 0 added, 0 changed, 2 unchanged, 0 refused\n' })
  })
})

function commandsOf(command: Command, path: readonly string[] = []): [string, Command][] {
  return [[path.join(' '), command], ...command.commands.flatMap((each) => commandsOf(each, [...path, each.name()]))]
}

function raise(message: string): never {
  throw new Error(message)
}
