import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

test('a value that a deployment cannot have is one sentence, without a stack trace', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: ROOT,
    env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify({ alarmEmail: 'abc' }) },
    encoding: 'utf8',
  })
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^CDK context: alarmEmail: [^\n]+\n$/),
  })
})
