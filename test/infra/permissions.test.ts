import { expect, test } from 'vitest'
import { allowedStatements, careTemplate, FUNCTION_IDS, resource } from '#test/infra/synthesised.ts'

const template = careTemplate()
const statements = allowedStatements(template)
const about = (prefix: string) => statements.filter(({ actions }) => actions.some((action) => action.startsWith(prefix)))

test('nobody may do everything', () => {
  expect(statements.length).toBeGreaterThan(10)
  expect(statements.filter(({ actions }) => actions.some((action) => action.includes('*')))).toEqual([])
})

test.each(['dynamodb:', 'sqs:', 'ses:', 'lambda:', 'logs:'])('no permission on %s names a wildcard', (prefix) => {
  expect(about(prefix)).not.toEqual([])
  const wild = about(prefix).filter(({ resources }) => resources.some((each) => each.includes('*')))
  expect(wild.filter(({ actions }) => actions.join() !== 'ses:GetAccount')).toEqual([])
})

test('no permission is on everything but reading the quota of the account', () => {
  const onEverything = statements.filter(({ resources }) => resources.some((each) => each === '*' || each === '"*"'))
  expect(onEverything.map(({ owner, actions }) => [owner.replace(/ServiceRole.*|Role.*/, ''), actions])).toEqual([
    ['PlannerPlanOccurrences', ['ses:GetAccount']],
    ['OrdersCarryOutOrders', ['ses:GetAccount']],
  ])
})

test('mail goes out from one function that reads nothing from outside, from one address, one identity and one configuration set', () => {
  const sends = about('ses:Send')
  expect(sends.map(({ owner }) => owner.replace(/Role.*/, '')).sort()).toEqual(['OrdersCarryOutOrders'])
  for (const { actions, resources, condition } of sends) {
    expect(actions).toEqual(['ses:SendEmail'])
    expect(condition).toEqual({ StringEquals: { 'ses:FromAddress': 'cham-soc@trasenviet.example.com' } })
    expect(resources).toHaveLength(2)
    expect(resources.join()).toMatch(/:configuration-set\/.*:identity\//)
    expect(resources.join()).not.toContain('*')
  }
})

test('the look ahead may ask about the identities that the sender could stand on and the one configuration set, and about nothing else', () => {
  const asks = about('ses:Get').filter(({ actions }) => actions.join() !== 'ses:GetAccount')
  expect(asks.map(({ owner, actions }) => [owner.replace(/ServiceRole.*|Role.*/, ''), actions])).toEqual([
    ['PlannerPlanOccurrences', ['ses:GetEmailIdentity']],
    ['PlannerPlanOccurrences', ['ses:GetConfigurationSet']],
  ])
  const named = asks[0]?.resources.map((arn) => /:identity\/([^"\]]+)/.exec(arn)?.[1])
  expect(named?.toSorted()).toEqual(['cham-soc@trasenviet.example.com', 'example.com', 'trasenviet.example.com'])
  expect(asks[1]?.resources.join()).toContain(':configuration-set/')
})

test('the keys of seals are read by the functions that seal or open, the till key by the pages alone, that of suppressions by the functions that have them, and no function changes any', () => {
  const reads = about('secretsmanager:').map(({ owner, actions, resources }) => [
    owner.replace(/Role.*/, ''),
    ...actions,
    ...resources.map((each) => /Secrets(Seal|Till|Suppression|Telephony)/.exec(each)?.[1]),
  ])
  expect(reads.toSorted()).toEqual([
    ['DeliveriesRecordDelivery', 'secretsmanager:GetSecretValue', 'Suppression'],
    ['OrdersCarryOutOrders', 'secretsmanager:GetSecretValue', 'Seal', 'Suppression'],
    ['PagesServePages', 'secretsmanager:GetSecretValue', 'Seal', 'Till'],
    ['RepliesReceiveReply', 'secretsmanager:GetSecretValue', 'Seal'],
    ['RollUpsRollUpNight', 'secretsmanager:GetSecretValue', 'Suppression'],
    ['StaffAppDrawReport', 'secretsmanager:GetSecretValue', 'Seal'],
    ['StaffAppServeStaff', 'secretsmanager:GetSecretValue', 'Seal', 'Suppression', 'Telephony'],
    ['TelephonyHearTelephone', 'secretsmanager:GetSecretValue', 'Seal', 'Telephony'],
  ])
})

test('functions hand Scheduler one role, which puts batches into one queue', () => {
  const role = resource(template, { type: 'AWS::IAM::Role', id: 'BatchSchedulesRole' })
  const passes = about('iam:')
  expect(passes.map(({ owner }) => owner.replace(/Role.*/, '')).toSorted()).toEqual([
    'OrdersCarryOutOrders',
    'StaffAppServeStaff',
  ])
  for (const { actions, resources, condition } of passes) {
    expect(actions).toEqual(['iam:PassRole'])
    expect(resources).toEqual([JSON.stringify({ 'Fn::GetAtt': [role.logicalId, 'Arn'] })])
    expect(condition).toEqual({ StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } })
  }
  const granted = statements.filter(({ owner }) => owner.startsWith('BatchSchedulesRole'))
  expect(granted.flatMap(({ actions }) => actions)).toEqual(['sqs:SendMessage'])
  expect(granted.flatMap(({ resources }) => resources).join()).toMatch(/WorkQueuesBatchesQueue.*WorkQueuesScheduleDeadLetters/)
  expect(role.properties.AssumeRolePolicyDocument.Statement).toEqual([
    expect.objectContaining({
      Principal: { Service: 'scheduler.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' }, 'aws:SourceArn': expect.anything() } },
    }),
  ])
})

test('schedules are made in the one group only, under the names of batches', () => {
  const { properties } = resource(template, { type: 'AWS::Scheduler::ScheduleGroup', id: 'BatchSchedulesGroup' })
  for (const { actions, resources } of about('scheduler:')) {
    expect(actions).toEqual(['scheduler:CreateSchedule'])
    expect(resources).toEqual(['b-*', 'c-*'].map((names) => expect.stringContaining(`:schedule/${properties.Name}/${names}`)))
  }
})

/** What each role may change. Reading is in `functions/env.ts`: a table's variable and its permission come from one call. */
const CHANGES = {
  PlannerPlanOccurrences: ['Budgets', 'Customers', 'Numbers', 'Occurrences', 'Pace', 'Touches', 'Work'],
  OrdersCarryOutOrders: ['Budgets', 'Occurrences', 'Pace', 'Staff', 'Touches', 'Vouchers', 'Work'],
  DeliveriesRecordDelivery: ['Campaigns', 'Consents', 'Customers', 'Numbers', 'Occurrences', 'Suppressions', 'Touches'],
  RepliesReceiveReply: ['Consents', 'Customers', 'Numbers', 'Replies', 'Responses', 'Touches', 'Work'],
  PagesServePages: ['Consents', 'Customers', 'Numbers', 'Responses', 'Touches', 'Vouchers', 'Work'],
  StaffAppServeStaff: [
    'Budgets',
    'Campaigns',
    'Consents',
    'Customers',
    'Finder',
    'Numbers',
    'Occurrences',
    'Purchases',
    'Replies',
    'Responses',
    'Staff',
    'Suppressions',
    'Touches',
    'Vouchers',
    'Work',
  ],
  TelephonyHearTelephone: ['Numbers', 'Work'],
  RollUpsRollUpNight: ['Customers', 'Numbers'],
} as const

test.each(Object.entries(CHANGES))('%s changes no other tables than it must', (owner, expected) => {
  const writes = statements.filter(
    (each) => each.owner.startsWith(owner) && each.actions.some((action) => /:(Put|Update|Delete)Item$/.test(action)),
  )
  const tables = writes.flatMap(({ resources }) => resources.map((each) => /Tables([A-Z][a-z]+)/.exec(each)![1]!))
  expect([...new Set(tables)].sort()).toEqual(expected)
})

test('who hears the telephone system may look for the call-backs that a number has from days before', () => {
  const queries = statements.filter(
    ({ owner, actions }) => owner.startsWith('TelephonyHearTelephone') && actions.includes('dynamodb:Query'),
  )
  expect(queries.flatMap(({ resources }) => resources).some((each) => /TablesWork/.test(each))).toBe(true)
})

test('what may delete: planning a batch that it replaces, the lists of calls of a week ago, the nightly purge, and whoever may write of a customer who is being erased; only the purge scans, and only indexes; and the sender alone writes touches in bulk, and the nightly figures theirs', () => {
  const actions = new Set(about('dynamodb:').flatMap((each) => each.actions))
  expect([...actions].sort()).toEqual([
    'dynamodb:BatchGetItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:Scan',
    'dynamodb:UpdateItem',
  ])
  const deletes = statements.filter((each) => each.actions.includes('dynamodb:DeleteItem'))
  const deletable = (owner: string) =>
    deletes
      .filter((statement) => statement.owner.startsWith(owner))
      .flatMap(({ resources }) => resources.map((each) => /Tables([A-Z][a-z]+)/.exec(each)?.[1]))
  expect([...new Set(deletable('OrdersCarryOutOrders'))].sort()).toEqual(['Occurrences', 'Staff', 'Touches'])
  // Nobody's profile, purchases, suppressions, vouchers or budgets.
  expect([...new Set(deletable('RetentionPurgeExpired'))].sort()).toEqual([
    'Consents',
    'Finder',
    'Numbers',
    'Occurrences',
    'Replies',
    'Responses',
    'Touches',
    'Work',
  ])
  expect([...new Set(deletable('DeliveriesRecordDelivery'))]).toEqual(['Touches'])
  const scans = statements.filter((each) => each.actions.includes('dynamodb:Scan'))
  expect(scans.map(({ owner }) => owner)).toEqual(scans.map(() => expect.stringMatching(/^RetentionPurgeExpired/)))
  expect(scans.every(({ actions }) => actions.length === 1)).toBe(true)
  expect(
    scans.flatMap(({ resources }) => resources).every((each) => /Tables(Replies|Responses|Work).*\/index\//.test(each)),
  ).toBe(true)
  // A person's erasure, and sessions. Vouchers stay, under another name.
  expect([...new Set(deletable('StaffAppServeStaff'))].sort()).toEqual([
    'Consents',
    'Customers',
    'Finder',
    'Numbers',
    'Occurrences',
    'Purchases',
    'Replies',
    'Responses',
    'Staff',
    'Suppressions',
    'Touches',
    'Work',
  ])
  expect(deletable('RollUpsRollUpNight')).toEqual(['Numbers'])
  expect(new Set(deletes.map(({ owner }) => owner)).size).toBe(5)
  const bulk = statements.filter((each) => each.actions.includes('dynamodb:BatchWriteItem'))
  const inBulk = (owner: string) => bulk.filter((each) => each.owner.startsWith(owner)).flatMap(({ resources }) => resources)
  expect(bulk).toHaveLength(2)
  expect(inBulk('OrdersCarryOutOrders').every((each) => each.includes('TablesTouches'))).toBe(true)
  expect(inBulk('RollUpsRollUpNight').every((each) => each.includes('TablesNumbers'))).toBe(true)
})

test('who notes a late day changes no other row of the numbers; the callers of the hotline are written as they ring', () => {
  const changes = (actions: readonly string[]) => actions.filter((each) => /:(Put|Update|Delete)Item$/.test(each)).join()
  const rows = statements.filter(({ resources, actions }) => resources.join().includes('TablesNumbers') && changes(actions))
  const may = rows.map(({ owner, actions, condition }) => [owner.replace(/Role.*/, ''), changes(actions), condition])
  const keys = (...of: readonly string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': of } })
  expect(may.toSorted()).toEqual([
    ['DeliveriesRecordDelivery', 'dynamodb:UpdateItem', keys('late')],
    ['PagesServePages', 'dynamodb:UpdateItem', keys('late')],
    ['PlannerPlanOccurrences', 'dynamodb:UpdateItem', keys('late')],
    ['RepliesReceiveReply', 'dynamodb:UpdateItem', keys('late')],
    ['RetentionPurgeExpired', 'dynamodb:DeleteItem', keys('hotline')],
    ['RollUpsRollUpNight', 'dynamodb:DeleteItem,dynamodb:UpdateItem', keys('late', 'waiting')],
    ['RollUpsRollUpNight', 'dynamodb:PutItem', keys('written')],
    ['RollUpsRollUpNight', 'dynamodb:PutItem', keys('theme-rules')],
    ['StaffAppServeStaff', 'dynamodb:DeleteItem', keys('hotline')],
    ['StaffAppServeStaff', 'dynamodb:PutItem', keys('proposals#*', 'handed-in*')],
    ['StaffAppServeStaff', 'dynamodb:UpdateItem', keys('late')],
    ['TelephonyHearTelephone', 'dynamodb:UpdateItem', keys('late', 'hotline')],
  ])
})

test.each(['waiting', 'late'])('who shows the report may see what waits to be counted: %s', (rows) => {
  const readers = statements.filter(
    ({ resources, actions, condition }) =>
      resources.join().includes('TablesNumbers') &&
      actions.includes('dynamodb:GetItem') &&
      (condition === undefined || JSON.stringify(condition).includes(`"${rows}"`)),
  )
  const owners = new Set(readers.map(({ owner }) => owner.replace(/Role.*/, '')))
  for (const owner of ['RollUpsRollUpNight', 'StaffAppServeStaff', 'StaffAppDrawReport', 'OrdersCarryOutOrders'])
    expect(owners).toContain(owner)
})

test('the staff app reads the roster and cannot write it, and takes no line out of the audit log or the book of duty', () => {
  const rows = statements.filter((each) => each.owner.startsWith('StaffApp') && each.resources.join().includes('TablesStaff'))
  const may = rows.map(({ actions, condition }) => [actions.map((each) => each.replace('dynamodb:', '')), condition])
  const keys = (...of: readonly string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': of } })
  expect(may).toEqual([
    [
      ['BatchGetItem', 'GetItem', 'Query'],
      keys('#roster', '#plan', 'duty#*', 'calls#*', 'session#*', 'subject#*', 'audit#*', 'refused#*', 'questions', 'findings'),
    ],
    [['PutItem'], keys('duty#*', 'calls#*', 'session#*', 'subject#*', 'audit#*', 'questions')],
    // It counts who was turned away.
    [['UpdateItem'], keys('refused#*')],
    [['DeleteItem'], keys('session#*', 'findings')],
    // So does what draws the report.
    [['UpdateItem'], keys('refused#*')],
    // What draws the report asks only who is signed in.
    [['BatchGetItem', 'GetItem', 'Query'], keys('#roster', '#plan', 'session#*')],
  ])
})

test('the lists of calls are made by whom writes nothing else about staff', () => {
  const rows = statements.filter((each) => each.owner.startsWith('Orders') && each.resources.join().includes('TablesStaff'))
  const may = rows.map(({ actions, condition }) => [actions.map((each) => each.replace('dynamodb:', '')), condition])
  const keys = (...of: readonly string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': of } })
  expect(may).toEqual([
    [
      ['BatchGetItem', 'GetItem', 'Query'],
      keys('#roster', '#plan', 'duty#*', 'calls#*', 'staff-mails', 'urgent', 'questions', 'findings'),
    ],
    [['DeleteItem', 'PutItem'], keys('calls#*', 'staff-mails', 'urgent', 'questions', 'findings')],
  ])
})

test('the pages read the row of a question and its case by their keys, look for none, and know nothing else about staff', () => {
  const own = statements.filter((each) => each.owner.startsWith('PagesServePages'))
  const may = (table: string) =>
    own
      .filter(({ resources }) => resources.join().includes(table))
      .map(({ actions, condition }) => [actions.map((each) => each.replace('dynamodb:', '')), condition])
  expect(may('TablesStaff')).toEqual([[['GetItem'], { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['questions'] } }]])
  expect(may('TablesWork').map(([actions]) => actions)).toEqual([['GetItem', 'PutItem', 'UpdateItem']])
})

test('the staff app sends no mail, makes no user, and takes only from dead letters', () => {
  const own = statements.filter((each) => each.owner.startsWith('StaffApp'))
  expect(own.flatMap(({ actions }) => actions).filter((action) => /^(ses|cognito-idp|lambda):/.test(action))).toEqual([])
  const takes = own.filter(({ actions }) => actions.includes('sqs:ReceiveMessage'))
  expect(takes).toHaveLength(1)
  expect(takes[0]?.resources.every((each) => each.includes('DeadLetters'))).toBe(true)
})

test('the webhook for urgent work is off; where it is named, the function of orders alone may read that one secret', () => {
  const urgentHookSecretArn = 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:urgent-hook-AbCdEf'
  const variables = (of: typeof template) =>
    resource(of, { type: 'AWS::Lambda::Function', id: FUNCTION_IDS.carryOutOrders }).properties.Environment.Variables
  expect(variables(template).URGENT_HOOK_SECRET_ARN).toBe('none')
  const hooked = careTemplate({ tunables: { urgentHookSecretArn } })
  expect(variables(hooked).URGENT_HOOK_SECRET_ARN).toBe(urgentHookSecretArn)
  const reads = allowedStatements(hooked).filter(({ resources }) => resources.join().includes(urgentHookSecretArn))
  expect(reads.map(({ owner, actions }) => [owner.replace(/Role.*/, ''), actions])).toEqual([
    ['OrdersCarryOutOrders', ['secretsmanager:GetSecretValue']],
  ])
})
