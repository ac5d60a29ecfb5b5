/** Events as SES puts them on the bus: the shapes of the SES Developer Guide, "Contents of event data". */
import { encodeTag } from '#adapters/ses/tags.ts'

export const IDS = { campaignId: 'tenth-of-march', occurrenceId: 'tenth-of-march_2027-03-10', customerId: 'c-001' }

export const OUR_TAGS: Readonly<Record<string, readonly string[]>> = {
  campaign: [encodeTag(IDS.campaignId)],
  occurrence: [encodeTag(IDS.occurrenceId)],
  customer: [encodeTag(IDS.customerId)],
}

const MAIL_ID = '0100018f4c1d2e3f-9a8b7c6d-1234-5678-9abc-def012345678-000000'
const SENT_AT = '2027-03-10T02:00:00.123Z'
export const LATER = '2027-03-10T02:00:07.456Z'

export const sesEventOf = (
  eventType: string,
  part: Readonly<Record<string, unknown>> = {},
  { tags = OUR_TAGS, address = 'c-001@example.com' }: { tags?: Readonly<Record<string, unknown>>; address?: string } = {},
) => ({
  version: '0',
  id: '12345678-1234-1234-1234-123456789012',
  'detail-type': `Email ${eventType}`,
  source: 'aws.ses',
  account: '123456789012',
  time: '2027-03-10T02:00:08Z',
  region: 'ap-southeast-1',
  resources: ['arn:aws:ses:ap-southeast-1:123456789012:configuration-set/tham-hoi'],
  detail: {
    eventType,
    mail: {
      timestamp: SENT_AT,
      source: '"Trà Sen" <care@trasen.example.com>',
      sourceArn: 'arn:aws:ses:ap-southeast-1:123456789012:identity/trasen.example.com',
      sendingAccountId: '123456789012',
      messageId: MAIL_ID,
      destination: [address],
      headersTruncated: false,
      headers: [{ name: 'Subject', value: 'Chúc mừng' }],
      commonHeaders: { from: ['care@trasen.example.com'], to: [address], messageId: MAIL_ID, subject: 'Chúc mừng' },
      tags: { 'ses:operation': ['SendEmail'], 'ses:configuration-set': ['tham-hoi'], ...tags },
    },
    ...part,
  },
})

export const SES_EVENTS = {
  sent: sesEventOf('Send', { send: {} }),
  delivered: sesEventOf('Delivery', {
    delivery: {
      timestamp: LATER,
      processingTimeMillis: 7333,
      recipients: ['c-001@example.com'],
      smtpResponse: '250 2.6.0 Message received',
      reportingMTA: 'mta.example.com',
    },
  }),
  bouncedForGood: sesEventOf('Bounce', {
    bounce: {
      feedbackId: '01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000',
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [
        { emailAddress: 'c-001@example.com', action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
      ],
      timestamp: LATER,
      reportingMTA: 'dsn; mta.example.com',
    },
  }),
  bouncedForNow: sesEventOf('Bounce', {
    bounce: {
      feedbackId: '01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000001',
      bounceType: 'Transient',
      bounceSubType: 'MailboxFull',
      bouncedRecipients: [{ emailAddress: 'c-001@example.com' }],
      timestamp: LATER,
    },
  }),
  bouncedWhoKnowsWhy: sesEventOf('Bounce', {
    bounce: { bounceType: 'Undetermined', bounceSubType: 'Undetermined', bouncedRecipients: [], timestamp: LATER },
  }),
  complained: sesEventOf('Complaint', {
    complaint: {
      feedbackId: '01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000002',
      complaintSubType: null,
      complainedRecipients: [{ emailAddress: 'c-001@example.com' }],
      timestamp: LATER,
      userAgent: 'AnyCompany Feedback Loop (V0.01)',
      complaintFeedbackType: 'abuse',
      arrivalDate: LATER,
    },
  }),
  complainedWithoutAWord: sesEventOf('Complaint', {
    complaint: {
      complaintSubType: 'OnAccountSuppressionList',
      complainedRecipients: [{ emailAddress: 'c-001@example.com' }],
      timestamp: LATER,
    },
  }),
  notSpam: sesEventOf('Complaint', {
    complaint: { complainedRecipients: [], timestamp: LATER, complaintFeedbackType: 'not-spam', complaintSubType: null },
  }),
  rejected: sesEventOf('Reject', { reject: { reason: 'Bad content' } }),
  delayed: sesEventOf('DeliveryDelay', {
    deliveryDelay: {
      timestamp: LATER,
      delayType: 'TransientCommunicationFailure',
      expirationTime: '2027-03-10T16:00:07.456Z',
      delayedRecipients: [{ emailAddress: 'c-001@example.com', status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1' }],
    },
  }),
  opened: sesEventOf('Open', { open: { timestamp: LATER, userAgent: 'Mozilla/5.0', ipAddress: '192.0.2.1' } }),
  clicked: sesEventOf('Click', {
    click: { timestamp: LATER, ipAddress: '192.0.2.1', userAgent: 'Mozilla/5.0', link: 'https://example.com', linkTags: null },
  }),
  notRendered: sesEventOf('Rendering Failure', { failure: { templateName: 'a', errorMessage: 'b' } }),
  subscribed: sesEventOf('Subscription', { subscription: { contactList: 'a', timestamp: LATER, source: 'UnsubscribeHeader' } }),
} as const
