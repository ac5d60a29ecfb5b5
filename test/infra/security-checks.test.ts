import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { expect, test } from 'vitest'
import { addSecurityChecks } from '#infra/security-checks.ts'
import { careApp } from '#test/infra/synthesised.ts'

/** Builds with the gate on; answers what it found. Outside of the command line an open finding throws, inside it makes the exit code 1. */
function built(change: (app: ReturnType<typeof careApp>) => void = () => {}) {
  const care = careApp()
  change(care)
  addSecurityChecks(care.app)
  const report = () => readFileSync(join(care.outdir, 'validation-report.json'), 'utf8')
  return { synth: () => care.app.synth(), report }
}

test('the stack passes the security rules', () => {
  const { synth, report } = built()
  expect(synth).not.toThrow()
  expect(JSON.parse(report()).pluginReports).toEqual([])
})

test('a queue without dead letters and without TLS does not pass', () => {
  const { synth, report } = built(({ stack }) => new Queue(stack, 'Planted'))
  expect(synth).toThrow(/AwsSolutions-SQS3[\s\S]*AwsSolutions-SQS4/)
  expect(report()).toContain('ThamHoi/Planted')
})

test('a wildcard permission does not pass, even on a role whose other findings are accepted', () => {
  const { synth } = built(({ stack }) => {
    const role = stack.node.findChild('Orders').node.findChild('CarryOutOrdersRole')
    if (!(role instanceof Role)) throw new Error('the sender has no role')
    role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: ['arn:aws:dynamodb:*:*:table/*'] }))
  })
  expect(synth).toThrow(/AwsSolutions-IAM5\[Action::dynamodb:\*\]/)
})
