import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { plusMs } from '#core/time/instant.ts'
import type { OutcomeRule } from '#local/aws/ses/send-email.ts'
import type { SesEvent } from '#local/aws/ses/ses-event.ts'
import { refusal, temporaryFolder } from '#test/local/aws/aws-clients.ts'
import { aMail, aMailTo, NOW, runningSes, runningSesWithEvents, SENDER } from '#test/local/aws/ses/running-ses.ts'

const TOMORROW = plusMs(NOW, 86_400_000)
const types = (events: readonly SesEvent[]): readonly string[] => events.map((event) => event['detail-type'])

describe('the events of a delivered mail', () => {
  test('are Sent at once and Delivered some seconds later on the clock', async () => {
    const { send, engine, events } = await runningSesWithEvents()
    await send(aMail())
    expect(engine.nextDue()).toBe(NOW)
    await engine.fireDue(NOW)
    expect(types(events)).toEqual(['Email Sent'])
    expect(engine.nextDue()).toBe(plusMs(NOW, 3_000))
    expect(await engine.fireDue(plusMs(NOW, 3_000))).toMatchObject([{ type: 'DELIVERY', published: 1, outcome: 'done' }])
    expect(types(events)).toEqual(['Email Sent', 'Email Delivered'])
    expect(engine.nextDue()).toBeUndefined()
  })

  test('have the envelope and the detail of SES, with our tags beside its own', async () => {
    const { send, engine, events } = await runningSesWithEvents()
    const { MessageId } = await send(aMail())
    await engine.fireDue(TOMORROW)
    expect(events[1]).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/),
      'detail-type': 'Email Delivered',
      source: 'aws.ses',
      account: '000000000000',
      time: '2027-02-06T02:00:03Z',
      region: 'ap-southeast-1',
      resources: ['arn:aws:ses:ap-southeast-1:000000000000:configuration-set/care'],
      detail: {
        eventType: 'Delivery',
        mail: {
          timestamp: NOW,
          source: SENDER,
          sourceArn: 'arn:aws:ses:ap-southeast-1:000000000000:identity/example.vn',
          sendingAccountId: '000000000000',
          messageId: MessageId,
          destination: ['lan@customer.vn'],
          headersTruncated: false,
          headers: expect.arrayContaining([
            { name: 'Subject', value: 'Chúc mừng năm mới' },
            { name: 'List-Unsubscribe', value: '<https://example.vn/u/abc>' },
          ]),
          commonHeaders: { from: [SENDER], to: ['lan@customer.vn'], messageId: MessageId, subject: 'Chúc mừng năm mới' },
          tags: {
            campaign: ['tet'],
            customer: ['c-1'],
            'ses:configuration-set': ['care'],
            'ses:operation': ['SendEmail'],
            'ses:from-domain': ['example.vn'],
            'ses:source-ip': ['127.0.0.1'],
            'ses:caller-identity': ['local'],
            'ses:source-tls-version': ['TLSv1.3'],
            'ses:outgoing-ip': [expect.any(String)],
          },
        },
        delivery: {
          timestamp: plusMs(NOW, 3_000),
          processingTimeMillis: 3_000,
          recipients: ['lan@customer.vn'],
          smtpResponse: '250 2.0.0 OK',
          reportingMTA: expect.any(String),
        },
      },
    })
  })

  test('come one by one for several recipients, and the mailbox shows the state of each', async () => {
    const { send, engine, events, mailbox } = await runningSesWithEvents({
      outcomeRule: ({ kind }) => (kind === 'cc' ? { kind: 'bounced' } : undefined),
    })
    const { MessageId } = await send(aMail({ Destination: { ToAddresses: ['a@customer.vn'], CcAddresses: ['b@customer.vn'] } }))
    await engine.fireDue(TOMORROW)
    expect(types(events)).toEqual(['Email Sent', 'Email Delivered', 'Email Bounced'])
    expect(mailbox.get(MessageId!)!.recipients.map(({ state }) => state)).toEqual(['delivered', 'bounced'])
  })
})

describe('the simulator', () => {
  const afterwards = async (address: string) => {
    const { send, engine, events, mailbox } = await runningSesWithEvents()
    const stateOf = ({ MessageId }: { MessageId?: string | undefined }) => mailbox.get(MessageId!)!.recipients[0]!.state
    const first = await send(aMailTo(address))
    await engine.fireDue(TOMORROW)
    const suppressed = stateOf(await send(aMailTo(address))) === 'suppressed'
    return { types: types(events), last: events.at(-1)!.detail, suppressed, state: stateOf(first) }
  }

  test.each([
    ['success', ['Email Sent', 'Email Delivered'], { eventType: 'Delivery' }, 'delivered'],
    [
      'bounce',
      ['Email Sent', 'Email Bounced'],
      {
        bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: [{ status: '5.1.1', action: 'failed' }] },
      },
      'bounced',
    ],
    [
      'suppressionlist',
      ['Email Sent', 'Email Bounced'],
      { bounce: { bounceType: 'Permanent', bounceSubType: 'Suppressed' } },
      'bounced',
    ],
    [
      'ooto',
      ['Email Sent', 'Email Delivered', 'Email Bounced'],
      { bounce: { bounceType: 'Transient', bounceSubType: 'General' } },
      'delivered',
    ],
    [
      'complaint',
      ['Email Sent', 'Email Delivered', 'Email Complaint Received'],
      { complaint: { complaintFeedbackType: 'abuse', complaintSubType: null } },
      'complained',
    ],
  ])(
    '%s behaves as documented, with and without a label, and suppresses nobody',
    async (mailbox, expectedTypes, detail, state) => {
      for (const label of ['', '+c-1']) {
        const result = await afterwards(`${mailbox}${label}@simulator.amazonses.com`)
        expect(result).toMatchObject({ types: expectedTypes, last: detail, suppressed: false, state })
      }
    },
  )
})

describe('rules for addresses', () => {
  const rule: OutcomeRule = ({ domain }) => {
    if (domain === 'dead.vn') return { kind: 'bounced' }
    if (domain === 'slow.vn') return { kind: 'delayed', delayType: 'MailboxFull', afterMs: 60_000, deliveredAfterMs: 3_600_000 }
    if (domain === 'angry.vn') return { kind: 'complained', complaintAfterMs: 60_000 }
    return domain === 'silent.vn' ? { kind: 'silent' } : undefined
  }

  test.each([
    ['a@dead.vn', ['Email Sent', 'Email Bounced'], 'bounced'],
    ['a@slow.vn', ['Email Sent', 'Email Delivery Delayed', 'Email Delivered'], 'delivered'],
    ['a@angry.vn', ['Email Sent', 'Email Delivered', 'Email Complaint Received'], 'complained'],
    ['a@silent.vn', ['Email Sent'], 'delivered'],
    ['a@other.vn', ['Email Sent', 'Email Delivered'], 'delivered'],
  ])('%s gives %j', async (address, expected, state) => {
    const { send, engine, events, mailbox } = await runningSesWithEvents({ outcomeRule: rule })
    const { MessageId } = await send(aMailTo(address))
    await engine.fireDue(TOMORROW)
    expect(types(events)).toEqual(expected)
    expect(mailbox.get(MessageId!)!.recipients[0]!.state).toBe(state)
  })

  test('a slow address is delayed in between', async () => {
    const { send, engine, events, mailbox } = await runningSesWithEvents({ outcomeRule: rule })
    const { MessageId } = await send(aMailTo('a@slow.vn'))
    await engine.fireDue(plusMs(NOW, 60_000))
    expect(mailbox.get(MessageId!)!.recipients[0]!.state).toBe('delayed')
    expect(events[1]!.detail).toMatchObject({
      eventType: 'DeliveryDelay',
      deliveryDelay: { delayType: 'MailboxFull', delayedRecipients: [{ emailAddress: 'a@slow.vn' }] },
    })
    expect(engine.nextDue()).toBe(plusMs(NOW, 3_600_000))
  })
})

describe('an address that bounced for good or complained', () => {
  /** The address fails once; what comes after is up to the account. */
  async function troubled(kind: 'bounced' | 'complained', options: Parameters<typeof runningSesWithEvents>[0] = {}) {
    let mails = 0
    const outcomeRule: OutcomeRule = () => {
      mails += 1
      if (mails > 1) return undefined
      return kind === 'bounced' ? { kind } : { kind, complaintAfterMs: 60_000 }
    }
    const setting = await runningSesWithEvents({ outcomeRule, ...options })
    await setting.send(aMail())
    await setting.engine.fireDue(TOMORROW)
    setting.events.splice(0)
    const { MessageId } = await setting.send(aMailTo('Lan@customer.vn'))
    const state = () => setting.mailbox.get(MessageId!)!.recipients[0]!.state
    const accepted = state()
    await setting.engine.fireDue(plusMs(TOMORROW, 86_400_000))
    return { events: setting.events, accepted, state: state() }
  }

  test('is suppressed, whatever its case: accepted, counted as sent, never delivered, and bounced by the account list', async () => {
    const { events, accepted, state } = await troubled('bounced')
    expect([accepted, state]).toEqual(['suppressed', 'suppressed'])
    expect(types(events)).toEqual(['Email Sent', 'Email Bounced'])
    expect(events[1]!.detail).toMatchObject({ bounce: { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' } })
  })

  test('after a complaint reports a complaint of the account list', async () => {
    const { events } = await troubled('complained')
    expect(events[1]!.detail).toMatchObject({
      eventType: 'Complaint',
      complaint: { complaintSubType: 'OnAccountSuppressionList' },
    })
  })

  test('is written to when the account does not suppress for that reason', async () => {
    const { events } = await troubled('bounced', { suppressedReasons: ['COMPLAINT'] })
    expect(types(events)).toEqual(['Email Sent', 'Email Delivered'])
  })
})

/** Failures are reported on the console, which these tests provoke. */
function quietly(): void {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => report.mockRestore())
}

describe('publishing', () => {
  test('nothing goes out for a mail without a configuration set, but its state is known', async () => {
    const { send, engine, events, mailbox } = await runningSesWithEvents()
    const { MessageId } = await send(aMail({ ConfigurationSetName: undefined }))
    expect(await engine.fireDue(TOMORROW)).toMatchObject([{ published: 0 }, { published: 0 }])
    expect(events).toEqual([])
    expect(mailbox.get(MessageId!)!.recipients[0]!.state).toBe('delivered')
  })

  test('an event the bus did not take comes again later, with the same id', async () => {
    quietly()
    const seen: SesEvent[] = []
    const { send, engine } = await runningSesWithEvents({
      publish: async (event) => {
        seen.push(event)
        if (seen.length === 1) throw new Error('bus is down')
      },
    })
    await send(aMail())
    expect(await engine.fireDue(NOW)).toMatchObject([{ type: 'SEND', outcome: 'retrying' }])
    await engine.fireDue(TOMORROW)
    const sent = seen.filter((event) => event['detail-type'] === 'Email Sent')
    expect(sent).toHaveLength(2)
    expect(sent[0]!.id).toBe(sent[1]!.id)
    expect(sent[1]!.time).toBe('2027-02-06T02:00:00Z')
  })

  test('events that were due while the endpoint was down come after its restart', async () => {
    const folder = temporaryFolder()
    const first = await runningSesWithEvents({ folder })
    await first.send(aMail())
    await first.ses.stop()
    const second = await runningSes({ folder })
    await second.engine.fireDue(TOMORROW)
    expect(types(second.events)).toEqual(['Email Sent', 'Email Delivered'])
  })

  test('hooks can refuse a send before it is taken, or hide that it was', async () => {
    quietly()
    const fault = { where: 'before' }
    const fail = (where: string) => () => {
      if (fault.where === where) throw Object.assign(new Error('fault'), { where })
    }
    const { send, mailbox } = await runningSes({
      hooks: { before: fail('before'), after: fail('after') },
    })
    const mail = aMail({ ConfigurationSetName: undefined })
    expect(await refusal(send(mail))).toMatchObject({ name: expect.stringContaining('InternalServer') })
    expect(mailbox.count()).toBe(0)
    fault.where = 'after'
    await refusal(send(mail))
    expect(mailbox.count()).toBe(1)
  })
})
